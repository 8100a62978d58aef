import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, fold, theSession, type WireFacts } from "./answer-fixture.ts";
import { type Known, type KnownSession, NOTHING_KNOWN } from "./known.ts";
import { observe } from "./observe.ts";
import { countAt, runningTimes, sortedNumbers } from "./running-fixture.ts";
import { NOTHING_RUNNING, runningAfter, type RunningTimes } from "./running-times.ts";
import type { SortedNumbers } from "./sorted-numbers.ts";
import { type TrueLife, type TrueTraining, watching, type World } from "./watching-fixture.ts";

/** A session in answers sent at these instants, each with its training's state; `-` leaves it out, `x` the session. */
function watch(states: string, createdAt = 5): KnownSession {
  const answers = states.split(" ").map((state, i) => {
    const facts: WireFacts = { trainings: state === "-" ? [] : [`t ${state} ${createdAt}`] };
    return answer(100 * (i + 1), state === "x" ? [] : [facts]);
  });
  return theSession(fold(answers));
}

const all = ({ pieces }: SortedNumbers): readonly number[] => pieces.flatMap((piece) => [...piece]);

/** What times say, in whatever pieces. */
const said = ({ least, most, waiting }: RunningTimes) => ({
  least: { starts: all(least.starts), ends: all(least.ends) },
  most: { starts: all(most.starts), ends: all(most.ends) },
  waiting,
});

const spans = (states: string) => {
  const { least, most, waiting } = runningTimes([watch(states)]);
  return {
    least: [...all(least.starts), "to", ...all(least.ends)].join(" "),
    most: [...all(most.starts), "to", ...all(most.ends)].join(" "),
    waiting,
  };
};

describe("a training that was", () => {
  // Answers are sent at 100, 200 ... and take 10 ms: what one alone showed running surely ran for no time.
  it.each([
    ["seen running from the first on", "running running", "110 to", "5 to", 0],
    ["seen starting, running, and ended", "starting running completed", "to", "100 to 310", 0],
    ["seen running twice and ended", "running running failed", "110 to 200", "5 to 310", 0],
    ["ended before watching", "completed completed", "to", "5 to 110", 0],
    ["seen starting and then ended", "starting failed", "to", "100 to 210", 0],
    ["seen starting only", "starting starting", "to", "to", 1],
    ["seen running, then in a state of a later server", "running uploading", "to", "5 to 210", 0],
    ["never seen running among such states", "warming uploading", "to", "5 100 to 110 210", 1],
    ["seen running, then no longer listed", "running running -", "110 to 200", "5 to", 0],
    ["seen starting, then no longer listed", "starting -", "to", "100 to", 0],
    ["seen running until its session was gone", "running running x", "110 to 200", "5 to 310", 0],
    ["seen starting until its session was gone", "starting x", "to", "100 to 210", 0],
  ])("%s", (_, states, least, most, waiting) => {
    expect(spans(states)).toEqual({ least, most, waiting });
  });

  it("born after the answer that first showed it, by its server's clock, is there from that answer on", () => {
    expect(all(runningTimes([watch("running running", 5000)]).most.starts)).toEqual([110]);
  });

  it("born at no instant at all is in no count", () => {
    const { least, most } = runningTimes([watch("completed completed", NaN)]);
    expect([least.starts.length, least.ends.length, most.starts.length, most.ends.length]).toEqual([
      0, 0, 0, 0,
    ]);
  });
});

describe("the count at an instant", () => {
  it("has what began at it, and not what ended at it", () => {
    const times = { starts: sortedNumbers([10, 20, 20]), ends: sortedNumbers([20, 40]) };
    expect([9, 10, 19, 20, 39, 40, 1e12].map((at) => countAt(times, at))).toEqual([0, 1, 1, 2, 2, 1, 1]);
  });
});

/** Worlds whose server's clock is right: what differs is told by skew.ts, before anything is observed. */
const worlds = watching.filter(({ world }) => world.skew === 0);

const after = (answers: Parameters<typeof fold>[0]): Known =>
  answers.reduce((before, next) => observe(before, next, { intervalMs: 20 }), NOTHING_KNOWN);

