import { Fragment } from "react";

/** U+202F: keeps figure and unit on one line, closer than a space does. */
const NARROW_NO_BREAK_SPACE = "\u202f";

export interface DurationPart {
  readonly value: string;
  /** Empty for a value without one, such as `?`. */
  readonly unit: string;
}

/** A formatted duration or quantity with quiet units: `2 h 01 m`. */
export function Duration({ parts }: { readonly parts: readonly DurationPart[] }) {
  return (
    <>
      {parts.map(({ value, unit }, index) => (
        <Fragment key={unit}>
          {index > 0 && " "}
          {value}
          {unit && <span className="u3">{NARROW_NO_BREAK_SPACE + unit}</span>}
        </Fragment>
      ))}
    </>
  );
}
