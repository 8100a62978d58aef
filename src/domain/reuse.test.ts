import { describe, expect, it } from "vitest";
import { fold, wireSession } from "./answer-fixture.ts";
import { reuseUnchanged } from "./reuse.ts";

const KNOWN = fold([]);
const nested = (levels: number): unknown =>
  JSON.parse(`${"[".repeat(levels)}${"]".repeat(levels)}`) as unknown;

describe("a session that is nested", () => {
  const others = [wireSession({ id: "a" }), wireSession({ id: "c" })];
  const read = (fields: object) => {
    const [a, c] = others;
    if (!a || !c) throw new Error("There are two.");
    const { sessions, unreadable } = reuseUnchanged(KNOWN, [
      a,
      { ...wireSession({ id: "b" }), ...fields },
      c,
    ]);
    return { ids: sessions.map(({ id }) => id), unreadable };
  };

  it.each([63, 1])("is read where its fields are %d levels deep", (levels) => {
    expect(read({ note: nested(levels) })).toEqual({ ids: ["a", "b", "c"], unreadable: [] });
  });

  it.each([64, 100_000])("is unreadable where one of them is %d deep, wherever that is", (levels) => {
    const note = nested(levels);
    for (const fields of [
      { note },
      { executionLocation: { type: "odd", note } },
      { trainingSessions: [{ id: "t", createdAt: 1, state: "running", note }] },
    ]) {
      const unreadable = [{ index: -1, id: "b", reason: "nested too deep" }];
      expect(read(fields)).toEqual({ ids: ["a", "c"], unreadable });
    }
  });
});
