import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { markActing } from "./acting.ts";

const isActing = () => document.documentElement.hasAttribute("data-acting");
let end: () => void;

beforeEach(() => {
  vi.useFakeTimers();
  // Nothing moves in happy-dom, and it does not say so.
  document.getAnimations = () => [];
  end = markActing();
});
afterEach(() => {
  end();
  vi.useRealTimers();
  Reflect.deleteProperty(document, "getAnimations");
});

it.each(["keydown", "pointerdown", "pointermove", "wheel"])(
  "takes a %s for a sign, wherever it is and whoever else takes it",
  (sign) => {
    const field = document.body.appendChild(document.createElement("input"));
    field.addEventListener(sign, (event) => event.stopPropagation());
    expect(isActing()).toBe(false);
    field.dispatchEvent(new Event(sign));
    expect(isActing()).toBe(true);
    field.remove();
  },
);

it.each(["wheel", "scroll"])("is over two seconds after the last sign, not the first: %s", (last) => {
  dispatchEvent(new Event("wheel"));
  vi.advanceTimersByTime(1_900);
  dispatchEvent(new Event(last));
  vi.advanceTimersByTime(1_900);
  expect(isActing()).toBe(true);
  vi.advanceTimersByTime(100);
  expect(isActing()).toBe(false);
  dispatchEvent(new Event("keydown"));
  expect(isActing()).toBe(true);
});

it("does not begin with what the page scrolls by itself", () => {
  dispatchEvent(new Event("scroll"));
  expect(isActing()).toBe(false);
});

it("leaves nothing behind, and hears nothing any more", () => {
  dispatchEvent(new Event("keydown"));
  end();
  expect(isActing()).toBe(false);
  dispatchEvent(new Event("keydown"));
  expect(isActing()).toBe(false);
  expect(vi.getTimerCount()).toBe(0);
});
