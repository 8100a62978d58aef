import { describe, expect, it } from "vitest";
import { timeMarks } from "./time-marks.ts";
import { wholeMarks } from "./whole-marks.ts";

const HOUR = 3_600_000;
const T0 = Date.parse("2026-03-10T12:00:00Z");
const frame = { from: T0 - 4 * HOUR, to: T0 };
const input = {
  frame,
  drawn: frame,
  width: 800,
  zone: "UTC",
  watched: [{ from: T0 - 3 * HOUR, to: T0 }],
  staleFrom: undefined,
  today: T0,
} as const;

describe("the marks of what is counted of all sessions", () => {
  it.each([undefined, T0 - 3 * HOUR, T0 - 5 * HOUR])(
    "are those of any axis where all is known since %s",
    (wholeFrom) => {
      expect(wholeMarks({ ...input, wholeFrom })).toEqual(timeMarks(input));
    },
  );

  it("wash what was let go, and say that it was, and not that nobody watched", () => {
    const { washes, eye } = wholeMarks({ ...input, wholeFrom: T0 - 2 * HOUR });
    expect(washes).toEqual([
      {
        kind: "before-watching",
        at: -Infinity,
        x: 0,
        w: 0.5,
        title: "Sessions that ended before 10:00:00 are not in this picture",
      },
    ]);
    expect(eye).toBeUndefined();
  });
});
