import { describe, expect, it } from "vitest";
import { createSpeed } from "./scroll-speed.ts";

/** Whether rows go fast after each step: [ms since the one before, rows]. */
function speeds(steps: readonly (readonly [ms: number, rows: number])[]): readonly boolean[] {
  const speed = createSpeed();
  let [at, row] = [1_000, 100];
  speed.isFast(row, at);
  return steps.map(([ms, rows]) => {
    at += ms;
    row += rows;
    return speed.isFast(row, at);
  });
}

const [no, yes] = [false, true];

describe("the speed of rows", () => {
  it.each([
    [
      "a notch of the wheel, spread over its frames",
      [
        [16, 1],
        [16, 1],
        [16, 0],
        [16, 1],
      ],
      [no, no, no, no],
    ],
    [
      "a free wheel",
      [
        [16, 8],
        [16, 8],
        [16, 8],
      ],
      [no, yes, yes],
    ],
    [
      "the same up, and at a slow machine's frames",
      [
        [50, -25],
        [50, -25],
        [50, -25],
      ],
      [no, yes, yes],
    ],
    [
      "one that slows down",
      [
        [16, 8],
        [16, 8],
        [16, 2],
        [16, 1],
      ],
      [no, yes, yes, yes],
    ],
    [
      "one that has slowed down",
      [
        [16, 8],
        [16, 8],
        [100, 4],
        [100, 4],
      ],
      [no, yes, no, no],
    ],
    [
      "jumps, which are places and no way",
      [
        [1_000, 4_000],
        [16, 1],
        [100, -4_000],
        [16, 0],
      ],
      [no, no, no, no],
    ],
    [
      "two steps at once",
      [
        [0, 50],
        [0, 50],
        [16, 1],
      ],
      [no, no, no],
    ],
  ] as const)("%s", (_, steps, fast) => {
    expect(speeds(steps)).toEqual(fast);
  });

  it("is nothing for a list that is led from place to place", () => {
    const speed = createSpeed();
    for (let step = 0; step < 9; step += 1) {
      expect(speed.isFast(step * 10, 1_000 + step * 33)).toBe(false);
      speed.forget();
    }
  });
});
