/** The page's time. Observations are dated by the API's clock, and everything that shows time passing follows it too. */
import { steadyClock } from "../domain/steady-clock.ts";

let aheadMs: number | undefined;

/** The browser's own clock, epoch ms; never goes back. */
export const browserNow = steadyClock(
  () => Date.now(),
  () => performance.now(),
);

/** The API's clock as far as its answers tell it, else the browser's. Epoch ms. */
export const epochNow = (): number => browserNow() + (aheadMs ?? 0);

/** How far the API's clock is ahead of the browser's, ms; undefined before an answer told. */
export const aheadNow = (): number | undefined => aheadMs;

/** @param ms how far the API's clock is ahead of the browser's */
export function setAhead(ms: number): void {
  aheadMs = ms;
}
