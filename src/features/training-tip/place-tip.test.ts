import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeTip } from "./place-tip.ts";

const viewport = { width: 1440, height: 900 };

describe("the place of a tooltip", () => {
  it("is below the bar, its arrow at the bar's middle", () => {
    const { at, side, arrow } = placeTip({ left: 700, right: 740, top: 300, bottom: 314 }, viewport);
    expect(side).toBe("below");
    expect(at.top).toBeGreaterThan(314);
    expect(at.left + arrow).toBe(720);
  });

  it("is above a bar near the lower edge", () => {
    const { at, side } = placeTip({ left: 700, right: 740, top: 850, bottom: 864 }, viewport);
    expect(side).toBe("above");
    expect(at.top).toBeLessThan(850);
  });

  it("points at what is seen of a bar that goes on outside", () => {
    const { at, arrow } = placeTip({ left: -900, right: 100, top: 0, bottom: 10 }, viewport);
    expect(at.left + arrow).toBe(50);
  });

  it("is always inside the viewport", () => {
    const size = fc.integer({ min: 320, max: 3_000 });
    fc.assert(
      fc.property(
        size,
        size,
        fc.nat(3_000),
        fc.nat(3_000),
        fc.nat(400),
        (width, height, left, top, length) => {
          const { at } = placeTip({ left, top, right: left + length, bottom: top + 14 }, { width, height });
          expect(at.left).toBeGreaterThanOrEqual(8);
          expect(at.left + Math.min(288, width - 16)).toBeLessThanOrEqual(width - 8);
          expect(at.top).toBeGreaterThanOrEqual(0);
        },
      ),
    );
  });
});
