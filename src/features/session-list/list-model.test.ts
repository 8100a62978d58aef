import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_FILTER } from "../../domain/filter.ts";
import { firstRows } from "../../domain/first-rows.ts";
import { GROUPS } from "../../domain/group.ts";
import { type KnownFacts, knownSession } from "../../domain/known-fixture.ts";
import type { KnownSession } from "../../domain/known.ts";
import { SORTS } from "../../domain/sort.ts";
import type { ListView } from "../../url/list-params.ts";
import { createListModel, listModel, type ListInput, type ListModel } from "./list-model.ts";

const HOUR = 3_600_000;
const VIEW: ListView = {
  ...NO_FILTER,
  sort: "-started",
  group: "none",
  open: [],
  folded: [],
  range: { kind: "last", name: "3h" },
  paused: false,
};

const mapOf = (sessions: readonly KnownSession[]) =>
  new Map(sessions.map((known) => [known.session.id, known]));

const input = (sessions: readonly KnownSession[], changes: Partial<ListInput> = {}): ListInput => ({
  sessions: mapOf(sessions),
  scope: "all",
  unreturned: [],
  unreadable: [],
  view: VIEW,
  now: HOUR,
  ...changes,
});

const keys = ({ items }: ListModel) => items.map(({ key }) => key).join(" ");

describe("a list made from the one before", () => {
  const facts: fc.Arbitrary<KnownFacts> = fc.record({
    startedAt: fc.nat(5),
    modelId: fc.constantFrom("m1", "m2"),
    on: fc.constantFrom("temporary" as const, "absent" as const, { launcher: "a" }, { launcher: "b" }),
    trainings: fc.array(fc.constantFrom("starting", "running", "failed"), { maxLength: 2 }),
  });
  const views: fc.Arbitrary<ListView> = fc.record({
    ids: fc.constant([]),
    q: fc.constantFrom("", "", "m1", "s1", "nowhere"),
    state: fc.constantFrom([], [], ["running" as const]),
    location: fc.constantFrom([], [], ["persistent" as const]),
    launcher: fc.constantFrom([], [], ["a"]),
    model: fc.constantFrom([], [], ["m2"]),
    ended: fc.constantFrom("show" as const, "hide" as const, "only" as const),
    sort: fc.constantFrom(...SORTS),
    group: fc.constantFrom(...GROUPS),
    open: fc.subarray(["s0", "s3", "s7"]),
    folded: fc.subarray(["persistent:a", "temporary", "model:m1", "ended"]),
    range: fc.constantFrom({ kind: "last", name: "all" } as const, { kind: "last", name: "3h" } as const),
    paused: fc.boolean(),
  });
  /** What one answer does to the sessions `s0` ... `s29`: some are as these facts say, some end, some are forgotten. */
  const change = fc.record({
    seen: fc.array(fc.tuple(fc.nat(29), facts), { maxLength: 4 }),
    over: fc.array(fc.nat(29), { maxLength: 2 }),
    dropped: fc.array(fc.nat(29), { maxLength: 1 }),
    view: fc.option(views, { nil: undefined, freq: 3 }),
    /** Ended sessions leave the list while it goes on. */
    minutes: fc.constantFrom(0, 0, 50),
    isTold: fc.boolean(),
  });
  const courses = fc.tuple(
    fc.array(facts, { minLength: 20, maxLength: 29 }),
    views,
    fc.array(change, { maxLength: 8 }),
  );

  type Course = typeof courses extends fc.Arbitrary<infer T> ? T : never;

  /** The inputs that follow each other in one course. */
  function inputs([first, firstView, changes]: Course): readonly ListInput[] {
    let sessions = mapOf(first.map((one, i) => knownSession({ ...one, id: `s${i}` })));
    let view = firstView;
    let now = HOUR;
    return [
      { ...input([]), sessions, view, now },
      ...changes.map(({ seen, over, dropped, view: next, minutes, isTold }) => {
        const from = sessions;
        sessions = new Map(from);
        now += minutes * 60_000;
        view = next ?? { ...view };
        for (const [i, one] of seen) sessions.set(`s${i}`, knownSession({ ...one, id: `s${i}` }));
        for (const i of over) {
          const known = sessions.get(`s${i}`);
          if (known) sessions.set(`s${i}`, { ...known, ended: { after: now - 1, by: now } });
        }
        for (const i of dropped) sessions.delete(`s${i}`);
        const isIn = (all: typeof from) => (known: KnownSession) => all.get(known.session.id) === known;
        const [past, present] = [[...from.values()], [...sessions.values()]];
        const told = {
          from,
          gone: past.filter((known) => !isIn(sessions)(known)),
          come: present.filter((known) => !isIn(from)(known)),
        };
        return { ...input([]), sessions, change: isTold ? told : undefined, view, now };
      }),
    ];
  }

  it("is the list made anew", () => {
    fc.assert(
      fc.property(courses, (course) => {
        const make = createListModel();
        for (const one of inputs(course)) {
          const { tally: _, ...made } = make(one);
          const { tally: __, ...anew } = listModel(one);
          expect(made).toEqual(anew);
        }
      }),
    );
  });

  it("begins with the rows that are told of first", () => {
    fc.assert(
      fc.property(courses, (course) => {
        for (const one of inputs(course)) {
          const view = { ...one.view, folded: [] };
          const ids = listModel({ ...one, view }).items.flatMap((item) =>
            item.kind === "session" ? [item.known.session.id] : [],
          );
          expect(firstRows(one.sessions.values(), one.view, ids.length)).toEqual(ids);
        }
      }),
    );
  });

  it("keeps the rows of sessions that did not change", () => {
    const many = Array.from({ length: 40 }, (_, i) => knownSession({ id: `s${i}`, startedAt: 100 - i }));
    const before = listModel(input(many));
    const after = listModel(
      input(many.with(7, knownSession({ id: "s7", startedAt: 93, trainings: ["failed"] }))),
      before,
    );
    expect(after.items.filter((item) => !before.items.includes(item)).map(({ key }) => key)).toEqual([
      "session:s7",
    ]);
    expect(after.shown.ended).toBe(before.shown.ended);
  });
});

describe("the list", () => {
  const live = knownSession({ id: "live", startedAt: 500 });
  const over = (id: string, by: number) => knownSession({ id, startedAt: 100, ended: { after: by - 1, by } });

  it("tells of an end for an hour", () => {
    expect(keys(listModel(input([live, over("late", 2), over("long ago", 1)], { now: HOUR + 1 })))).toBe(
      "session:live section:ended session:late",
    );
  });

  it("names the ids that were asked for and never returned", () => {
    const view = { ...VIEW, ids: ["live", "nope"] };
    const missing = (changes: Partial<ListInput>) => listModel(input([live], { view, ...changes })).missing;
    expect(missing({})).toEqual(["nope"]);
    expect(missing({ scope: ["live", "nope"], unreturned: ["nope"] })).toEqual(["nope"]);
    expect(missing({ scope: ["live"] })).toEqual([]);
  });

  it("knows the oldest of those shown where the view reaches back to it", () => {
    const sessions = [live, over("gone", HOUR)];
    const oldest = (view: Partial<ListView>) =>
      listModel(input(sessions, { view: { ...VIEW, ...view } })).oldest;
    const range = { kind: "last", name: "all" } as const;
    expect(oldest({ range })).toBe(100);
    expect(oldest({ range, ended: "hide" })).toBe(500);
    expect(oldest({ range, q: "nobody" })).toBeUndefined();
    expect(oldest({})).toBeUndefined();
  });
});
