import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { menuStep } from "./menu-item.ts";

const LINES = ["Training", "Starting", "Last training failed", "Idle"];

describe("the line a key leads to", () => {
  it("goes round at both ends", () => {
    expect(menuStep("ArrowDown", 3, LINES)).toBe(0);
    expect(menuStep("ArrowUp", 0, LINES)).toBe(3);
  });

  it("is the first or last one where no line has focus", () => {
    expect(menuStep("ArrowDown", -1, LINES)).toBe(0);
    expect(menuStep("ArrowUp", -1, LINES)).toBe(3);
  });

  it("is the next one that begins with the letter typed, whatever its case", () => {
    expect(menuStep("S", 0, LINES)).toBe(1);
    expect(menuStep("t", 0, LINES)).toBe(0);
    expect(menuStep("i", 3, LINES)).toBe(3);
  });

  it("is none for keys that mean nothing", () => {
    expect(menuStep("x", 0, LINES)).toBeUndefined();
    expect(menuStep(" ", 0, LINES)).toBeUndefined();
    expect(menuStep("Shift", 0, LINES)).toBeUndefined();
    expect(menuStep("ArrowDown", -1, [])).toBeUndefined();
  });

  it("is always a line of the menu", () => {
    const key = fc.oneof(
      fc.constantFrom("ArrowDown", "ArrowUp", "Home", "End", "Enter", "Tab"),
      fc.string({ maxLength: 2 }),
    );
    fc.assert(
      fc.property(key, fc.array(fc.string()), fc.integer({ min: -1, max: 20 }), (pressed, texts, index) => {
        const to = menuStep(pressed, Math.min(index, texts.length - 1), texts);
        expect(to === undefined || (to >= 0 && to < texts.length)).toBe(true);
      }),
    );
  });
});
