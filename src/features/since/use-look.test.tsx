import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { setAhead } from "../../api/clock.ts";
import { useLook } from "./use-look.ts";

// The browser's clock never goes back, so each test is on a later day.
let start = Date.UTC(2026, 2, 11, 14, 0, 0);

beforeEach(() => {
  start += 86_400_000;
  vi.useFakeTimers({ now: start });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function turn(hidden: boolean): void {
  vi.spyOn(document, "hidden", "get").mockReturnValue(hidden);
  act(() => void document.dispatchEvent(new Event("visibilitychange")));
}

it("tells of a time away until it is dismissed", () => {
  const { result } = renderHook(useLook);
  expect(result.current).toMatchObject({ hiddenSince: undefined, wasHidden: false, away: undefined });
  turn(true);
  expect(result.current).toMatchObject({ hiddenSince: start, wasHidden: true });
  vi.setSystemTime(start + 90_000);
  turn(false);
  expect(result.current).toMatchObject({
    hiddenSince: undefined,
    away: { at: start, returnedAt: start + 90_000 },
  });
  act(() => result.current.dismiss());
  expect(result.current.away).toBeUndefined();
});

it("is dated by the API's clock, however late an answer tells it, and as long as by the person's", () => {
  vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  const { result, rerender } = renderHook(useLook);
  setAhead(1_200_000);
  rerender();
  expect(result.current.hiddenSince).toBe(start + 1_200_000);
  vi.setSystemTime(start + 5_000);
  turn(false);
  expect(result.current.away).toBeUndefined();
  setAhead(0);
});

it("begins with the page for one that is opened where nobody sees it", () => {
  vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  expect(renderHook(useLook).result.current.hiddenSince).toBe(start);
});
