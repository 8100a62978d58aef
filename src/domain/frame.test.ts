import { describe, expect, it } from "vitest";
import { frameLength } from "./frame.ts";

const MINUTE = 60_000;
const now = 1_000 * MINUTE;

describe("the stretch a time range asks for", () => {
  it("is the range's own length when it ends at now", () => {
    expect(frameLength({ kind: "last", name: "3h" }, undefined, now)).toBe(180 * MINUTE);
  });

  it("is the two ends of a range that stands still", () => {
    expect(frameLength({ kind: "fixed", from: 5, to: 9 }, undefined, now)).toEqual({
      kind: "fixed",
      from: 5,
      to: 9,
    });
  });

  it("reaches back beyond the oldest when it is all", () => {
    const length = frameLength({ kind: "last", name: "all" }, now - 100 * MINUTE, now);
    expect(length).toBeGreaterThan(100 * MINUTE);
    expect(length).toBeLessThan(120 * MINUTE);
  });

  it.each([undefined, now, now + MINUTE])("is some minutes when the oldest is %s", (oldest) => {
    expect(frameLength({ kind: "last", name: "all" }, oldest, now)).toBe(5 * MINUTE);
  });
});
