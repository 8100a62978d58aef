import { steadyClock } from "../domain/steady-clock.ts";

/** The page's time, epoch ms: observations are dated by it, and everything that shows time passing follows it. */
export const epochNow = steadyClock(
  () => Date.now(),
  () => performance.now(),
);
