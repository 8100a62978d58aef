import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useLook } from "./use-look.ts";

const START = Date.UTC(2026, 2, 11, 14, 0, 0);

beforeEach(() => {
  vi.useFakeTimers({ now: START });
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
  expect(result.current).toMatchObject({ hiddenSince: START, wasHidden: true });
  vi.setSystemTime(START + 90_000);
  turn(false);
  expect(result.current).toMatchObject({
    hiddenSince: undefined,
    away: { at: START, returnedAt: START + 90_000 },
  });
  act(() => result.current.dismiss());
  expect(result.current.away).toBeUndefined();
});

it("begins with the page for one that is opened where nobody sees it", () => {
  vi.spyOn(document, "hidden", "get").mockReturnValue(true);
  expect(renderHook(useLook).result.current.hiddenSince).toBe(START);
});
