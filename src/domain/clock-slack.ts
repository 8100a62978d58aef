/** How far the clocks of page and API may be apart without anybody being told. Ms. */
export const CLOCK_SLACK_MS = 120_000;
