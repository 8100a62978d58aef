import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KnownFacts, knownSession } from "./known-fixture.ts";
import type { KnownSession } from "./known.ts";
import { capacityOf, type Launcher, launchersAfter, launchersInUse, launchersOf } from "./launchers.ts";
import { runningOfGroups } from "./running-of-groups.ts";
import type { LauncherSpec, Location } from "./session.ts";
import { summarise } from "./summary-fixture.ts";

const spec = (cpus: number, more: Partial<LauncherSpec> = {}): LauncherSpec => ({
  cpus,
  memoryMebibytes: cpus * 1024,
  ...more,
});

interface Facts extends KnownFacts {
  readonly location?: Location;
}

function sessionOf({ location, ...facts }: Facts): KnownSession {
  const known = knownSession(facts);
  return location ? { ...known, session: { ...known.session, location } } : known;
}

const on = (launcherId: string, cpus: number, facts: Facts = {}): KnownSession =>
  sessionOf({ ...facts, location: { kind: "persistent", launcherId, spec: spec(cpus) } });
const own = (cpus: number, facts: Facts = {}): KnownSession =>
  sessionOf({ ...facts, location: { kind: "temporary", spec: spec(cpus) } });

/** As `key: ids now | ids before`. */
const told = (launchers: readonly Launcher[]) =>
  launchers.map(({ key, now, before }) => {
    const ids = (list: readonly KnownSession[]) => list.map(({ session }) => session.id).join(" ");
    return `${key}: ${ids(now)} | ${ids(before)}`;
  });

const ended = (at: number) => ({ after: at, by: at + 5 });

describe("the launchers", () => {
  it("are each persistent one, in use before not, the largest first; then the temporary ones together", () => {
    const sessions = [
      own(2, { id: "t1", startedAt: 1 }),
      on("small", 4, { id: "a", startedAt: 2 }),
      on("large", 32, { id: "b", startedAt: 3 }),
      on("large", 32, { id: "c", startedAt: 4 }),
      on("former", 64, { id: "d", startedAt: 5, ended: ended(9) }),
      own(1, { id: "t2", startedAt: 6 }),
      sessionOf({ id: "n", on: "absent" }),
      sessionOf({ id: "m", on: { type: "moon" } }),
    ];
    expect(told(launchersOf(sessions))).toEqual([
      "persistent:large: c b | ",
      "persistent:small: a | ",
      "persistent:former:  | d",
      "temporary: t2 t1 | ",
      "unrecognised:moon: m | ",
      "absent: n | ",
    ]);
  });

  it("tell what was on them before, the newest end first, earlier lives too", () => {
    const life = on("y", 1, { id: "a", startedAt: 10, ended: ended(20) });
    const moved: KnownSession = { ...on("x", 1, { id: "a", startedAt: 100 }), earlier: [life] };
    const gone = on("y", 1, { id: "b", startedAt: 30, ended: ended(90) });
    expect(told(launchersOf([moved, gone]))).toEqual(["persistent:x: a | ", "persistent:y:  | b a"]);
  });

  it("have each life for itself, where counts over time are asked for", () => {
    const life = on("y", 1, { id: "a", startedAt: 10, ended: ended(20), trainings: ["running"] });
    const moved: KnownSession = {
      ...on("x", 1, { id: "a", startedAt: 100, trainings: ["running"] }),
      earlier: [life],
    };
    const [x, y] = launchersOf([moved]);
    const groups = runningOfGroups(
      [x, y].flatMap((one) => (one ? [{ key: one.key, sessions: one.lives }] : [])),
    );
    const counted = [...groups.values()].map(({ times }) => times.most.starts.length);
    expect(counted).toEqual([1, 1]);
    expect(x?.now).toEqual([moved]);
    expect(launchersOf([moved])[0]?.lives[0]).toBe(x?.lives[0]);
  });

  it("are told since they were first seen", () => {
    const early = { ...on("x", 1, { id: "a", ended: ended(50) }), firstSeen: 40 };
    const late = { ...on("x", 1, { id: "b" }), firstSeen: 70 };
    expect(launchersOf([late, early])[0]?.firstSeen).toBe(40);
  });

  it("count the trainings of the sessions on them now", () => {
    const busy = on("x", 1, { id: "a", trainings: ["running", "completed", "odd"] });
    const calm = on("x", 1, { id: "b", trainings: ["completed", "failed"] });
    const gone = on("x", 1, { id: "c", trainings: ["failed"], ended: ended(1) });
    expect(launchersOf([busy, calm, gone])[0]?.trainings).toEqual({
      starting: 0,
      running: 1,
      completed: 2,
      failed: 1,
      unrecognised: 1,
    });
  });
});

