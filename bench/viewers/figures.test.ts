import { describe, expect, it } from "vitest";
import { beyondUpstream, percentile, perMinute, quarters, mayHaveWaited } from "./figures.ts";

describe("how long an answer took beyond the call to the API", () => {
  const calls = [{ endedAt: 100 }, { endedAt: 5_000 }, { endedAt: 9_000 }];
  it.each([
    ["is all of it where it waited for none", { askedAt: 6_000, gotAt: 6_012 }, 12, false],
    ["is what came after the call that it waited for", { askedAt: 4_500, gotAt: 5_030 }, 30, true],
    ["takes no call that was over later for its own", { askedAt: 8_000, gotAt: 8_004 }, 4, false],
    ["is all of it where there was no call", { askedAt: 10, gotAt: 13 }, 3, false],
  ])("%s", (_, answer, ms, hasWaited) => {
    expect(beyondUpstream(answer, calls)).toBe(ms);
    expect(mayHaveWaited(answer, calls)).toBe(hasWaited);
  });
});

it.each([
  [[5, 1, 3, 2, 4], 0.5, 3],
  [[5, 1, 3, 2, 4], 0.99, 5],
  [[5, 1, 3, 2, 4], 0, 1],
  [Array.from({ length: 200 }, (_, i) => i + 1), 0.99, 198],
  [[], 0.5, Number.NaN],
])("of %j the part %d is at most %d", (values, share, expected) => {
  expect(percentile(values, share)).toBe(expected);
});

it("compares the first quarter with the last", () => {
  const samples = [1, 9, 2, 50, 50, 50, 50, 50, 50, 4, 4, 30].map((rss) => ({
    kind: "memory" as const,
    rss,
    heap: 0,
    cpuMs: 0,
  }));
  expect(quarters(samples, ({ rss }) => rss)).toEqual([2, 4]);
});

it("counts by the minute", () => {
  expect(perMinute(3, 15_000)).toBe(12);
});
