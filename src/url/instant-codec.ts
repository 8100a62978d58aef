/** Instants in a URL: ISO 8601 in UTC, `2026-11-23T12:00:00Z`, with milliseconds only where there are any. */

const SHAPE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d)(?::(\d\d)(?:\.(\d{1,3}))?)?Z$/;

const FIRST = Date.parse("0000-01-01T00:00:00.000Z");
const LAST = Date.parse("9999-12-31T23:59:59.999Z");

/** Whether the number is an instant that four digits of year can write: whole epoch ms of the years 0000 to 9999. */
export function isInstant(ms: number): boolean {
  return Number.isInteger(ms) && ms >= FIRST && ms <= LAST;
}

/** Reads an instant to epoch ms; seconds and their fraction may be missing. Undefined: not an instant of the calendar. */
export function parseInstant(raw: string): number | undefined {
  const [, minute, second = "00", fraction = ""] = SHAPE.exec(raw) ?? [];
  if (minute === undefined) return undefined;
  const whole = `${minute}:${second}.${fraction.padEnd(3, "0")}Z`;
  const ms = Date.parse(whole);
  // Date.parse rolls 30 February over into March; only what writes itself back the same is a date.
  return isInstant(ms) && new Date(ms).toISOString() === whole ? ms : undefined;
}

/** Writes an instant (`isInstant` holds) without a fraction of zero. */
export function formatInstant(ms: number): string {
  return new Date(ms).toISOString().replace(".000Z", "Z");
}
