import type { CSSProperties, ReactNode } from "react";

/** There is one at a time; what it stands by is described by it. */
export const TIP_ID = "tooltip";

interface TooltipProps {
  /** The tooltip's left top corner in the viewport, CSS px. */
  readonly at: { readonly left: number; readonly top: number };
  /** On which side of the thing it stands; its arrow points the other way. */
  readonly side: "above" | "below";
  /** Where along that side the arrow stands, CSS px from its left. */
  readonly arrow: number;
  readonly children: ReactNode;
}

const position = ({ left, top }: TooltipProps["at"], arrow: number): CSSProperties => ({
  left,
  top,
  "--arrow": `${arrow}px`,
});

/** A panel of facts beside a bar. It takes no pointer: what is under it stays reachable. */
export function Tooltip({ at, side, arrow, children }: TooltipProps) {
  return (
    <div id={TIP_ID} className={`tip ${side}`} role="tooltip" style={position(at, arrow)}>
      {children}
    </div>
  );
}

/** Facts in two columns, figures on the right. */
export function TipFacts({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl>
      {rows.map(([name, value]) => (
        <div className="contents" key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
