/** The stretch of time a view shows: one that ends now and moves with it, or one that stands still. */

export type RangeName = "15m" | "1h" | "3h" | "12h" | "24h" | "all";

const HOUR = 3_600_000;

/** `ms` is the length; `all` has none: it reaches back to the oldest thing known. */
export const RANGES = {
  "15m": { label: "Last 15 min", ms: HOUR / 4 },
  "1h": { label: "Last 1 h", ms: HOUR },
  "3h": { label: "Last 3 h", ms: 3 * HOUR },
  "12h": { label: "Last 12 h", ms: 12 * HOUR },
  "24h": { label: "Last 24 h", ms: 24 * HOUR },
  all: { label: "All", ms: undefined },
} as const satisfies Record<RangeName, { readonly label: string; readonly ms: number | undefined }>;

/** Shortest first, the order in which menus list them and `[` and `]` step through them. */
export const RANGE_ORDER = Object.keys(RANGES) as readonly RangeName[];

export type TimeRange =
  | { readonly kind: "last"; readonly name: RangeName }
  /** Epoch ms, `from` before `to`. */
  | { readonly kind: "fixed"; readonly from: number; readonly to: number };

/** Whether its beginning hangs on the oldest thing known. */
export const reachesBack = (range: TimeRange): boolean =>
  range.kind === "last" && RANGES[range.name].ms === undefined;

/** The next shorter (-1) or longer (1) range that ends at now; the last one stays, and so does one that stands still. */
export function stepRange(range: TimeRange, by: -1 | 1): TimeRange {
  if (range.kind === "fixed") return range;
  const name = RANGE_ORDER[RANGE_ORDER.indexOf(range.name) + by];
  return name === undefined ? range : { kind: "last", name };
}
