import { describe, expect, it } from "vitest";
import { stepRange } from "./time-range.ts";

describe("a step from range to range", () => {
  it.each([
    ["3h", -1, "1h"],
    ["3h", 1, "12h"],
    ["15m", -1, "15m"],
    ["all", 1, "all"],
  ] as const)("from %s by %i is %s", (name, by, expected) => {
    expect(stepRange({ kind: "last", name }, by)).toEqual({ kind: "last", name: expected });
  });

  it("leaves a range that stands still where it is", () => {
    const fixed = { kind: "fixed", from: 1, to: 2 } as const;
    expect(stepRange(fixed, 1)).toBe(fixed);
  });
});
