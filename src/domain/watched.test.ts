import { describe, expect, it } from "vitest";
import { answer, fold } from "./answer-fixture.ts";
import { NOTHING_KNOWN } from "./known.ts";
import { observe } from "./observe.ts";
import { gaps, watchingSince } from "./watched.ts";

describe("the stretches that were watched", () => {
  it("begin with the first answer", () => {
    expect(watchingSince(NOTHING_KNOWN)).toBeUndefined();
    const known = fold([answer(100, []), answer(1_000_000, [])]);
    expect(watchingSince(known)).toBe(100);
  });

  it("go on while the silence between receipt and sending is at most 2.5 intervals", () => {
    const known = fold([answer(0, []), answer(10 + 12_500, [])]);
    expect(known.watched).toEqual([{ from: 0, to: 12_520 }]);
    expect(gaps(known)).toEqual([]);
  });

  it("are apart after a longer silence, and what lies between is a gap", () => {
    const known = fold([answer(0, []), answer(10 + 12_501, []), answer(60_000, [])]);
    expect(known.watched).toEqual([
      { from: 0, to: 10 },
      { from: 12_511, to: 12_521 },
      { from: 60_000, to: 60_010 },
    ]);
    expect(gaps(known)).toEqual([
      { from: 10, to: 12_511 },
      { from: 12_521, to: 60_000 },
    ]);
  });

  it("go by the interval in force", () => {
    const first = fold([answer(0, [])]);
    expect(observe(first, answer(100_000, []), { intervalMs: 60_000 }).watched).toHaveLength(1);
    expect(observe(first, answer(3_000, []), { intervalMs: 1_000 }).watched).toHaveLength(2);
  });

  it("reach to the later receipt when answers crossed", () => {
    const known = fold([answer(0, [], { receivedAt: 900 }), answer(100, [], { receivedAt: 200 })]);
    expect(known.watched).toEqual([{ from: 0, to: 900 }]);
  });

  it("count an answer whatever it was asked for", () => {
    const known = fold([answer(0, []), answer(10_000, [], { scope: ["a"] }), answer(20_000, [])]);
    expect(known.watched).toHaveLength(1);
  });
});
