import { describe, expect, it } from "vitest";
import { answer, fold, theSession } from "./answer-fixture.ts";
import { prune } from "./prune.ts";

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
