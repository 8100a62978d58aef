import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TimeRange } from "../domain/time-range.ts";
import { keepStep } from "./before-step.ts";
import { REST_MS, useMovingRange } from "./use-moving-range.ts";

const HOUR = 3_600_000;
const NOW = Date.UTC(2026, 2, 11, 14);
const LAST: TimeRange = { kind: "last", name: "1h" };
const change = vi.fn<(range: TimeRange) => void>();

beforeEach(() => {
  vi.useFakeTimers();
  change.mockClear();
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const inView = (range: TimeRange) => ({
  window: range.kind === "fixed" ? range : { from: NOW - HOUR, to: NOW },
  reach: { from: NOW - 24 * HOUR, to: NOW },
});

const start = (initial: TimeRange = LAST) =>
  renderHook(({ range }) => useMovingRange({ range, change, inView }), { initialProps: { range: initial } });

const pan = { kind: "pan", by: -0.5 } as const;
const MOVED: TimeRange = { kind: "fixed", from: NOW - 1.5 * HOUR, to: NOW - HOUR / 2 };
const TWICE: TimeRange = { kind: "fixed", from: NOW - 2 * HOUR, to: NOW - HOUR };

describe("a range that is moved", () => {
  it("shows each movement at once, and becomes one step when it rests", () => {
    const { result } = start();
    act(() => result.current.move(pan));
    expect(result.current.range).toEqual(MOVED);
    act(() => result.current.move(pan));
    expect(result.current.range).toEqual(TWICE);
    expect(change).not.toHaveBeenCalled();
    act(() => void vi.advanceTimersByTime(REST_MS));
    expect(change.mock.calls).toEqual([[TWICE]]);
  });

  it("counts movements together that come before anything is drawn again", () => {
    const { result } = start();
    act(() => {
      result.current.move(pan);
      result.current.move(pan);
    });
    expect(result.current.range).toEqual(TWICE);
  });

  it("is not over while it is held, however long it pauses, and is at once when it is let go of", () => {
    const { result } = start();
    act(() => result.current.move(pan, true));
    act(() => void vi.advanceTimersByTime(60 * REST_MS));
    expect(change).not.toHaveBeenCalled();
    act(() => result.current.rest());
    expect(change.mock.calls).toEqual([[MOVED]]);
    act(() => void vi.advanceTimersByTime(REST_MS));
    act(() => result.current.rest());
    expect(change).toHaveBeenCalledOnce();
  });

  it.each([
    ["clicks on something", () => document.body.click()],
    ["goes on to another step", keepStep],
  ])("is a step as soon as somebody %s", (_, go) => {
    const { result, unmount } = start();
    act(() => result.current.move(pan));
    act(go);
    expect(change.mock.calls).toEqual([[MOVED]]);
    unmount();
    act(go);
    expect(change).toHaveBeenCalledOnce();
  });

  it("is not moved by a gesture that comes to nothing", () => {
    const { result } = start();
    act(() => result.current.move({ kind: "pan", by: 1 }));
    act(() => void vi.advanceTimersByTime(REST_MS));
    expect(result.current.range).toBe(LAST);
    expect(change).not.toHaveBeenCalled();
  });

  it("gives way to a link that is followed meanwhile", () => {
    const { result, rerender } = start();
    act(() => result.current.move(pan));
    const linked: TimeRange = { kind: "last", name: "3h" };
    rerender({ range: linked });
    expect(result.current.range).toBe(linked);
    act(() => void vi.advanceTimersByTime(REST_MS));
    expect(change).not.toHaveBeenCalled();
  });

  it("stays moved while something else of the view changes", () => {
    const { result, rerender } = start();
    act(() => result.current.move(pan));
    rerender({ range: { ...LAST } });
    expect(result.current.range).toEqual(MOVED);
  });

  it("is a step at once when something is to go on from it", () => {
    const { result } = start();
    act(() => result.current.move(pan));
    act(() => keepStep());
    expect(change.mock.calls).toEqual([[MOVED]]);
    act(() => void vi.advanceTimersByTime(REST_MS));
    act(() => keepStep());
    expect(change).toHaveBeenCalledOnce();
  });

  it("makes no step once its view is left", () => {
    const { result, unmount } = start();
    act(() => result.current.move(pan));
    unmount();
    vi.advanceTimersByTime(REST_MS);
    keepStep();
    expect(change).not.toHaveBeenCalled();
  });
});
