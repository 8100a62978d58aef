import { act, renderHook } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { partsText } from "../../domain/format-number.ts";
import { knownSession } from "../../domain/known-fixture.ts";
import { useDuration } from "./use-duration.ts";

const NOW = Date.UTC(2026, 2, 11, 13, 0, 0);
const MINUTE = 60_000;

beforeEach(() => void vi.useFakeTimers({ now: NOW }));
afterEach(() => void vi.useRealTimers());

/** Of a training that began a minute ago. */
function durationOf(state: string) {
  const [training] = knownSession({ startedAt: NOW - MINUTE, trainings: [state] }).trainings;
  if (!training) throw new Error("no training");
  const standing = { now: NOW, lastSeenAt: NOW, stale: false, gone: false };
  let renders = 0;
  const { result } = renderHook(() => {
    renders += 1;
    return partsText(useDuration(training, standing));
  });
  return { text: () => result.current.replaceAll(/\s/g, " "), renders: () => renders };
}

const pass = (ms: number) => act(() => void vi.advanceTimersByTime(ms));

it("of an open training grows with each second", () => {
  const { text } = durationOf("running");
  expect(text()).toBe("1 m 00 s");
  pass(5_000);
  expect(text()).toBe("1 m 05 s");
});

it("of one that ended says the same, and nothing is rendered for it", () => {
  const { text, renders } = durationOf("completed");
  const before = text();
  pass(5_000);
  expect([text(), renders()]).toEqual([before, 1]);
});