const lifeOf = ({ lives }: World, { session }: KnownSession): TrueLife | undefined =>
  lives.find(({ id, startedAt }) => id === session.id && startedAt === session.startedAt);

const isRunning = ({ course }: TrueTraining, at: number) =>
  course.findLast((step) => step.at <= at)?.state === "running";

/** How many of the trainings that were seen truly ran at an instant. */
const trulyRunning = (world: World, sessions: readonly KnownSession[], at: number): number =>
  sessions
    .flatMap((session) => [session, ...session.earlier])
    .flatMap((session) => {
      const life = lifeOf(world, session);
      if (life === undefined || at < life.startedAt || at >= life.endedAt) return [];
      const seen = new Set(session.trainings.map(({ training }) => training.id));
      return life.trainings.filter((training) => seen.has(training.id) && isRunning(training, at));
    }).length;

/** Whatever happened happened at one of these, and what is told of it is between them. */
const turns = ({ lives }: World): readonly number[] =>
  lives
    .flatMap(({ startedAt, endedAt, trainings }) => [
      startedAt,
      endedAt,
      ...trainings.flatMap(({ course }) => course.map(({ at }) => at)),
    ])
    .flatMap((at) => [at - 5, at - 1, at, at + 1, at + 5]);

describe("in any world", () => {
  it("as many trainings as truly ran are within the bounds, at every instant up to the newest answer", () => {
    fc.assert(
      fc.property(worlds, ({ world, answers }) => {
        const { sessions, latest } = after(answers);
        const list = [...sessions.values()];
        const { least, most } = runningTimes(list);
        const told = turns(world).filter((at) => at <= (latest?.sentAt ?? -1));
        const wrong = told.filter((at) => {
          const truth = trulyRunning(world, list, at);
          return countAt(least, at) > truth || countAt(most, at) < truth;
        });
        expect(wrong).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it("none is counted less than never, nor more surely than possibly", () => {
    fc.assert(
      fc.property(watching, ({ answers }) => {
        const { least, most } = runningTimes(after(answers).sessions.values());
        for (const at of [least.starts, least.ends, most.starts, most.ends].flatMap(all)) {
          expect(countAt(least, at)).toBeGreaterThanOrEqual(0);
          expect(countAt(most, at)).toBeGreaterThanOrEqual(countAt(least, at));
        }
      }),
    );
  });

  it("the order of sessions makes no difference", () => {
    fc.assert(
      fc.property(watching, ({ answers }) => {
        const sessions = [...after(answers).sessions.values()];
        expect(runningTimes(sessions.toReversed())).toEqual(runningTimes(sessions));
      }),
    );
  });

  it("following the answers comes to the same as counting anew", () => {
    fc.assert(
      fc.property(watching, ({ answers }) => {
        let before = NOTHING_KNOWN;
        let times = NOTHING_RUNNING;
        for (const next of answers) {
          const now = observe(before, next, { intervalMs: 20 });
          const gone = [...before.sessions.values()].filter(
            (one) => now.sessions.get(one.session.id) !== one,
          );
          const come = [...now.sessions.values()].filter(
            (one) => before.sessions.get(one.session.id) !== one,
          );
          times = runningAfter(times, { gone, come });
          expect(said(times)).toEqual(said(runningTimes(now.sessions.values())));
          before = now;
        }
      }),
    );
  });

  it("an answer that changes nothing keeps the times the same object", () => {
    const times = runningTimes([watch("running running")]);
    expect(runningAfter(times, { gone: [], come: [] })).toBe(times);
    // A copy, as one that crossed from another thread, says the same.
    const known = watch("running completed");
    const before = runningTimes([known, watch("starting running")]);
    expect(runningAfter(before, { gone: [known], come: [structuredClone(known)] })).toBe(before);
  });

  it("what changed of a training is all that changes of the times", () => {
    const [open, over] = [watch("running running running"), watch("running running completed")];
    const before = runningTimes([open, open, watch("starting completed")]);
    const after = runningAfter(before, { gone: [open], come: [over] });
    expect(said(after)).toEqual(said(runningTimes([open, over, watch("starting completed")])));
    expect(after.least.starts).toBe(before.least.starts);
    expect(after.most.starts).toBe(before.most.starts);
  });
});
