import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { useFirstSeen } from "./use-first-seen.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const pass = (ms: number): void =>
  act(() => {
    vi.advanceTimersByTime(ms);
  });

it("is so once what there is to show is painted, and stays so", () => {
  const { result, rerender } = renderHook(useFirstSeen, { initialProps: false });
  rerender(true);
  expect(result.current).toBe(false);
  pass(100);
  expect(result.current).toBe(true);
  rerender(false);
  expect(result.current).toBe(true);
});

it("is so after a while where nothing comes", () => {
  const { result } = renderHook(useFirstSeen, { initialProps: false });
  pass(2_900);
  expect(result.current).toBe(false);
  pass(200);
  expect(result.current).toBe(true);
});
