/** Instants as text in a chosen zone, on clocks of 24 or 12 hours: English months, the same in every browser's locale. */
import { NARROW_SPACE, NO_BREAK_SPACE, UNKNOWN } from "./format-number.ts";
import type { Window } from "./window.ts";
import { offsetAt, wallClock, zoneNameOf, type Zone } from "./zone.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

const two = (n: number): string => String(n).padStart(2, "0");

/** What a clock shows: `14:34`, `2:34 PM`. Midnight is 12 AM and noon 12 PM. @param rest what follows the hour */
function face(wall: Date, zone: Zone, rest: string): string {
  const hour = wall.getUTCHours();
  if (typeof zone === "string" || zone.hours === 24) return two(hour) + rest;
  return `${hour % 12 || 12}${rest}${NARROW_SPACE}${hour < 12 ? "AM" : "PM"}`;
}

const minutes = (wall: Date): string => `:${two(wall.getUTCMinutes())}`;
const dayMonth = (wall: Date): string =>
  `${wall.getUTCDate()}${NO_BREAK_SPACE}${MONTHS[wall.getUTCMonth()] ?? ""}`;

/** `14:34:08` or `2:34:08 PM`; `?` for what is no instant. */
export function formatClock(at: number, zone: Zone): string {
  const wall = wallClock(at, zone);
  return wall === undefined ? UNKNOWN : face(wall, zone, `${minutes(wall)}:${two(wall.getUTCSeconds())}`);
}

/** `14:30` or `2:30 PM`, as an axis has it. */
export function formatAxisTime(at: number, zone: Zone): string {
  const wall = wallClock(at, zone);
  return wall === undefined ? UNKNOWN : face(wall, zone, minutes(wall));
}

/** `10 Mar`, with the year where it is not that of `now`. */
export function formatDay(at: number, now: number, zone: Zone): string {
  const wall = wallClock(at, zone);
  if (wall === undefined) return UNKNOWN;
  const year = wall.getUTCFullYear();
  const thisYear = wallClock(now, zone)?.getUTCFullYear() ?? year;
  return year === thisYear ? dayMonth(wall) : `${dayMonth(wall)}${NO_BREAK_SPACE}${year}`;
}

/** Whether two instants fall on one day of the zone's calendar. */
export function isSameDay(a: number, b: number, zone: Zone): boolean {
  const [wallA, wallB] = [wallClock(a, zone), wallClock(b, zone)];
  if (wallA === undefined || wallB === undefined) return false;
  return Math.floor(wallA.getTime() / 86_400_000) === Math.floor(wallB.getTime() / 86_400_000);
}

/** `14:34:08` on the day of `now`, `10 Mar 14:30` on another. */
export function formatMoment(at: number, now: number, zone: Zone): string {
  if (wallClock(at, zone) === undefined) return UNKNOWN;
  if (isSameDay(at, now, zone)) return formatClock(at, zone);
  return `${formatDay(at, now, zone)}${NO_BREAK_SPACE}${formatAxisTime(at, zone)}`;
}

/** Shorter than this, minutes alone would not tell its ends well apart. Ms. */
const SECONDS_MATTER = 10 * 60_000;

/**
 * A stretch of time in one line: `10 Mar 09:00–12:00`, with a second day where it ends on another, the year where it is
 * not that of `now`, and seconds where it is shorter than ten minutes.
 */
export function formatSpan(span: Window, now: number, zone: Zone): string {
  const { from, to } = span;
  const time = to - from < SECONDS_MATTER ? formatClock : formatAxisTime;
  const dated = (at: number) => `${formatDay(at, now, zone)}${NO_BREAK_SPACE}${time(at, zone)}`;
  return `${dated(from)}–${isSameDay(from, to, zone) ? time(to, zone) : dated(to)}`;
}

/** An offset as ISO 8601 has it: `+01:00`. */
function isoOffset(minutes: number): string {
  const size = Math.abs(minutes);
  return `${minutes < 0 ? "-" : "+"}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** Full ISO 8601 with milliseconds and the zone's offset, for titles: `2026-03-11T14:34:08.123+01:00`. */
export function formatIso(at: number, zone: Zone): string {
  const offset = Math.round(offsetAt(at, zone) / 60_000);
  const wall = new Date(at + offset * 60_000);
  if (Number.isNaN(wall.getTime())) return UNKNOWN;
  const iso = wall.toISOString();
  return zoneNameOf(zone) === "UTC" ? iso : iso.replace("Z", isoOffset(offset));
}
