import { act, render, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type Frame, useFrame, useShift } from "./live-frame.ts";

const HOUR = 3_600_000;
const NOW = 1_000_000_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ["setTimeout", "clearTimeout", "Date"] });
  vi.stubGlobal("devicePixelRatio", 1);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Where it was put, as a share of the frame, each time that it was. */
function placed(frame: Frame, width: number): readonly number[] {
  const shifts: number[] = [];
  const place = (_: HTMLElement, shift: number) => void shifts.push(shift);
  function Drawn() {
    return <div ref={useShift(frame, place, width)} />;
  }
  render(<Drawn />);
  return shifts;
}
const pass = (seconds: number) => act(() => void vi.advanceTimersByTime(seconds * 1_000));

describe("what is drawn in a frame", () => {
  const live: Frame = { from: NOW - 3 * HOUR, to: NOW, live: true };

  it("is moved once it is half a pixel behind, and no oftener", () => {
    // A pixel is 18 s.
    const shifts = placed(live, 600);
    expect(shifts).toEqual([0]);
    pass(8);
    expect(shifts).toHaveLength(1);
    pass(1);
    expect(shifts).toEqual([0, 9_000 / (3 * HOUR)]);
    pass(8);
    expect(shifts).toHaveLength(2);
  });

  it("is moved as often as the screen's own pixels ask for", () => {
    vi.stubGlobal("devicePixelRatio", 3);
    const shifts = placed(live, 600);
    pass(9);
    expect(shifts).toHaveLength(4);
  });

  it("is moved as the widest would be where nobody knows its width", () => {
    const shifts = placed(live, 0);
    pass(9);
    expect(shifts).toHaveLength(4);
  });

  it("stands where it is in a frame that does", () => {
    const shifts = placed({ ...live, live: false }, 600);
    pass(60);
    expect(shifts).toEqual([0]);
  });
});

describe("a frame that stands still", () => {
  const frameOf = (from: number, to: number) => renderHook(() => useFrame({ from, to })).result;
  const minute = Math.floor(NOW / 60_000) * 60_000;

  it("is the same whatever time it is, where it is of the past", () => {
    const frame = frameOf(NOW - HOUR, minute - 60_000);
    const before = frame.current;
    expect(before).toEqual({ from: NOW - HOUR, to: minute - 60_000, live: false, now: undefined });
    pass(120);
    expect(frame.current).toBe(before);
  });

  it("knows now to the minute, where it reaches beyond", () => {
    const frame = frameOf(NOW - HOUR, NOW + HOUR);
    expect(frame.current.now).toBe(minute);
    pass(60);
    expect(frame.current.now).toBe(minute + 60_000);
  });
});