describe("a specification", () => {
  it("is one for sessions that tell the same", () => {
    const [launcher] = launchersOf([
      on("x", 4, { id: "a", startedAt: 10 }),
      on("x", 4, { id: "b", startedAt: 20 }),
    ]);
    expect(launcher?.specs).toEqual([{ spec: spec(4), since: 10 }]);
  });

  it("that was changed is told with the former, the newest session's first", () => {
    const [launcher] = launchersOf([
      on("x", 8, { id: "b", startedAt: 20 }),
      on("x", 4, { id: "a", startedAt: 10 }),
      on("x", 8, { id: "c", startedAt: 30 }),
    ]);
    expect(launcher?.specs).toEqual([
      { spec: spec(8), since: 20 },
      { spec: spec(4), since: 10 },
    ]);
    expect(launcher?.held.cpus).toBe(8);
  });

  it("of temporary launchers is each session's own", () => {
    expect(launchersOf([own(1, { id: "a" }), own(2, { id: "b" })])[0]).toMatchObject({
      specs: [],
      held: { cpus: 3, memoryMebibytes: 3072 },
    });
  });
});

describe("capacity", () => {
  it("adds up all that specifications name, GPUs by their model", () => {
    expect(
      capacityOf([
        spec(0.1, { gpus: { model: "L4", count: 1 }, diskMebibytes: 100 }),
        spec(0.2, { gpus: { model: "A100", count: 2 }, swapMebibytes: 50 }),
        spec(0.3, { gpus: { model: "L4", count: 4 }, diskMebibytes: 1 }),
      ]),
    ).toEqual({
      cpus: 0.6,
      memoryMebibytes: 614.4,
      diskMebibytes: 101,
      swapMebibytes: 50,
      gpus: [
        { model: "L4", count: 5 },
        { model: "A100", count: 2 },
      ],
    });
  });

  it("is not spoilt by a size that makes no sense", () => {
    expect(capacityOf([spec(NaN), spec(-1), spec(1e300), spec(2)])).toMatchObject({
      cpus: 2,
      memoryMebibytes: 2048,
    });
  });

  it("in use is told of persistent and of temporary launchers apart", () => {
    const sessions = [
      on("x", 16, { id: "a" }),
      on("x", 16, { id: "b" }),
      on("y", 4, { id: "c", ended: ended(1) }),
      own(0.25, { id: "d" }),
      own(2, { id: "e" }),
      own(9, { id: "f", ended: ended(1) }),
    ];
    expect(launchersInUse(launchersOf(sessions))).toEqual({
      persistent: 1,
      temporary: 2,
      cpus: { persistent: 16, temporary: 2.25 },
    });
    expect(launchersInUse([])).toEqual({
      persistent: 0,
      temporary: 0,
      cpus: { persistent: 0, temporary: 0 },
    });
  });
});

describe("an answer", () => {
  const [a, b, t] = [on("x", 1, { id: "a" }), on("y", 2, { id: "b" }), own(1, { id: "t" })];
  const before = launchersOf([a, b, t]);

  it("that changes nothing keeps the list itself", () => {
    expect(launchersOf([t, b, a], before)).toBe(before);
  });

  it("that changes a session keeps the launchers of all others", () => {
    const after = launchersOf([{ ...a }, b, t], before);
    expect(after.map((launcher) => before.includes(launcher))).toEqual([true, false, true]);
  });
});

