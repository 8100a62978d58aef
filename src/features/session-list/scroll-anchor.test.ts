import { describe, expect, it } from "vitest";
import { shiftOf } from "./scroll-anchor.ts";

/** Rows of 32 px below each other, the first at 320 px. */
const drawn = (...keys: readonly string[]) =>
  keys.map((key, i) => ({ key, start: 320 + 32 * i, end: 320 + 32 * (i + 1) }));
/** Where rows stand now, by the same measure. */
const now =
  (...keys: readonly string[]) =>
  (key: unknown) => {
    const index = keys.findIndex((other) => other === key);
    return index < 0 ? undefined : 320 + 32 * index;
  };
const rows = drawn("a", "b", "c", "d", "e");
/** `b` is the first in view, and only its lower half. */
const TOP = 320 + 48;

describe("the shift of what is in view", () => {
  it("is none while rows change only below it", () => {
    expect(shiftOf(rows, TOP, now("a", "b", "new", "c", "d", "e"))).toBe(0);
    expect(shiftOf(rows, TOP, now("a", "b", "c", "e"))).toBe(0);
  });

  it("is the height of what came above it, or less of what left", () => {
    expect(shiftOf(rows, TOP, now("new", "a", "newer", "b", "c", "d", "e"))).toBe(64);
    expect(shiftOf(rows, TOP, now("b", "c", "d", "e"))).toBe(-32);
  });

  it("goes by the next row where the first in view is gone", () => {
    expect(shiftOf(rows, TOP, now("new", "a", "c", "d", "e"))).toBe(0);
    expect(shiftOf(rows, TOP, now("new", "newer", "a", "c", "d", "e"))).toBe(32);
  });

  it("follows no row that moved to the end of the list, as one that ended does", () => {
    expect(shiftOf(rows, TOP, now("new", "newer", "a", "c", "d", "e", "b"))).toBe(32);
  });

  it("follows no row that moved up", () => {
    expect(shiftOf(rows, TOP, now("b", "a", "c", "d", "e"))).toBe(0);
    expect(shiftOf(rows, TOP, now("a", "d", "b", "c", "e"))).toBe(32);
  });

  it("is none where nothing of what was in view is left", () => {
    expect(shiftOf(rows, TOP, now("x", "y"))).toBe(0);
    expect(shiftOf([], TOP, now("x"))).toBe(0);
  });
});
