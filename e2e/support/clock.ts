/**
 * One clock for the simulated API and the page. It runs at the pace of the machine's, but every test begins at the same
 * instant, so that the world a seed makes is the same in each run.
 */

/** The first instant of a test, epoch ms. */
export const BEGINNING = Date.UTC(2026, 2, 11, 14, 34, 8);

export interface TestClock {
  /** From the machine's clock to the test's, ms. */
  readonly offsetMs: number;
  readonly now: () => number;
}

export function startClock(): TestClock {
  const offsetMs = BEGINNING - Date.now();
  return { offsetMs, now: () => Date.now() + offsetMs };
}

/** Runs in the page before its own scripts; timers stay real. */
export function shiftPageClock(offsetMs: number): void {
  const machine = Date.now.bind(Date);
  Date.now = () => machine() + offsetMs;
}
