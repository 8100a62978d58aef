/** The zone that all times on screen are in, told once. */
import { offsetAt, type Zone, zoneNameOf } from "./zone.ts";

/** The zone's distance from UTC at an instant: `UTC+1`, `UTC+5:30`, `UTC−4`, `UTC`. */
export function zoneName(at: number, zone: Zone): string {
  const offset = Math.round(offsetAt(at, zone) / 60_000);
  if (offset === 0) return "UTC";
  const size = Math.abs(offset);
  const rest = size % 60 === 0 ? "" : `:${String(size % 60).padStart(2, "0")}`;
  return `UTC${offset < 0 ? "−" : "+"}${Math.floor(size / 60)}${rest}`;
}

/** Ms; three of these before an instant the year has its other offset, wherever it has one. */
const QUARTER_YEAR = 91 * 86_400_000;

/**
 * Names the zone of all times on screen, once: `Times in UTC+1`; one that was chosen by name, `Times in Asia/Kolkata, UTC+5:30`.
 * Where the clocks change with the seasons the offset is that of now, and of no older time: `Times in UTC+1 now`.
 */
export function zoneLabel(at: number, zone: Zone): string {
  const name = zoneNameOf(zone);
  const offset = zoneName(at, zone);
  const isOfNow = [1, 2, 3].some((quarters) => zoneName(at - quarters * QUARTER_YEAR, zone) !== offset);
  return `Times in ${/^(local|UTC)$/.test(name) ? "" : `${name}, `}${offset}${isOfNow ? " now" : ""}`;
}
