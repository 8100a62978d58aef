/** Each way a call can fail, as the simulator makes it and as the page must tell it. */
import type { Faults } from "../../packages/simulator/src/index.ts";

export interface FailingWay {
  readonly name: string;
  readonly faults: Faults;
  /** `data-phase` of the live indicator. */
  readonly phase: "retrying" | "waiting" | "unauthorised" | "refused";
  /** What the alert says happened. */
  readonly words: RegExp;
}

const UNREADABLE = { phase: "retrying", words: /The answer could not be read\./u } as const;
const CUT_OFF = { phase: "retrying", words: /No connection to 127\.0\.0\.1:\d+\./u } as const;

export const FAILING_WAYS: readonly FailingWay[] = [
  {
    name: "a rejected key",
    faults: { error: "bad_credentials" },
    phase: "unauthorised",
    words: /The API key was rejected\..*will not retry by itself/u,
  },
  {
    name: "too many requests",
    faults: { error: "too_many_requests" },
    phase: "waiting",
    words: /Too many requests\./u,
  },
  {
    name: "too many requests, with the time to wait",
    faults: { status: 429, retryAfterSeconds: 30 },
    phase: "waiting",
    words: /Too many requests\./u,
  },
  {
    name: "payment required",
    faults: { error: "payment_required" },
    phase: "waiting",
    words: /Payment is required\./u,
  },
  {
    name: "an unknown error",
    faults: { error: "unknown" },
    phase: "retrying",
    words: /The API answered unknown\./u,
  },
  {
    name: "an error of a later API",
    faults: { error: "quota_of_tomorrow" },
    phase: "retrying",
    words: /The API answered quota_of_tomorrow\./u,
  },
  {
    name: "a refused parameter",
    faults: { error: "invalid_parameter" },
    phase: "refused",
    words: /The API refused the request: .* is invalid\..*Polling has stopped/u,
  },
  {
    name: "a failing server",
    faults: { status: 500 },
    phase: "retrying",
    words: /answered with HTTP status 500\./u,
  },
  {
    name: "a proxy's page",
    faults: { status: 502, body: "html" },
    phase: "retrying",
    words: /answered with HTTP status 502\./u,
  },
  {
    name: "a page with status 200",
    faults: { status: 200, body: "html" },
    ...UNREADABLE,
  },
  { name: "a reset connection", faults: { reset: "before-headers" }, ...CUT_OFF },
  { name: "an answer cut off", faults: { reset: "mid-body" }, ...CUT_OFF },
  { name: "a truncated frame", faults: { frame: "truncated" }, ...UNREADABLE },
  { name: "a frame with a length beyond its end", faults: { frame: "oversized-length" }, ...UNREADABLE },
  { name: "broken JSON", faults: { frame: "malformed-json" }, ...UNREADABLE },
  { name: "neither result nor error", faults: { frame: "no-envelope" }, ...UNREADABLE },
  { name: "an empty frame", faults: { frame: "empty" }, ...UNREADABLE },
  { name: "an empty body", faults: { status: 200, body: "empty" }, ...UNREADABLE },
];
