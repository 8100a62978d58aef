import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Moved, steadied } from "./steady.ts";

const moved = (by: number, facts: Partial<Moved> = {}) =>
  steadied({ by, scrollTop: 0, gap: 0, engaged: false, above: undefined, ...facts });

describe("a notice that comes", () => {
  it("moves a list that is at its top with nobody at it", () => {
    expect(moved(44)).toEqual({ scrollTop: 0, gap: 0 });
  });

  it("leaves the rows where they are in one that is scrolled, or that somebody is at", () => {
    expect(moved(44, { scrollTop: 100 })).toEqual({ scrollTop: 144, gap: 0 });
    expect(moved(44, { engaged: true, above: 64 })).toEqual({ scrollTop: 44, gap: 0 });
  });

  it("covers no row that is pointed at or has the focus", () => {
    expect(moved(44, { engaged: true, above: 32 })).toEqual({ scrollTop: 0, gap: 0 });
  });

  it("takes the room that an earlier one left", () => {
    expect(moved(44, { engaged: true, gap: 44 })).toEqual({ scrollTop: 0, gap: 0 });
    expect(moved(60, { engaged: true, gap: 44 })).toEqual({ scrollTop: 16, gap: 0 });
  });
});

describe("a notice that goes", () => {
  it("moves a list that is at its top with nobody at it", () => {
    expect(moved(-44)).toEqual({ scrollTop: 0, gap: 0 });
  });

  it("leaves its room where somebody is at the list and there is nothing to scroll back", () => {
    expect(moved(-44, { engaged: true })).toEqual({ scrollTop: 0, gap: 44 });
    expect(moved(-44, { engaged: true, scrollTop: 20 })).toEqual({ scrollTop: 0, gap: 24 });
  });
});

it("rows stay in place to the pixel for whoever is at the list", () => {
  const px = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 200 }), px, px, (by, scrollTop, gap) => {
      const next = steadied({ by, scrollTop, gap, engaged: true, above: undefined });
      expect(by + (next.gap - gap) - (next.scrollTop - scrollTop)).toBe(0);
      expect(Math.min(next.gap, next.scrollTop)).toBeGreaterThanOrEqual(0);
    }),
  );
});
