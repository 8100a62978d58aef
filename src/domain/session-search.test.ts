import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownSession } from "./known-fixture.ts";
import { findSessions, prepareSearch } from "./session-search.ts";
import { hostileText } from "./text-fixture.ts";

const ended = { after: 5_000, by: 6_000 };
const SESSIONS = [
  knownSession({ id: "abc-1", startedAt: 1_000, modelId: "resnet", on: { launcher: "big" } }),
  knownSession({ id: "abc-2", startedAt: 2_000, modelId: "resnet" }),
  knownSession({ id: "ABC-3", startedAt: 3_000, modelId: "bert", ended }),
  knownSession({ id: "x-abc", startedAt: 4_000, modelId: "bert" }),
  knownSession({ id: "none", startedAt: 5_000, modelId: "abc" }),
];

const ids = (query: string, limit = 10) =>
  findSessions(SESSIONS, query, limit).shown.map(({ session }) => session.id);

describe("the search of sessions", () => {
  it("puts first whose id begins so, the running before the ended, the newest before the oldest", () => {
    expect(ids("abc")).toEqual(["abc-2", "abc-1", "ABC-3", "x-abc", "none"]);
  });

  it.each<[query: string, found: readonly string[]]>([
    ["resnet", ["abc-2", "abc-1"]],
    ["BIG", ["abc-1"]],
    ["abc bert", ["ABC-3", "x-abc"]],
    ["bert nobody", []],
    ["", []],
    ["  ,; ", []],
  ])("for %j finds %j", (query, found) => {
    expect(ids(query)).toEqual(found);
  });

  it("takes the session out of a line that names it", () => {
    const id = "97385e39-6013-4106-9af3-4fbde6d99ecb";
    const named = [...SESSIONS, knownSession({ id })];
    const line = `2026-03-11 ERROR session "${id.toUpperCase()}" is slow`;
    expect(findSessions(named, line, 5).shown.map(({ session }) => session.id)).toEqual([id]);
  });

  it("shows no more than asked for, and says how many there are", () => {
    expect(ids("abc", 2)).toEqual(["abc-2", "abc-1"]);
    expect(findSessions(SESSIONS, "abc", 2).count).toBe(5);
    expect(findSessions(SESSIONS, "abc", 0)).toEqual({ shown: [], count: 5 });
  });

  it("finds the same where it was prepared, some at a time", () => {
    const all = SESSIONS.map((known) => ({ ...known }));
    const left = all.values();
    expect([prepareSearch(left, 3), prepareSearch(left, 3), prepareSearch(left, 3)]).toEqual([
      true,
      false,
      false,
    ]);
    expect(findSessions(all, "abc", 10)).toEqual(findSessions(SESSIONS, "abc", 10));
  });

  it("of a part is the beginning of the search of all, in whatever order they come", () => {
    const sessions = fc
      .uniqueArray(hostileText, { maxLength: 30 })
      .map((all) => all.map((id, i) => knownSession({ id, startedAt: (i * 7) % 5 })));
    fc.assert(
      fc.property(sessions, hostileText, fc.nat(10), (all, query, limit) => {
        const found = findSessions(all, query, 100);
        expect(found.count).toBe(found.shown.length);
        expect(findSessions(all.toReversed(), query, limit)).toEqual({
          shown: found.shown.slice(0, limit),
          count: found.count,
        });
      }),
    );
  });
});
