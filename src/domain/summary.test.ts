import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type KnownFacts, knownSession } from "./known-fixture.ts";
import type { KnownSession } from "./known.ts";
import type { LauncherSpec, Location } from "./session.ts";
import { summarise } from "./summary-fixture.ts";

interface Facts extends KnownFacts {
  readonly location?: Location;
}

function sessionOf({ location, ...facts }: Facts): KnownSession {
  const known = knownSession(facts);
  return location === undefined ? known : { ...known, session: { ...known.session, location } };
}

const summary = (...all: Facts[]) => summarise(all.map(sessionOf));
const L4: LauncherSpec = { cpus: 16, memoryMebibytes: 65_536, gpus: { model: "L4", count: 2 } };
const SMALL: LauncherSpec = { cpus: 0.25, memoryMebibytes: 512 };
const on = (launcherId: string, spec: LauncherSpec): Location => ({ kind: "persistent", launcherId, spec });
const own = (spec: LauncherSpec): Location => ({ kind: "temporary", spec });
const ENDED = { after: 5000, by: 10_000 };

describe("the summary", () => {
  it("of nothing is nothing", () => {
    expect(summary()).toEqual({
      sessions: 0,
      ended: 0,
      byActivity: { running: 0, starting: 0, failed: 0, idle: 0, ended: 0 },
      trainings: { starting: 0, running: 0, completed: 0, failed: 0, unrecognised: 0 },
      vcpus: 0,
      memoryMebibytes: 0,
      gpus: [],
    });
  });

  it("counts sessions by what they do, and those that ended apart", () => {
    const found = summary(
      { trainings: ["running", "failed"] },
      { trainings: ["starting"] },
      { trainings: ["completed", "failed"] },
      { trainings: ["completed"] },
      {},
      { trainings: ["running"], ended: ENDED },
    );
    expect(found).toMatchObject({ sessions: 5, ended: 1 });
    expect(found.byActivity).toEqual({ running: 1, starting: 1, failed: 1, idle: 2, ended: 1 });
  });

  it("counts the trainings of sessions that have not ended", () => {
    const found = summary(
      { trainings: ["completed", "failed", "running", "odd"] },
      { trainings: ["starting", "completed"] },
      { trainings: ["running", "completed"], ended: ENDED },
    );
    expect(found.trainings).toEqual({ starting: 1, running: 1, completed: 2, failed: 1, unrecognised: 1 });
  });

  it("does not count a training that its session no longer lists", () => {
    const known = knownSession({ trainings: ["running", "running"] });
    const listed = { ...known.session, trainings: known.session.trainings.slice(0, 1) };
    expect(summarise([{ ...known, session: listed }]).trainings.running).toBe(1);
  });
});

