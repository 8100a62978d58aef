import { describe, expect, it } from "vitest";
import { leaveMeasure } from "./measure.ts";

describe("the page's stopwatch", () => {
  it("leaves an entry with the span's name, start and length", () => {
    leaveMeasure("poll.decode", 10, 25);
    expect(performance.getEntriesByName("poll.decode").at(-1)).toMatchObject({ startTime: 10, duration: 15 });
  });

  it("never gathers more than a bounded number of entries", () => {
    for (let i = 0; i < 2_000; i += 1) leaveMeasure("poll.merge", i, i + 1);
    const entries = performance.getEntriesByName("poll.merge");
    expect(entries.length).toBeGreaterThan(0);
    expect(entries.length).toBeLessThanOrEqual(500);
    expect(entries.at(-1)?.startTime).toBe(1_999);
  });
});
