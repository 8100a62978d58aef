/** Stretches of time in words: to choose among, and as the end of a sentence. */
import { RANGE_ORDER, type RangeName, RANGES, type TimeRange } from "./time-range.ts";

/** Those that end at now, the shortest first. */
export const RANGE_CHOICES = RANGE_ORDER.map((value) => ({ value, label: RANGES[value].label }));

/** Side by side, where there is no room for more. */
export const SHORT_RANGES = {
  "15m": "15 m",
  "1h": "1 h",
  "3h": "3 h",
  "12h": "12 h",
  "24h": "24 h",
  all: "Fit",
} as const satisfies Record<RangeName, string>;

const WHEN = {
  "15m": "in the last 15 min",
  "1h": "in the last hour",
  "3h": "in the last 3 h",
  "12h": "in the last 12 h",
  "24h": "in the last 24 h",
  all: "since the first start known",
} as const satisfies Record<RangeName, string>;

/** `in the last 3 h` */
export const rangeWords = (range: TimeRange): string =>
  range.kind === "last" ? WHEN[range.name] : "in the time shown";
