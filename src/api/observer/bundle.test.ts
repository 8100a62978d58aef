import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NOTHING_KNOWN } from "../../domain/known.ts";
import { bundled } from "./bundle.ts";
import type { Report } from "./orders.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const { watched, latest } = NOTHING_KNOWN;
const part = (name: "whole" | "first" | "more" | "last"): Report => ({
  kind: "delta",
  delta: { changed: [], dropped: [], watched, latest },
  part: name,
  answered: true,
});
const done = (id: number): Report => ({ kind: "done", id, done: true });

describe("reports", () => {
  it("of one task are one message, in their order", () => {
    const sent: (readonly Report[])[] = [];
    const report = bundled((reports) => void sent.push(reports));
    report(part("whole"));
    report(done(1));
    expect(sent).toEqual([]);
    vi.runAllTimers();
    expect(sent).toEqual([[part("whole"), done(1)]]);
  });

  it("of a large change go one by one, after what was waiting, and nothing overtakes them", () => {
    const sent: (readonly Report[])[] = [];
    const report = bundled((reports) => void sent.push(reports));
    report(done(1));
    report(part("first"));
    report(part("last"));
    report(done(2));
    vi.runAllTimers();
    expect(sent).toEqual([[done(1), part("first")], [part("last")], [done(2)]]);
  });
});
