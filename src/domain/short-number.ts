/** Counts in a narrow column: `987`, `1.2k`, `12k`, `3M`. Rounded down, so that nothing seems more than it is. */
export function shortNumber(count: number): string {
  const [, by, unit] = STEPS.find(([from]) => count >= from) ?? [0, 1, ""];
  const scaled = count / by;
  const decimals = unit !== "" && scaled < 10 ? 10 : 1;
  return `${Math.floor(scaled * decimals) / decimals}${unit}`;
}

const STEPS = [
  [1_000_000, 1_000_000, "M"],
  [1_000, 1_000, "k"],
] as const;
