import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { steadyClock } from "./steady-clock.ts";

const HOUR = 3_600_000;

function clock() {
  const at = { wall: 10 * HOUR, ticks: 0 };
  const pass = (ms: number) => {
    at.wall += ms;
    at.ticks += ms;
  };
  return {
    at,
    pass,
    now: steadyClock(
      () => at.wall,
      () => at.ticks,
    ),
  };
}

describe("a steady clock", () => {
  it("tells the machine's time while that goes forward", () => {
    const { pass, now } = clock();
    expect(now()).toBe(10 * HOUR);
    pass(500);
    expect(now()).toBe(10 * HOUR + 500);
  });

  it("goes on evenly when the machine's clock is set back", () => {
    const { at, pass, now } = clock();
    now();
    at.wall -= HOUR;
    pass(1_000);
    expect(now()).toBe(10 * HOUR + 1_000);
    pass(1_000);
    expect(now()).toBe(10 * HOUR + 2_000);
  });

  it("follows the machine's clock forward: over a sleep in which nothing ticked, or once it has caught up", () => {
    const { at, now } = clock();
    now();
    at.wall += 8 * HOUR;
    expect(now()).toBe(18 * HOUR);
  });

  it("never goes back, whatever is done to the machine's clock", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: -HOUR, max: HOUR }), fc.nat(HOUR))), (steps) => {
        const { at, pass, now } = clock();
        let before = now();
        for (const [set, passed] of steps) {
          at.wall += set;
          pass(passed);
          const after = now();
          expect(after).toBeGreaterThanOrEqual(before + passed);
          before = after;
        }
      }),
    );
  });
});
