import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { GROUPS } from "./group.ts";
import { type KnownFacts, knownSession } from "./known-fixture.ts";
import type { KnownSession } from "./known.ts";
import { isShown } from "./session-row.ts";
import { GROUP_HEIGHT } from "./timeline-block.ts";
import { type TimelineRow, timelineRows, type TimelineRowsInput } from "./timeline-rows.ts";

const ALWAYS = { from: 0, to: 1e12 };
const NONE: ReadonlySet<string> = new Set();

const input = (
  sessions: readonly KnownSession[],
  facts: Partial<TimelineRowsInput> = {},
): TimelineRowsInput => ({
  sessions,
  group: "launcher",
  window: ALWAYS,
  folded: NONE,
  ...facts,
});

/** Headings as `= label shown/all`, sessions by id. */
const told = (rows: readonly TimelineRow[]) =>
  rows.map((row) =>
    row.kind === "group" ? `= ${row.group} ${row.shown}/${row.sessions.length}` : row.known.session.id,
  );

const X1 = knownSession({
  id: "x1",
  startedAt: 1000,
  on: { launcher: "x" },
  trainings: ["running", "failed"],
});
const X2 = knownSession({ id: "x2", startedAt: 2000, on: { launcher: "x" }, trainings: ["running"] });
const OLD = knownSession({
  id: "old",
  startedAt: 500,
  on: { launcher: "x" },
  trainings: ["running"],
  ended: { after: 900, by: 910 },
});
const TEMPORARY = knownSession({ id: "t", startedAt: 1500, modelId: "n" });

describe("the rows", () => {
  const sessions = [X1, TEMPORARY, OLD, X2];

  it("are a heading for each launcher and a row for each session, the newest start first", () => {
    expect(told(timelineRows(input(sessions)).rows)).toEqual([
      "= persistent:x 3/3",
      "x2",
      "x1",
      "old",
      "= temporary 1/1",
      "t",
    ]);
  });

  it.each([
    ["model", ["= model:model 3/3", "x2", "x1", "old", "= model:n 1/1", "t"]],
    ["none", ["= all 4/4", "x2", "t", "x1", "old"]],
  ] as const)("are grouped by %s", (group, expected) => {
    expect(told(timelineRows(input(sessions, { group })).rows)).toEqual(expected);
  });

  it("leave out sessions outside the window, and count them", () => {
    const window = { from: 911, to: 1999 };
    expect(told(timelineRows(input(sessions, { window })).rows)).toEqual([
      "= persistent:x 1/3",
      "x1",
      "= temporary 1/1",
      "t",
    ]);
  });

  it("keep the heading of a group with nothing in the window", () => {
    expect(told(timelineRows(input(sessions, { window: { from: 0, to: 400 } })).rows)).toEqual([
      "= persistent:x 0/3",
      "= temporary 0/1",
    ]);
  });

  it("of a folded group are its heading", () => {
    const folded = new Set(["persistent:x"]);
    const { rows } = timelineRows(input(sessions, { folded }));
    expect(told(rows)).toEqual(["= persistent:x 3/3", "= temporary 1/1", "t"]);
    expect(rows[0]).toMatchObject({ folded: true });
  });

  it("tell the trainings of the sessions that are still reported", () => {
    expect(timelineRows(input(sessions)).rows[0]).toMatchObject({
      trainings: { starting: 0, running: 2, completed: 0, failed: 1, unrecognised: 0 },
    });
  });

  it("tell a launcher's specification as its newest session does, and no other group's", () => {
    const spec = { cpus: 16, memoryMebibytes: 65_536 };
    const newer: KnownSession = {
      ...X2,
      session: { ...X2.session, location: { kind: "persistent", launcherId: "x", spec } },
    };
    const [heading] = timelineRows(input([X1, newer, OLD])).rows;
    expect(heading).toMatchObject({ spec });
    expect(timelineRows(input([TEMPORARY])).rows[0]).toMatchObject({ spec: undefined });
  });

  it("are as high as their lanes need", () => {
    const side = (n: number) =>
      knownSession({ id: `n${n}`, trainings: Array.from({ length: n }, () => "running") });
    const heights = [0, 1, 2, 3, 4, 9].map((n) => {
      const row = timelineRows(input([side(n)])).rows[1];
      return row?.kind === "session" ? [row.lanes, row.height] : row;
    });
    expect(heights).toEqual([
      [1, 26],
      [1, 26],
      [2, 26],
      [3, 33],
      [4, 42],
      [4, 42],
    ]);
  });
});

describe("a session meets a window", () => {
  it.each([
    [X1, 0, 1000, true],
    [X1, 0, 999, false],
    [X1, 5000, 6000, true],
    [OLD, 910, 1000, true],
    [OLD, 911, 1000, false],
    [{ ...X1, earlier: [OLD] }, 600, 700, true],
    [{ ...X1, earlier: [OLD] }, 950, 990, false],
  ])("%#", (known, from, to, expected) => {
    expect(isShown(known, { from, to })).toBe(expected);
  });
});

