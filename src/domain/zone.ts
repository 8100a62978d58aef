/**
 * Time zones: how far a zone's clocks are from UTC at an instant, and what they show.
 *
 * A zone is "local" (the reader's own), "UTC" or an IANA name. A name the platform does not know is read as local, so
 * that a setting made in another browser never breaks the page.
 */

export type ZoneName = string;

/** A zone, and how many hours the faces of its clocks have. */
export interface ZoneClock {
  readonly name: ZoneName;
  readonly hours: 12 | 24;
}

/** Where times are told. A bare name has clocks of 24 hours. */
export type Zone = ZoneName | ZoneClock;

export const zoneNameOf = (zone: Zone): ZoneName => (typeof zone === "string" ? zone : zone.name);

const QUARTER = 15 * 60_000;
/** Offsets are asked for within these years; before them zones kept odd seconds, after them nobody knows. */
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(2200, 0, 1);
const REMEMBERED = 4096;

/** What to add to UTC (ms) at the beginning of a quarter of an hour (epoch ms): no zone changes within one. */
type Clock = (quarter: number) => number;

const clocks = new Map<ZoneName, Clock>();

/** @throws where the platform does not know the zone */
const formatter = (timeZone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-US-u-ca-gregory-nu-latn", {
    timeZone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });

/** Whether the platform knows the zone. */
export function isZone(zone: ZoneName): boolean {
  if (zone === "local") return true;
  try {
    formatter(zone);
    return true;
  } catch {
    return false;
  }
}

function clockOf(zone: ZoneName): Clock {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  const clock = zone === "local" || !isZone(zone) ? readLocal : readBy(formatter(zone));
  clocks.set(zone, clock);
  return clock;
}

/**
 * The reader's own zone is every date's: to make a format takes longer than all else that a first view is told by. Nothing of it is
 * remembered, for a computer may be taken to another zone while the page is open.
 */
function readLocal(at: number): number {
  const d = new Date(at);
  return (
    Date.UTC(d.getFullYear(), d.getMonth(), d.getDate(), d.getHours(), d.getMinutes(), d.getSeconds()) - at
  );
}

function readBy(format: Intl.DateTimeFormat): Clock {
  const offsets = new Map<number, number>();
  return (at) => {
    const known = offsets.get(at);
    if (known !== undefined) return known;
    const fields: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at)) fields[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = fields;
    const offset = Date.UTC(year, month - 1, day, hour, minute, second) - at;
    if (offsets.size >= REMEMBERED) offsets.clear();
    offsets.set(at, offset);
    return offset;
  };
}

/** What to add to UTC (ms) to read the zone's clocks at an instant (epoch ms). 0 where the instant is no number. */
export function offsetAt(at: number, zone: Zone): number {
  const name = zoneNameOf(zone);
  if (name === "UTC" || Number.isNaN(at)) return 0;
  return clockOf(name)(Math.floor(Math.min(Math.max(at, EARLIEST), LATEST) / QUARTER) * QUARTER);
}

/** The first instant in (after, by] whose offset is not that of `after`, to be asked only where the ends differ. */
export function offsetChange(after: number, by: number, zone: Zone): number {
  const before = offsetAt(after, zone);
  let low = Math.floor(after / QUARTER);
  let high = Math.floor(by / QUARTER);
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (offsetAt(middle * QUARTER, zone) === before) low = middle;
    else high = middle;
  }
  return high * QUARTER;
}

/**
 * A date whose UTC fields are what the zone's clocks show at the instant; undefined where that is no date.
 */
export function wallClock(at: number, zone: Zone): Date | undefined {
  const wall = new Date(at + offsetAt(at, zone));
  return Number.isNaN(wall.getTime()) ? undefined : wall;
}
