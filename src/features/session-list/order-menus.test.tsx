import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TimeRange } from "../../domain/time-range.ts";
import { listParams } from "../../url/list-params.ts";
import { readView } from "../../url/view.ts";
import { RangeMenu } from "./order-menus.tsx";

beforeEach(() => {
  vi.useFakeTimers({ now: Date.UTC(2026, 10, 23, 12) });
});
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

function buttonFor(range: TimeRange): string {
  const { view } = readView(listParams, "");
  render(<RangeMenu view={{ ...view, range }} change={() => undefined} zone="UTC" />);
  return screen.getByRole("button").textContent.replaceAll(/\s/gu, " ");
}

describe("the button of the time range", () => {
  it("names one that ends at now", () => {
    expect(buttonFor({ kind: "last", name: "3h" })).toContain("Last 3 h");
  });

  it("reads one that stands still", () => {
    const [from, to] = [Date.UTC(2026, 10, 22), Date.UTC(2026, 10, 22, 6)];
    expect(buttonFor({ kind: "fixed", from, to })).toContain("22 Nov 00:00–06:00");
  });
});
