/** Numbers as text: what every other format is built of. No input throws, and none becomes "NaN" or "1e+21". */

/** Between a number and its unit, and between groups of digits: the two never part at a line's end. */
export const NARROW_SPACE = "\u202f";
/** Between words that stay on one line. */
export const NO_BREAK_SPACE = "\u00a0";
/** Stands for a value that nobody knows or that makes no sense. */
export const UNKNOWN = "?";
/** Stands for a value that is not there. */
export const ABSENT = "–";

/** A number and its unit apart, so that the unit can be set quieter. A part without a unit stands alone. */
export interface Part {
  readonly value: string;
  readonly unit: string;
}

export const UNKNOWN_PART: Part = { value: UNKNOWN, unit: "" };
export const ABSENT_PART: Part = { value: ABSENT, unit: "" };

/** How many of something: `1 session`, `12 345 sessions`. @param one the word for one of them, which takes an s for several */
export const formatCount = (count: number, one: string): string =>
  `${formatNumber(count)} ${count === 1 ? one : `${one}s`}`;

/** Parts as one line of text: `8 m 18 s`, no place in it to break. */
export function partsText(parts: readonly Part[]): string {
  return parts
    .map(({ value, unit }) => (unit === "" ? value : `${value}${NARROW_SPACE}${unit}`))
    .join(NO_BREAK_SPACE);
}

/**
 * A number with at most `decimals` decimals, no trailing zeros, and digits grouped from five on: `12 345`, `0.25`.
 * What is no number, or too large for every digit to be true, is `?`.
 */
export function formatNumber(value: number, decimals = 0): string {
  if (!Number.isFinite(value) || Math.abs(value) > Number.MAX_SAFE_INTEGER) return UNKNOWN;
  const [whole = "0", fraction] = Math.abs(value).toFixed(decimals).split(".");
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(\d{3})+$)/g, NARROW_SPACE) : whole;
  const rest = fraction?.replace(/0+$/, "") ?? "";
  const text = rest === "" ? grouped : `${grouped}.${rest}`;
  return value < 0 && text !== "0" ? `-${text}` : text;
}
