import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { browserNow } from "../api/clock.ts";
import type { ConnectionFacts } from "../api/connection-facts.ts";
import { ofTheMachine } from "./with-facts.tsx";

const MINUTE = 60_000;
const FACTS: ConnectionFacts = {
  name: "here",
  role: "polls",
  calls: { count: 0, spanMs: 0 },
  skew: { low: -MINUTE, high: -MINUTE + 1_000 },
  notice: undefined,
};

let now = 0;
beforeEach(() => {
  // The page's clock never goes back, in no test.
  now = Math.max(Date.now(), browserNow());
  vi.useFakeTimers({ now });
  browserNow();
});
afterEach(() => void vi.useRealTimers());

it("says of the computer's clock what the page found of it", () => {
  expect(ofTheMachine(FACTS)).toBe(FACTS);
});

it("says it of what that shows since it was set back", () => {
  vi.setSystemTime(now - MINUTE);
  const { skew } = ofTheMachine(FACTS);
  expect([skew?.low, skew?.high].map((ms) => Math.round((ms ?? NaN) / 1_000))).toEqual([0, 1]);
});

it("says nothing where nothing is known", () => {
  vi.setSystemTime(now - MINUTE);
  expect(ofTheMachine({ ...FACTS, skew: undefined }).skew).toBeUndefined();
});
