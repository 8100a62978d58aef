import { act, cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Polling } from "../../api/polling.ts";
import { LiveIndicator } from "./live-indicator.tsx";

const NOW = Date.UTC(2026, 2, 11, 14, 34, 8);
const MINUTE = 60_000;

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

const CONNECTING: Polling = {
  phase: "connecting",
  problem: undefined,
  updatedAt: undefined,
  wait: undefined,
  paceMs: 5_000,
  freshForMs: 12_500,
};

function said(polling: Polling, shownFrom?: number): string {
  render(<LiveIndicator polling={polling} shownFrom={shownFrom} />);
  return screen.getByRole("status", { name: "Live updates" }).textContent.replaceAll(/\s/gu, " ");
}
const indicator = () => screen.getByRole("status", { name: "Live updates" });

describe("the live indicator before the first answer", () => {
  it("says only that it connects while nothing is shown", () => {
    expect(said(CONNECTING)).toBe("Connecting");
  });

  it("says how old what is shown is, and gives no time of an answer", () => {
    const text = said(CONNECTING, NOW - 3 * MINUTE - 20_000);
    expect(text).toContain("Connecting·showing what was known 3 m ago");
    expect(text).not.toContain("updated");
    expect(indicator().hasAttribute("data-updated-at")).toBe(false);
  });

  it("says so as well while it cannot be reached", () => {
    const wait = { from: NOW, until: NOW + 8_000 };
    const text = said({ ...CONNECTING, phase: "retrying", wait }, NOW - 26 * 60 * MINUTE);
    expect(text).toContain("Retrying·showing what was known 1 d ago");
    expect(text).toContain("·retry in 8 s");
  });

  it("never says that what is shown is from the future", () => {
    expect(said(CONNECTING, NOW + MINUTE)).toContain("showing what was known 0 s ago");
  });
});

describe("the live indicator after an answer", () => {
  it("says only how old that is, whatever was shown before", () => {
    const updatedAt = NOW - 2_000;
    const text = said({ ...CONNECTING, phase: "live", updatedAt }, NOW - 3 * MINUTE);
    expect(text).toBe("Liveupdated 2 s ago·every 5 s");
    expect(indicator().dataset["updatedAt"]).toBe(String(updatedAt));
  });

  it("pulses once for it, however old it came, until a tick that cuts nothing of it short", () => {
    const pulse = () => indicator().querySelector(".pulse");
    const polling: Polling = { ...CONNECTING, phase: "live", updatedAt: NOW - 3_000 };
    vi.setSystemTime(NOW + 900);
    const { rerender } = render(<LiveIndicator polling={polling} />);
    const first = pulse();
    expect(first).not.toBeNull();
    act(() => void vi.advanceTimersByTime(100));
    expect(pulse()).toBe(first);
    act(() => void vi.advanceTimersByTime(1_000));
    expect(pulse()).toBeNull();
    rerender(<LiveIndicator polling={{ ...polling, paceMs: 6_000 }} />);
    expect(pulse()).toBeNull();
    rerender(<LiveIndicator polling={{ ...polling, updatedAt: NOW }} />);
    const second = pulse();
    expect(second).not.toBeNull();
    rerender(<LiveIndicator polling={{ ...polling, updatedAt: NOW + 100 }} />);
    expect(pulse()).not.toBe(second);
    rerender(<LiveIndicator polling={{ ...polling, updatedAt: NOW + 100, phase: "paused" }} />);
    expect(pulse()).toBeNull();
  });
});
