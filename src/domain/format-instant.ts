import { NO_BREAK_SPACE } from "./format-number.ts";
import { formatClock, formatDay, isSameDay } from "./format-time.ts";
import type { Zone } from "./zone.ts";

/** To the second, beside an instant whose day is known: `14:34:08` on that day, `10 Mar 14:34:08` on another. */
export const formatInstant = (at: number, beside: number, zone: Zone): string =>
  isSameDay(at, beside, zone)
    ? formatClock(at, zone)
    : `${formatDay(at, beside, zone)}${NO_BREAK_SPACE}${formatClock(at, zone)}`;
