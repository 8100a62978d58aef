import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { NO_COMMANDS, withCommand } from "./commands.ts";
import { isAlive, stateAt, type Life } from "./life.ts";
import { PAST_TRAININGS } from "./long-past.ts";
import { SCENARIOS } from "./scenarios.ts";
import { createWorld, world } from "./world.ts";

const MINUTE = 60_000;
/** 2026-03-11T13:34:08Z. */
const NOON = 1_773_236_048_000;
const seeds = fc.integer({ min: 0, max: 0xffff_ffff });
const instants = fc.integer({ min: 1_700_000_000_000, max: 2_000_000_000_000 });
const scenarios = fc.constantFrom(...SCENARIOS);
const at = (t: number, answer = 0) => ({ t, commands: NO_COMMANDS, answer });

describe("the world", () => {
  it("is the same bytes for the same seed, scenario, instant and answer", () => {
    fc.assert(
      fc.property(seeds, scenarios, instants, fc.nat(9), (seed, scenario, t, answer) => {
        const once = JSON.stringify(world(seed, scenario, 25, t, { answer }));
        expect(JSON.stringify(world(seed, scenario, 25, t, { answer }))).toBe(once);
      }),
      { numRuns: 30 },
    );
  });

  it("does not depend on the instants it was asked for before", () => {
    const steps = fc.array(fc.integer({ min: -86_400_000, max: 86_400_000 }), { maxLength: 8 });
    fc.assert(
      fc.property(seeds, scenarios, instants, steps, (seed, scenario, t, before) => {
        const used = createWorld({ seed, scenario, sessions: 12 });
        for (const step of before) used.livesAt(at(t + step));
        const fresh = createWorld({ seed, scenario, sessions: 12 });
        expect(used.livesAt(at(t))).toEqual(fresh.livesAt(at(t)));
      }),
      { numRuns: 30 },
    );
  });

  it("differs from seed to seed", () => {
    expect(world(1, "default", 25, NOON)).not.toEqual(world(2, "default", 25, NOON));
  });

  it("lists each id once, of sessions and of trainings within a session", () => {
    fc.assert(
      fc.property(seeds, scenarios, instants, (seed, scenario, t) => {
        const sessions = world(seed, scenario, 60, t);
        expect(new Set(sessions.map(({ id }) => id)).size).toBe(sessions.length);
        for (const { trainingSessions } of sessions) {
          expect(new Set(trainingSessions.map(({ id }) => id)).size).toBe(trainingSessions.length);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("never gives an id to two sessions, however long it runs", () => {
    const shared = createWorld({ seed: 7, scenario: "default", sessions: 25 });
    const startOf = new Map<string, number>();
    for (let t = NOON; t < NOON + 2880 * MINUTE; t += 5 * MINUTE) {
      for (const { id, startedAt } of shared.livesAt(at(t))) {
        expect(startOf.get(id) ?? startedAt).toBe(startedAt);
        startOf.set(id, startedAt);
      }
    }
    expect(startOf.size).toBeGreaterThan(500);
  });

  it("shows a session exactly from its start to its end, and only what has begun", () => {
    fc.assert(
      fc.property(seeds, instants, (seed, t) => {
        const shared = createWorld({ seed, scenario: "default", sessions: 10 });
        const idsAt = (instant: number) => shared.livesAt(at(instant)).map(({ id }) => id);
        for (const { id, startedAt, endsAt } of shared.livesAt(at(t))) {
          expect(idsAt(startedAt - 1)).not.toContain(id);
          expect(idsAt(startedAt)).toContain(id);
          expect(idsAt(endsAt - 1)).toContain(id);
          expect(idsAt(endsAt)).not.toContain(id);
        }
      }),
      { numRuns: 10 },
    );
  });

  it("keeps the past: what a session showed stays, and states only go forward", () => {
    const rank = { starting: 0, running: 1, completed: 2, failed: 2 };
    fc.assert(
      fc.property(seeds, instants, fc.nat(30 * MINUTE), (seed, t, later) => {
        const shared = createWorld({ seed, scenario: "default", sessions: 15 });
        const before = shared.livesAt(at(t));
        const after = new Map(shared.livesAt(at(t + later)).map((life) => [life.id, life]));
        for (const life of before) {
          const same = after.get(life.id);
          expect(same === undefined).toBe(life.endsAt <= t + later);
          // What an answer would show later, of what it showed before.
          const shown = same ?? life;
          expect(shown.startedAt).toBe(life.startedAt);
          for (const [index, training] of life.trainings.entries()) {
            expect(shown.trainings[index]?.createdAt).toBe(training.createdAt);
            const [was, is] = [stateAt(training, t), stateAt(training, t + later)];
            expect(rank[is] > rank[was] || is === was).toBe(true);
          }
        }
      }),
      { numRuns: 30 },
    );
  });

  it("plans trainings that begin within their session, in order, each starting before it runs before it ends", () => {
    fc.assert(
      fc.property(
        seeds,
        fc.constantFrom("default" as const, "scale" as const),
        instants,
        (seed, scenario, t) => {
          for (const { startedAt, trainings } of createWorld({ seed, scenario, sessions: 40 }).livesAt(
            at(t),
          )) {
            expect(trainings.length).toBeLessThanOrEqual(13);
            for (const [index, training] of trainings.entries()) {
              expect(training.createdAt).toBeGreaterThan(startedAt);
              expect(training.runsFrom).toBeGreaterThan(training.createdAt);
              expect(training.endsAt).toBeGreaterThan(training.runsFrom);
              expect(training.createdAt).toBeGreaterThanOrEqual(trainings[index - 1]?.createdAt ?? 0);
            }
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it("ends a forgotten session 30 minutes after its last training", () => {
    const lives = manyLives();
    const forgotten = lives.filter(({ exit }) => exit.code === "inactive_timeout");
    const trained = forgotten.filter(({ trainings }) => trainings.length > 0);
    expect(trained.length).toBeGreaterThan(20);
    for (const { endsAt, trainings } of trained) {
      expect(endsAt - Math.max(...trainings.map((training) => training.endsAt))).toBe(30 * MINUTE);
    }
  });

  it("keeps about as many sessions as it was asked for, and one session never leaves the list empty", () => {
    const shared = createWorld({ seed: 3, scenario: "default", sessions: 25 });
    const single = createWorld({ seed: 3, scenario: "default", sessions: 1 });
    for (let t = NOON; t < NOON + 1440 * MINUTE; t += MINUTE) {
      expect(Math.abs(shared.livesAt(at(t)).length - 25)).toBeLessThanOrEqual(4);
      expect(single.livesAt(at(t))).toHaveLength(1);
    }
  });

  it("holds exactly the number asked for in the scale scenario, and none in the empty one", () => {
    expect(world(1, "scale", 1234, NOON)).toHaveLength(1234);
    expect(world(1, "empty", 1234, NOON)).toEqual([]);
  });

  it("gives the sessions of the diligent scenario ten trainings and a little more on average", () => {
    const sessions = world(1, "diligent", 2_000, NOON);
    const trainings = sessions.reduce((sum, { trainingSessions }) => sum + trainingSessions.length, 0);
    expect(sessions).toHaveLength(2_000);
    expect(trainings / 2_000).toBeGreaterThanOrEqual(10);
    expect(trainings / 2_000).toBeLessThan(12);
  });

  it("lets the first session of the longpast scenario have ten thousand trainings behind it, in order, and no other", () => {
    fc.assert(
      fc.property(seeds, instants, (seed, t) => {
        const [first, ...others] = createWorld({ seed, scenario: "longpast", sessions: 5 }).livesAt(at(t));
        const trainings = first?.trainings ?? [];
        const over = trainings.filter(({ endsAt }) => endsAt <= t);
        expect(over.length).toBeGreaterThanOrEqual(PAST_TRAININGS);
        expect(trainings.length - PAST_TRAININGS).toBeLessThanOrEqual(13);
        // One expectation for all: each takes longer than what it looks at.
        const outOfOrder = trainings.filter(({ createdAt, runsFrom, endsAt }, index) => {
          const before = trainings[index - 1]?.createdAt ?? first?.startedAt ?? t;
          return createdAt <= before || runsFrom <= createdAt || endsAt <= runsFrom;
        });
        expect(outOfOrder).toEqual([]);
        for (const other of others) expect(other.trainings.length).toBeLessThanOrEqual(13);
      }),
      { numRuns: 5 },
    );
  });

  it("is lively: within three minutes of any instant many things change, and it holds every state", () => {
    fc.assert(
      fc.property(seeds, instants, (seed, t) => {
        const shared = createWorld({ seed, scenario: "default", sessions: 25 });
        const moments = Array.from({ length: 37 }, (_, n) => t + n * 5000);
        const seen = moments.map((moment) => JSON.stringify(states(shared.livesAt(at(moment)), moment)));
        expect(new Set(seen).size).toBeGreaterThan(6);
      }),
      { numRuns: 20 },
    );
    expect([...new Set(states(manyLives(), NOON))].toSorted()).toEqual([
      "completed",
      "failed",
      "running",
      "starting",
    ]);
  });
});

describe("a command", () => {
  const t = NOON;
  const shared = createWorld({ seed: 1, scenario: "default", sessions: 25 });
  const livesWith = (commands: typeof NO_COMMANDS, when: number) =>
    shared.livesAt({ t: when, commands, answer: 0 });
  const victim = livesWith(NO_COMMANDS, t).find(({ trainings }) =>
    trainings.some((training) => stateAt(training, t) === "running" && training.createdAt <= t),
  );
  if (victim === undefined) throw new Error("nothing runs at this instant");

  it("to terminate ends the session at its instant, not before, and for good", () => {
    const commands = withCommand(NO_COMMANDS, { kind: "terminate", debugSessionId: victim.id, at: t });
    const idsAt = (when: number) => livesWith(commands, when).map(({ id }) => id);
    expect(idsAt(t - 1)).toContain(victim.id);
    expect(idsAt(t)).not.toContain(victim.id);
    expect(idsAt(victim.endsAt - 1)).not.toContain(victim.id);
    expect(idsAt(t)).toHaveLength(livesWith(NO_COMMANDS, t).length - 1);
  });

  it("to cancel fails the training at its instant and leaves all others as they are", () => {
    const training = victim.trainings.find((one) => isOpenAt(one, t));
    if (training === undefined) throw new Error("nothing is open");
    const commands = withCommand(NO_COMMANDS, {
      kind: "cancel",
      debugSessionId: victim.id,
      trainingSessionId: training.id,
      at: t,
    });
    const after = livesWith(commands, t + 1).find(({ id }) => id === victim.id);
    expect(after?.trainings.find(({ id }) => id === training.id)).toMatchObject({
      endsAt: t,
      outcome: { state: "failed", reason: { code: "cancelled" } },
    });
    expect(after?.trainings.filter(({ id }) => id !== training.id)).toEqual(
      victim.trainings.filter(({ id }) => id !== training.id),
    );
  });
});

const isOpenAt = (training: Life["trainings"][number], t: number) =>
  isAlive({ startedAt: training.createdAt, endsAt: training.endsAt }, t);

const states = (lives: readonly Life[], t: number) =>
  lives.flatMap(({ trainings }) =>
    trainings.filter(({ createdAt }) => createdAt <= t).map((training) => stateAt(training, t)),
  );

/** Some hundreds of lives of one world. */
function manyLives(): Life[] {
  const shared = createWorld({ seed: 5, scenario: "default", sessions: 400 });
  return shared.livesAt(at(NOON));
}
