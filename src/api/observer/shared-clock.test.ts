import { describe, expect, it } from "vitest";
import { sharedClock } from "./shared-clock.ts";

/** A thread whose clock and stopwatch the test moves. */
function thread(start: number) {
  let ms = 0;
  const clock = sharedClock(
    () => start + ms,
    () => ms,
  );
  return { ...clock, pass: (by: number) => (ms += by) };
}

describe("the clock of another thread", () => {
  it("is the machine's, though messages take a while", () => {
    const { now, hear, pass } = thread(1_000_000);
    hear(999_700);
    expect(now()).toBe(1_000_000);
    pass(500);
    hear(1_000_499);
    expect(now()).toBe(1_000_500);
  });

  it("is the machine's for a message that waited until there was somebody to hear it", () => {
    const { now, hear } = thread(1_000_000);
    hear(988_000);
    expect(now()).toBe(1_000_000);
  });

  it("is the page's where that goes by another, as near as the quickest message tells", () => {
    const { now, hear, pass } = thread(9_000_000);
    hear(5_000_000 - 400);
    pass(1_000);
    hear(5_001_000 - 3);
    expect(now()).toBe(5_000_997);
    pass(1_000);
    hear(5_002_000 - 200);
    expect(now()).toBe(5_001_997);
  });

  it("never goes back", () => {
    const { now, hear, pass } = thread(9_000_000);
    const first = now();
    hear(5_000_000);
    pass(10);
    expect(now()).toBe(first + 10);
  });
});