describe("any launchers", () => {
  const facts: fc.Arbitrary<Facts> = fc.record({
    startedAt: fc.nat(20),
    location: fc.oneof(
      fc.record({
        kind: fc.constant("persistent" as const),
        launcherId: fc.constantFrom("x", "y", "z"),
        spec: fc.constantFrom(spec(1), spec(2), spec(2, { gpus: { model: "L4", count: 1 } })),
      }),
      fc.record({
        kind: fc.constant("temporary" as const),
        spec: fc.constantFrom(spec(0.25), spec(NaN), spec(3)),
      }),
      fc.constant({ kind: "absent" as const }),
    ),
    trainings: fc.array(fc.constantFrom("running", "failed", "odd"), { maxLength: 3 }),
  });
  const worlds = fc
    .array(fc.tuple(facts, fc.option(fc.nat(30), { nil: undefined })), { maxLength: 15 })
    .map((all) =>
      all.map(([one, at], i) =>
        sessionOf({ ...one, id: `s${i}`, ...(at === undefined ? {} : { ended: ended(at) }) }),
      ),
    );

  it("have every session once, now or before", () => {
    fc.assert(
      fc.property(worlds, (sessions) => {
        const launchers = launchersOf(sessions);
        expect(new Set(launchers.flatMap(({ now }) => now))).toEqual(
          new Set(sessions.filter((known) => known.ended === undefined)),
        );
        const all = launchers.flatMap(({ now, before }) => [...now, ...before]);
        expect(new Set(all)).toEqual(new Set(sessions));
        expect(all.length).toBe(sessions.length);
      }),
    );
  });

  it("hold what the summary says is held", () => {
    fc.assert(
      fc.property(worlds, (sessions) => {
        const summary = summarise(sessions);
        const launchers = launchersOf(sessions);
        const sum = (of: (launcher: Launcher) => number) =>
          launchers.reduce((n, launcher) => n + of(launcher), 0);
        expect(sum(({ held }) => held.cpus)).toBeCloseTo(summary.vcpus);
        expect(sum(({ held }) => held.memoryMebibytes)).toBeCloseTo(summary.memoryMebibytes);
        expect(sum(({ trainings }) => trainings.running)).toBe(summary.trainings.running);
        const { cpus } = launchersInUse(launchers);
        expect(cpus.persistent + cpus.temporary).toBeCloseTo(summary.vcpus);
      }),
    );
  });

  it("are the same in whatever order the sessions come, and whatever was there before", () => {
    fc.assert(
      fc.property(worlds, worlds, (sessions, other) => {
        const launchers = launchersOf(sessions);
        expect(launchersOf(sessions.toReversed(), launchersOf(other))).toEqual(launchers);
        expect(launchersOf(sessions, launchers)).toBe(launchers);
      }),
    );
  });

  it("come to the same through any run of changes", () => {
    const runs = fc.array(fc.tuple(fc.nat(15), fc.nat(3), facts), { maxLength: 12 });
    fc.assert(
      fc.property(worlds, runs, (sessions, changes) => {
        let list = sessions;
        let before = launchersOf(list);
        let after = before;
        let last = list;
        for (const [n, [at, what, one]] of changes.entries()) {
          if (what === 0) list = list.filter((_, i) => i !== at);
          if (what === 1) list = list.map((known, i) => (i === at ? { ...known, ended: ended(n) } : known));
          if (what === 2) list = [...list, sessionOf({ ...one, id: `new${n}` })];
          if (what === 3) {
            // Another life is another start: a life is told apart by nothing else.
            const startedAt = (known: KnownSession) => known.session.startedAt + 1 + (one.startedAt ?? 0);
            const next = (known: KnownSession) => ({
              ...sessionOf({ ...one, id: known.session.id, startedAt: startedAt(known) }),
              earlier: [known],
            });
            list = list.map((known, i) => (i === at && known.earlier.length === 0 ? next(known) : known));
          }
          before = launchersOf(list, before);
          expect(before).toEqual(launchersOf(list));
          const come = list.filter((known) => !last.includes(known));
          const gone = last.filter((known) => !list.includes(known));
          after = launchersAfter(after, { gone, come });
          expect(after).toEqual(before);
          expect(launchersAfter(after, { gone: [], come: [] })).toBe(after);
          last = list;
        }
      }),
    );
  });
});