describe("an answer", () => {
  const sessions = [X1, TEMPORARY, OLD, X2];
  const before = timelineRows(input(sessions));

  it("that changes nothing keeps the very list, in whatever order it lists the sessions", () => {
    expect(timelineRows(input([...sessions]), before)).toBe(before);
    expect(timelineRows(input(sessions.toReversed()), before).rows).toBe(before.rows);
  });

  it("that changes one session keeps all rows but its own and its group's heading", () => {
    const changed = { ...X1 };
    const { rows: after } = timelineRows(input([changed, TEMPORARY, OLD, X2]), before);
    expect(told(after)).toEqual(told(before.rows));
    expect(after.map((row, i) => row === before.rows[i])).toEqual([false, true, false, true, true, true]);
  });

  it("keeps the headings of groups that only the window changes for others", () => {
    const { rows: after } = timelineRows(input(sessions, { window: { from: 911, to: 1e12 } }), before);
    expect(after.filter(({ kind }) => kind === "group").map((row) => before.rows.includes(row))).toEqual([
      false,
      true,
    ]);
  });
});

describe("any rows", () => {
  const facts: fc.Arbitrary<KnownFacts> = fc.record({
    startedAt: fc.integer({ min: 0, max: 50 }),
    modelId: fc.constantFrom("m", "n"),
    on: fc.constantFrom(
      { launcher: "x" },
      { launcher: "y" },
      { type: "moon" },
      "temporary" as const,
      "absent" as const,
    ),
    trainings: fc.array(fc.constantFrom("running", "completed", "odd"), { maxLength: 5 }),
  });
  const lists = fc
    .array(fc.tuple(facts, fc.option(fc.nat(50), { nil: undefined })), { maxLength: 20 })
    .map((all) =>
      all.map(([one, lasted], i) => {
        const at = (one.startedAt ?? 0) + (lasted ?? 0);
        return knownSession({
          ...one,
          id: `s${i}`,
          ...(lasted === undefined ? {} : { ended: { after: at, by: at } }),
        });
      }),
    );
  const inputs = fc.record({
    sessions: lists,
    group: fc.constantFrom(...GROUPS),
    window: fc.tuple(fc.nat(60), fc.nat(60)).map(([from, length]) => ({ from, to: from + length })),
    folded: fc.subarray(["all", "temporary", "persistent:x", "model:m"]).map((keys) => new Set(keys)),
  });

  it("have each session that meets the window once, unless its group is folded, and no other", () => {
    fc.assert(
      fc.property(inputs, (one) => {
        const { rows } = timelineRows(one);
        const shown = rows.flatMap((row) => (row.kind === "session" ? [row.known] : []));
        const hidden = rows.flatMap((row) =>
          row.kind === "group" && row.folded
            ? row.sessions.filter((known) => isShown(known, one.window))
            : [],
        );
        const expected = one.sessions.filter((known) => isShown(known, one.window));
        expect(new Set([...shown, ...hidden])).toEqual(new Set(expected));
        expect(shown.length + hidden.length).toBe(expected.length);
        const counted = rows.reduce((sum, row) => sum + (row.kind === "group" ? row.shown : 0), 0);
        expect(counted).toBe(expected.length);
      }),
    );
  });

  it("have keys of their own, and heights", () => {
    fc.assert(
      fc.property(inputs, (one) => {
        const { rows } = timelineRows(one);
        expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
        expect(rows.every(({ height }) => height === GROUP_HEIGHT || [26, 33, 42].includes(height))).toBe(
          true,
        );
      }),
    );
  });

  it("come to the same whatever was there before, and whatever the order of the sessions", () => {
    fc.assert(
      fc.property(inputs, inputs, (one, other) => {
        const anew = timelineRows(one);
        const reversed = { ...one, sessions: one.sessions.toReversed() };
        expect(timelineRows(reversed, timelineRows(other)).rows).toEqual(anew.rows);
        expect(timelineRows(one, anew)).toBe(anew);
      }),
    );
  });

  it("come to the same through any run of changes", () => {
    const steps = fc.tuple(lists, fc.array(fc.tuple(fc.nat(20), fc.nat(3), fc.nat(60)), { maxLength: 12 }));
    fc.assert(
      fc.property(steps, fc.constantFrom(...GROUPS), ([sessions, changes], group) => {
        let list = sessions;
        let window = { from: 10, to: 40 };
        let before = timelineRows({ sessions: list, group, window, folded: NONE });
        for (const [at, what, n] of changes) {
          if (what === 0) list = list.filter((_, i) => i !== at);
          if (what === 1) list = list.map((known, i) => (i === at ? { ...known } : known));
          if (what === 2) list = [...list, knownSession({ id: `new${at}${n}`, startedAt: n, modelId: "n" })];
          if (what === 3) window = { from: n, to: n + at };
          const sameAnew = {
            sessions: [...new Map(list.map((k) => [k.session.id, k])).values()],
            group,
            window,
            folded: NONE,
          };
          before = timelineRows(sameAnew, before);
          expect(before.rows).toEqual(timelineRows(sameAnew).rows);
        }
      }),
    );
  });

  it("are no other for a wider window, but for more of them, in the same order", () => {
    fc.assert(
      fc.property(inputs, fc.nat(30), (one, more) => {
        const wider = { from: one.window.from - more, to: one.window.to + more };
        const keys = timelineRows({ ...one, window: wider }).rows.map(({ key }) => key);
        const few = timelineRows(one).rows.map(({ key }) => key);
        expect(keys.filter((key) => few.includes(key))).toEqual(few);
      }),
    );
  });
});
