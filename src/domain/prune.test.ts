import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, fold, theSession } from "./answer-fixture.ts";
import type { KnownSession } from "./known.ts";
import { applyDelta, deltaBetween } from "./known-delta.ts";
import { prune } from "./prune.ts";
import { watching } from "./watching-fixture.ts";

describe("prune", () => {
  const known = fold([
    answer(100, [{ id: "old" }, { id: "recent" }, { id: "alive" }]),
    answer(200, [{ id: "recent" }, { id: "alive" }]),
    answer(300, [{ id: "alive" }]),
  ]);

  it("drops the sessions that had ended before the instant, and only those", () => {
    const pruned = prune(known, { endedBefore: 211 });
    expect([...pruned.sessions.keys()]).toEqual(["recent", "alive"]);
    expect(theSession(pruned, "alive")).toBe(theSession(known, "alive"));
    expect(pruned).toMatchObject({ watched: known.watched, latest: known.latest });
  });

  it("lets those go that ended first, of more than may stay", () => {
    const many = fold([answer(400, [])], known);
    const pruned = prune(many, { endedBefore: 0, mostEnded: () => 2 });
    expect([...pruned.sessions.keys()]).toEqual(["recent", "alive"]);
    expect(prune(many, { endedBefore: 0, mostEnded: () => 3 })).toBe(many);
    expect(prune(known, { endedBefore: 0, mostEnded: (running) => 3 - running })).toBe(known);
    expect(prune(known, { endedBefore: 0, mostEnded: () => 0 }).sessions.size).toBe(1);
  });

  it("lets none go that may not, but for its age", () => {
    const many = fold([answer(400, [])], known);
    const mayGo = ({ session }: KnownSession) => session.id !== "old";
    expect([...prune(many, { endedBefore: 0, mostEnded: () => 2, mayGo }).sessions.keys()]).toEqual([
      "old",
      "alive",
    ]);
    expect([...prune(many, { endedBefore: 211, mostEnded: () => 9, mayGo }).sessions.keys()]).toEqual([
      "recent",
      "alive",
    ]);
    // What goes for its age is not one of those that stay.
    const old = prune(many, { endedBefore: 211, mostEnded: () => 2 });
    expect([...old.sessions.keys()]).toEqual(["recent", "alive"]);
  });

  it("tells from when on nothing is missing: all that ended later stays, and what it told of before holds on", () => {
    fc.assert(
      fc.property(watching, fc.nat(6), fc.nat(400), ({ answers }, most, endedBefore) => {
        const whole = fold(answers);
        const pruned = prune(whole, { endedBefore, watchedBefore: 0, mostEnded: () => most });
        const from = pruned.wholeFrom ?? -Infinity;
        const isLater = ({ ended }: KnownSession) => (ended?.by ?? Infinity) > from;
        const later = [...whole.sessions.values()].filter(isLater);
        expect([...pruned.sessions.values()].filter(isLater)).toEqual(later);
        expect(pruned.wholeFrom === undefined).toBe(pruned.sessions.size === whole.sessions.size);
        expect(fold([answer(10_000, [])], pruned).wholeFrom).toBe(pruned.wholeFrom);
        expect(applyDelta(whole, deltaBetween(whole, pruned))).toEqual(pruned);
      }),
    );
  });

  it("is the same object when there is nothing to drop", () => {
    expect(prune(known, { endedBefore: 210 })).toBe(known);
  });

  it("keeps the stretches of watching for as long as it is told", () => {
    const gapped = fold([answer(100, [{}]), answer(100_000, [{}])]);
    expect(gapped.watched).toHaveLength(2);
    expect(prune(gapped, { endedBefore: 50_000 }).watched).toHaveLength(1);
    expect(prune(gapped, { endedBefore: 50_000, watchedBefore: 0 })).toBe(gapped);
  });

  it("drops earlier lives of a session that stays", () => {
    const lives = fold([1, 2, 3].map((startedAt) => answer(startedAt * 100, [{ startedAt }])));
    const pruned = theSession(prune(lives, { endedBefore: 300 }));
    expect(pruned.session.startedAt).toBe(3);
    expect(pruned.earlier.map((life) => life.session.startedAt)).toEqual([2]);
    expect(prune(lives, { endedBefore: 300, watchedBefore: 0 })).toBe(lives);
  });

  it("knows a dropped session anew when it comes back", () => {
    const back = fold([answer(400, [{ id: "old" }])], prune(known, { endedBefore: 1_000 }));
    expect(theSession(back, "old")).toMatchObject({ firstSeen: 410, ended: undefined });
  });
});
