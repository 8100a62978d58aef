/** What a parameter may hold, in one line of code: `f32[-1, 224, 224, 3]`, `(f32 | f64)[]`. */
import { formatNumber, UNKNOWN } from "./format-number.ts";

export interface Dimension {
  readonly text: string;
  /** Any length (-1). */
  readonly any: boolean;
}

export interface TypeParts {
  /** At least one; `?` where none is named. */
  readonly types: readonly string[];
  /** Empty: a single value. */
  readonly dimensions: readonly Dimension[];
}

interface Rules {
  readonly shape: readonly number[];
  readonly allowedTypes: readonly string[];
}

/** The pieces, for a view that sets `-1` apart. A length that is no integer is `?`. */
export function typeParts({ shape, allowedTypes }: Rules): TypeParts {
  const types = allowedTypes.map((type) => (type === "" ? UNKNOWN : type));
  return {
    types: types.length === 0 ? [UNKNOWN] : types,
    dimensions: shape.map((length) => ({
      text: Number.isInteger(length) ? formatNumber(length) : UNKNOWN,
      any: length === -1,
    })),
  };
}
