import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meets, xOf } from "./window.ts";

const window = { from: 1000, to: 3000 };

describe("xOf", () => {
  it("runs from 0 at the window's beginning to 1 at its end", () => {
    expect([1000, 1500, 2000, 3000].map((at) => xOf(at, window))).toEqual([0, 0.25, 0.5, 1]);
  });

  it("keeps what lies outside on the nearer end", () => {
    expect(xOf(-Infinity, window)).toBe(0);
    expect(xOf(999, window)).toBe(0);
    expect(xOf(3001, window)).toBe(1);
    expect(xOf(Infinity, window)).toBe(1);
  });

  it("is a number in 0..1 for every instant and window", () => {
    fc.assert(
      fc.property(fc.double(), fc.double(), fc.double(), (at, from, to) => {
        const x = xOf(at, { from, to });
        expect(x >= 0 && x <= 1).toBe(true);
      }),
    );
  });

  it("never goes back as time goes on", () => {
    fc.assert(
      fc.property(fc.integer({ max: 5000 }), fc.integer({ max: 5000 }), (a, b) => {
        expect(xOf(Math.min(a, b), window)).toBeLessThanOrEqual(xOf(Math.max(a, b), window));
      }),
    );
  });
});

describe("meets", () => {
  it("holds for a stretch that shares an instant with the window", () => {
    expect(meets(0, 1000, window)).toBe(true);
    expect(meets(3000, 9000, window)).toBe(true);
    expect(meets(0, 9000, window)).toBe(true);
    expect(meets(2000, 2000, window)).toBe(true);
    expect(meets(0, 999, window)).toBe(false);
    expect(meets(3001, 9000, window)).toBe(false);
  });
});
