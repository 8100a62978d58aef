/** Whether the machine had something else to do: then what was timed by the clock says little. */
import { TARGET_NAMES } from "../targets.ts";
import type { Compared } from "./bars.ts";
import { median } from "./statistics.ts";

/** On a machine of one's own the main thread has a processor whenever it wants one. */
const BUSY = 1.3;

/** A line of warning, undefined on a quiet machine. */
export function busyWarning(compared: Compared): string | undefined {
  const ratios = TARGET_NAMES.flatMap((name) => {
    const { poll, pollWall } = compared[name];
    return poll === undefined || pollWall === undefined || poll === 0 ? [] : pollWall / poll;
  });
  const ratio = median(ratios);
  return ratio > BUSY
    ? `The machine was busy: a poll took ${ratio.toFixed(1)} times its processor time. All times but those of polls are inflated.`
    : undefined;
}
