import { act, cleanup, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { holdTicks, onSecond, useNow } from "./tick.ts";

let hidden = false;

function setHidden(value: boolean): void {
  hidden = value;
  document.dispatchEvent(new Event("visibilitychange"));
}

beforeEach(() => {
  hidden = false;
  vi.useFakeTimers({ now: 1_700_000_000_250 });
  Object.defineProperty(document, "hidden", { configurable: true, get: () => hidden });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
  Reflect.deleteProperty(document, "hidden");
});

describe("the clock", () => {
  it("ticks at whole seconds for all its listeners, on one timer", () => {
    const ticks: number[] = [];
    const stops = [onSecond((now) => ticks.push(now)), onSecond((now) => ticks.push(now))];
    expect(vi.getTimerCount()).toBe(1);
    vi.advanceTimersByTime(750);
    expect(ticks).toEqual([1_700_000_001_000, 1_700_000_001_000]);
    stops.forEach((stop) => stop());
    expect(vi.getTimerCount()).toBe(0);
  });

  it("is silent while the page is hidden, and ticks at once when it shows again", () => {
    const ticks: number[] = [];
    const stop = onSecond((now) => ticks.push(now));
    setHidden(true);
    expect(vi.getTimerCount()).toBe(0);
    vi.advanceTimersByTime(60_000);
    expect(ticks).toEqual([]);
    setHidden(false);
    expect(ticks).toEqual([1_700_000_060_250]);
    stop();
  });

  it("ticks now and then while it is held, and at once when it is let go", () => {
    const ticks: number[] = [];
    const stop = onSecond((now) => ticks.push(now));
    vi.advanceTimersByTime(750);
    holdTicks(true);
    vi.advanceTimersByTime(12_000);
    expect(ticks).toEqual([1_700_000_001_000, 1_700_000_005_000, 1_700_000_010_000]);
    vi.advanceTimersByTime(250);
    holdTicks(false);
    expect(ticks.slice(3)).toEqual([1_700_000_013_250]);
    vi.advanceTimersByTime(750);
    expect(ticks.slice(4)).toEqual([1_700_000_014_000]);
    stop();
  });

  it("is let go without a tick where nobody hears or sees it", () => {
    const tick = vi.fn<() => void>();
    const stop = onSecond(tick);
    holdTicks(true);
    vi.advanceTimersByTime(1_000);
    setHidden(true);
    holdTicks(false);
    expect(tick).not.toHaveBeenCalled();
    stop();
  });

  it("renders a component only when its step is passed", () => {
    let renders = 0;
    const { result } = renderHook(() => {
      renders += 1;
      return useNow(10_000);
    });
    expect(result.current).toBe(1_700_000_000_000);
    act(() => void vi.advanceTimersByTime(9_000));
    expect(renders).toBe(1);
    act(() => void vi.advanceTimersByTime(1_000));
    expect(result.current).toBe(1_700_000_010_000);
    expect(renders).toBe(2);
  });
});
