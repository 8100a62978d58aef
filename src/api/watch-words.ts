/** Says who asks and how often, and what is wrong with storage or clock: the only place where these become English. */
import { CLOCK_SLACK_MS } from "../domain/clock-slack.ts";
import { rangeText } from "../domain/duration-range.ts";
import { durationText } from "../domain/format-duration.ts";
import { formatNumber } from "../domain/format-number.ts";
import type { Skew } from "../domain/skew.ts";
import type { StoreNotice } from "../history/store.ts";
import type { ConnectionFacts } from "./connection-facts.ts";
import type { CallFacts } from "./observer/call-count.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Less cannot be told from the time that answers take. Ms. */
const KNOWN_FROM = 5 * SECOND;

const STORAGE = {
  "memory-only": {
    notice: "This browser keeps no history here: what is observed is gone with a reload.",
    fact: "In memory only, gone with a reload",
  },
  "history-starts-now": {
    notice: "What was kept here is gone or could not be read: the history starts now.",
    fact: "In this browser, starting now",
  },
  "reload-needed": {
    notice:
      "A newer version of this page has the history here: nothing more is kept until a reload brings that version.",
    fact: "Nothing more is kept until a reload",
  },
} as const satisfies Record<StoreNotice, { readonly notice: string; readonly fact: string }>;

/** One line for a person who did not ask. */
export interface WatchNotice {
  /** One line at most about each. */
  readonly about: "storage" | "clock";
  /** Another kind is another notice; the same kind in other words is not. */
  readonly kind: StoreNotice | ClockFault["kind"];
  readonly text: string;
}

/** What a person should know without asking, storage first. */
export function watchNotices({
  notice,
  skew,
}: Pick<ConnectionFacts, "notice" | "skew">): readonly WatchNotice[] {
  const notices: WatchNotice[] = [];
  if (notice) notices.push({ about: "storage", kind: notice, text: STORAGE[notice].notice });
  const fault = clockFault(skew, CLOCK_SLACK_MS);
  if (fault) {
    const text = `This computer's clock is ${faultText(fault)}; ages and durations here go by the API's.`;
    notices.push({ about: "clock", kind: fault.kind, text });
  }
  return notices;
}

/** Where what is observed is kept. */
export const storageText = (notice: StoreNotice | undefined): string =>
  notice ? STORAGE[notice].fact : "In this browser";

/** By how much this computer's clock is known to be off; undefined where it is not, or nobody knows. */
export function clockText(skew: Skew | undefined): string | undefined {
  const fault = clockFault(skew, KNOWN_FROM);
  return fault && `This computer's is ${faultText(fault)}`;
}

/** Who makes the calls that this page shows. */
export const ROLE_WORDS = {
  polls: "This tab asks",
  follows: "Another tab of this browser asks; this one is told",
} as const satisfies Record<ConnectionFacts["role"], string>;

/** From this on it is an hour. */
const ABOUT_AN_HOUR = 59 * MINUTE;

/** Calls, and how many a minute that is: `412 in the last hour, 6.9 a minute`. A page that was opened lately says since when. */
export function callsText({ count, spanMs }: CallFacts): string {
  const calls = formatNumber(count);
  if (count < 2 || spanMs < 5 * SECOND) return `${count === 0 ? "None" : calls} so far`;
  // Between this many calls there is a wait less.
  const perMinute = ((count - 1) * MINUTE) / spanMs;
  // Below one, a second decimal is what is left to tell.
  const rate = formatNumber(perMinute, perMinute < 1 ? 2 : 1);
  const when = spanMs >= ABOUT_AN_HOUR ? "the last hour" : durationText(spanMs);
  return `${calls} in ${when}, ${rate} a minute`;
}

/** Which way this computer's clock is off, and by what: the truth lies between the two, ms. */
interface ClockFault {
  readonly kind: "behind" | "ahead";
  readonly low: number;
  readonly high: number;
}

/** A fault only where every difference that is possible is larger than `beyondMs`. */
function clockFault(skew: Skew | undefined, beyondMs: number): ClockFault | undefined {
  if (!skew) return undefined;
  const { low, high } = skew;
  if (low > beyondMs) return { kind: "behind", low, high };
  if (high < -beyondMs) return { kind: "ahead", low: -high, high: -low };
  return undefined;
}

const faultText = ({ kind, low, high }: ClockFault): string =>
  `${Number.isFinite(high) ? rangeText(low, high) : `at least ${durationText(low)}`} ${kind === "behind" ? "behind" : "ahead of"} the API's`;