describe("capacity in use", () => {
  it("sums the launchers of temporary sessions one by one", () => {
    expect(summary({ location: own(SMALL) }, { location: own(SMALL) }, { location: own(L4) })).toMatchObject({
      vcpus: 16.5,
      memoryMebibytes: 66_560,
      gpus: [{ model: "L4", count: 2 }],
    });
  });

  it("counts a persistent launcher once, however many sessions share it", () => {
    expect(
      summary({ location: on("a", L4) }, { location: on("a", L4) }, { location: on("b", SMALL) }),
    ).toMatchObject({ vcpus: 16.25, memoryMebibytes: 66_048, gpus: [{ model: "L4", count: 2 }] });
  });

  it("takes a persistent launcher as its newest session tells it", () => {
    const older = { id: "x", startedAt: 1000, location: on("a", L4) };
    const newer = { id: "w", startedAt: 2000, location: on("a", SMALL) };
    expect(summary(older, newer).vcpus).toBe(0.25);
    expect(summary(newer, older).vcpus).toBe(0.25);
    // Of equal starts the one that lists show first.
    expect(summary({ ...newer, startedAt: 1000 }, older).vcpus).toBe(0.25);
    expect(summary(older, { ...newer, id: "y", startedAt: 1000 }).vcpus).toBe(16);
  });

  it("is not held by sessions that ended", () => {
    const ended = { startedAt: 9000, location: on("a", L4), ended: ENDED };
    expect(summary(ended, { location: on("a", SMALL) }).vcpus).toBe(0.25);
    expect(summary(ended).vcpus).toBe(0);
  });

  it("is not known of a location that is absent or of an unknown kind", () => {
    expect(summary({ on: "absent" }, { on: { type: "satellite" } })).toMatchObject({
      vcpus: 0,
      memoryMebibytes: 0,
    });
  });

  it("lists GPU models by how many there are, then by name", () => {
    const gpu = (model: string, count: number) => ({ location: own({ ...SMALL, gpus: { model, count } }) });
    expect(summary(gpu("L4", 2), gpu("A100", 1), gpu("T4", 1), gpu("L4", 8), gpu("H100", 0)).gpus).toEqual([
      { model: "L4", count: 10 },
      { model: "A100", count: 1 },
      { model: "T4", count: 1 },
    ]);
  });

  it("is not spoilt by a size that makes no sense", () => {
    const broken = { cpus: NaN, memoryMebibytes: -5, gpus: { model: "L4", count: Infinity } };
    expect(summary({ location: own(broken) }, { location: own(L4) })).toMatchObject({
      vcpus: 16,
      memoryMebibytes: 65_536,
      gpus: [{ model: "L4", count: 2 }],
    });
  });

  it("keeps a launcher or model named like a part of every object apart", () => {
    const odd = { ...SMALL, gpus: { model: "__proto__", count: 1 } };
    expect(summary({ location: on("__proto__", odd) }, { location: on("constructor", odd) })).toMatchObject({
      vcpus: 0.5,
      gpus: [{ model: "__proto__", count: 2 }],
    });
  });
});

describe("any sessions", () => {
  const spec = fc.record({
    cpus: fc.integer({ min: 1, max: 64 }),
    memoryMebibytes: fc.integer({ min: 1, max: 1 << 20 }),
    gpus: fc.record({ model: fc.constantFrom("L4", "A100", "T4"), count: fc.integer({ min: 0, max: 8 }) }),
  });
  const location = fc.oneof(
    fc.record({ kind: fc.constant("persistent" as const), launcherId: fc.constantFrom("a", "b", "c"), spec }),
    fc.record({ kind: fc.constant("temporary" as const), spec }),
  );
  const sessions = fc
    .array(
      fc.record({
        startedAt: fc.integer({ min: 0, max: 5 }),
        location,
        ended: fc.constantFrom(undefined, undefined, ENDED),
        trainings: fc.array(fc.constantFrom("starting", "running", "completed", "failed", "odd"), {
          maxLength: 5,
        }),
      }),
      { maxLength: 12 },
    )
    .map((all) =>
      all.map(({ ended, ...facts }, i) => sessionOf({ ...facts, id: `s${i}`, ...(ended ? { ended } : {}) })),
    );

  it("sum up to the same in any order", () => {
    const shuffled = sessions.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, others]) => {
        expect(summarise(others)).toEqual(summarise(all));
      }),
    );
  });

  it("are counted once each, and so are their trainings", () => {
    fc.assert(
      fc.property(sessions, (all) => {
        const { sessions: live, ended, byActivity, trainings } = summarise(all);
        const sum = (counts: Readonly<Record<string, number>>) =>
          Object.values(counts).reduce((a, b) => a + b, 0);
        expect(live + ended).toBe(all.length);
        expect(sum(byActivity)).toBe(all.length);
        const listed = all
          .filter((known) => known.ended === undefined)
          .flatMap((known) => known.session.trainings);
        expect(sum(trainings)).toBe(listed.length);
      }),
    );
  });

  it("hold no more than all their launchers together", () => {
    fc.assert(
      fc.property(sessions, (all) => {
        const specs = all.flatMap(({ session }) =>
          "spec" in session.location ? [session.location.spec] : [],
        );
        expect(summarise(all).vcpus).toBeLessThanOrEqual(specs.reduce((sum, { cpus }) => sum + cpus, 0));
      }),
    );
  });
});
