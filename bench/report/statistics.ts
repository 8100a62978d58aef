/** The middle value, of an even number the mean of the middle two; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** The part of the values over a limit, 0..1; 0 of none. */
export const shareOver = (values: readonly number[], limit: number): number =>
  values.length === 0 ? 0 : values.filter((value) => value > limit).length / values.length;

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
