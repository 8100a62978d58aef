import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { atRest, eachAtRest } from "./at-rest.ts";

/** Idle periods as a test gives them, of so many ms. */
const asked = new Map<number, IdleRequestCallback>();
let last = 0;
const idle = (ms: number) => {
  for (const [handle, callback] of Array.from(asked)) {
    asked.delete(handle);
    callback({ didTimeout: false, timeRemaining: () => ms });
  }
};

beforeEach(() => {
  vi.useFakeTimers();
  asked.clear();
  vi.stubGlobal("requestIdleCallback", (callback: IdleRequestCallback) => {
    asked.set((last += 1), callback);
    return last;
  });
  vi.stubGlobal("cancelIdleCallback", (handle: number) => asked.delete(handle));
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("what waits until the page is at rest", () => {
  it("is not done in the moments between two frames", () => {
    const run = vi.fn<() => void>();
    atRest(run);
    idle(10);
    idle(15);
    expect(run).not.toHaveBeenCalled();
    idle(50);
    expect(run).toHaveBeenCalledOnce();
  });

  it("is done after a while on a page that draws each frame", () => {
    const run = vi.fn<() => void>();
    atRest(run);
    for (let seconds = 0; seconds < 10; seconds += 1) {
      idle(10);
      expect(run).not.toHaveBeenCalled();
      vi.advanceTimersByTime(1_000);
    }
    idle(10);
    expect(run).toHaveBeenCalledOnce();
  });

  it("is soon done where the browser does not tell", () => {
    vi.stubGlobal("requestIdleCallback", undefined);
    const run = vi.fn<() => void>();
    const stop = atRest(vi.fn<() => void>(() => run()));
    atRest(run);
    stop();
    vi.runAllTimers();
    expect(run).toHaveBeenCalledOnce();
  });

  it("is done one by one, and may be called off between two", () => {
    const done: string[] = [];
    const stop = eachAtRest(["a", "b", "c"].map((name) => () => void done.push(name)));
    idle(50);
    expect(done).toEqual(["a"]);
    idle(50);
    expect(done).toEqual(["a", "b"]);
    stop();
    idle(50);
    expect(done).toEqual(["a", "b"]);
  });
});
