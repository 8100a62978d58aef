/** The page's own stopwatch: `performance.measure` entries that tests, the bench and a developer's profiler read. */

/** A page left open for months must not gather entries: each name keeps at most this many, then starts again. */
const KEEP = 500;

const left = new Map<string, number>();

export type MeasureName = "poll.fetch" | "poll.decode" | "poll.merge" | "poll.render";

/** @param start `performance.now()` at the start of the span @param end at its end */
export function leaveMeasure(name: MeasureName, start: number, end: number): void {
  const count = (left.get(name) ?? 0) + 1;
  if (count > KEEP) performance.clearMeasures(name);
  left.set(name, count > KEEP ? 1 : count);
  performance.measure(name, { start, end });
}
