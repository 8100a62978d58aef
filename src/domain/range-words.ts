/** A stretch of time as the end of a sentence. */
import type { RangeName, TimeRange } from "./time-range.ts";

const WHEN = {
  "15m": "in the last 15 min",
  "1h": "in the last hour",
  "3h": "in the last 3 h",
  "12h": "in the last 12 h",
  "24h": "in the last 24 h",
  all: "since the first start known",
} as const satisfies Record<RangeName, string>;

export const rangeWords = (range: TimeRange): string =>
  range.kind === "last" ? WHEN[range.name] : "in the time shown";
