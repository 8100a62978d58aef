/** The laws of watching, over small simulated worlds: what is known is compared with what truly happened. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, deepFreeze, fold, theSession } from "./answer-fixture.ts";
import {
  type Answer,
  type Interval,
  type Known,
  type KnownSession,
  type KnownTraining,
  lastSeenAt,
  NOTHING_KNOWN,
} from "./known.ts";
import { joined } from "./observe-session.ts";
import { observe } from "./observe.ts";
import { sameJson } from "./same.ts";
import type { Session } from "./session.ts";
import { gaps } from "./watched.ts";
import { covers, span, type TrueLife, type TrueTraining, watching, type World } from "./watching-fixture.ts";

const INTERVAL_MS = 20;
const RUNS = { numRuns: 200 };

/** Nothing in it is ever changed after it was made. */
const observing = (known: Known, next: Answer): Known => {
  const sessions = [...known.sessions.values()];
  const after = deepFreeze(observe(known, next, { intervalMs: INTERVAL_MS }));
  // A map cannot be frozen, its values are.
  expect([...known.sessions.values()].every((session, index) => session === sessions[index])).toBe(true);
  expect(known.sessions.size).toBe(sessions.length);
  return after;
};

const isNewest = (known: Known, { sentAt, receivedAt }: Answer) =>
  known.latest === undefined ||
  sentAt > known.latest.sentAt ||
  (sentAt === known.latest.sentAt && receivedAt > known.latest.receivedAt);

/** Sent when every answer before it had come back: then it shows a later world than they do. */
const isInOrder = (known: Known, next: Answer) =>
  isNewest(known, next) && next.sentAt >= (known.watched.at(-1)?.to ?? 0);

/** Runs a check at every step of every schedule. */
function atEveryStep(check: (step: { before: Known; next: Answer; after: Known; world: World }) => void) {
  fc.assert(
    fc.property(watching, ({ world, answers }) => {
      let before = NOTHING_KNOWN;
      for (const next of answers) {
        const after = observing(before, next);
        check({ before, next, after, world });
        before = after;
      }
    }),
    RUNS,
  );
}

const livesKnown = ({ sessions }: Known): readonly KnownSession[] =>
  [...sessions.values()].flatMap((session) => [session, ...session.earlier]);

function holds({ after, by }: Interval, instant: number): boolean {
  return (after === undefined || after < instant) && instant <= by;
}

function trueLife({ lives, skew }: World, { session }: KnownSession): TrueLife {
  const found = lives.find(
    ({ id, startedAt }) => id === session.id && startedAt + skew === session.startedAt,
  );
  if (found === undefined) throw new Error(`no life of ${session.id} began at ${session.startedAt}`);
  return found;
}

function trueTraining(life: TrueLife, { training }: KnownTraining): TrueTraining {
  const found = life.trainings.find(({ id }) => id === training.id);
  if (found === undefined) throw new Error(`there never was a training ${training.id}`);
  return found;
}

/** When a training took one of these states for the first time. */
const takenAt = ({ course }: TrueTraining, states: readonly string[]) =>
  course.find(({ state }) => states.includes(state))?.at ?? Infinity;

describe("nothing is invented", () => {
  it("every end of a session holds the instant at which it truly ended", () => {
    atEveryStep(({ after, world }) => {
      const wrong = livesKnown(after).filter(
        (known) => known.ended !== undefined && !holds(known.ended, trueLife(world, known).endedAt),
      );
      expect(wrong).toEqual([]);
    });
  });

  it("every state seen was taken within its interval, and every training ended within that of its end", () => {
    atEveryStep(({ after, world }) => {
      const pairs = livesKnown(after).flatMap((known) =>
        known.trainings.map((training) => ({
          training,
          truth: trueTraining(trueLife(world, known), training),
        })),
      );
      const wrongState = pairs.filter(({ training, truth }) =>
        training.seen.some(({ rawState, entered }) => !holds(entered, takenAt(truth, [rawState]))),
      );
      const wrongEnd = pairs.filter(
        ({ training: { end }, truth }) =>
          end !== undefined && !holds(end, takenAt(truth, ["completed", "failed"])),
      );
      expect({ wrongState, wrongEnd }).toEqual({ wrongState: [], wrongEnd: [] });
    });
  });

  it("a session lived when it was last seen, and had begun when it was first seen", () => {
    atEveryStep(({ after, world }) => {
      for (const known of livesKnown(after)) {
        const { startedAt, endedAt } = trueLife(world, known);
        expect(lastSeenAt(after, known)).toBeLessThan(endedAt);
        expect(known.firstSeen).toBeGreaterThanOrEqual(startedAt);
      }
    });
  });

  it("an answer ends no session outside its scope", () => {
    atEveryStep(({ before, next, after }) => {
      const ends = ({ sessions }: Known) =>
        [...before.sessions.keys()].map((id) => !covers(next.scope, id) && sessions.get(id)?.ended);
      expect(ends(after)).toEqual(ends(before));
    });
  });

  it("no duration is negative", () => {
    atEveryStep(({ after }) => {
      const intervals = livesKnown(after).flatMap(({ ended, trainings: all }) => [
        ended,
        ...all.flatMap(({ end, seen }) => [end, ...seen.map(({ entered }) => entered)]),
      ]);
      for (const interval of intervals)
        expect(interval?.by ?? 0).toBeGreaterThanOrEqual(interval?.after ?? 0);
      for (const { from, to } of after.watched) expect(to).toBeGreaterThanOrEqual(from);
      for (const { from, to } of gaps(after)) expect(to - from).toBeGreaterThan(2.5 * INTERVAL_MS);
    });
  });
});

describe("nothing observed is lost", () => {
  it("every session, training and state of an answer in order is known from then on", () => {
    fc.assert(
      fc.property(watching, ({ answers }) => {
        let known = NOTHING_KNOWN;
        const observed: Session[] = [];
        for (const next of answers) {
          const inOrder = isInOrder(known, next);
          known = observing(known, next);
          if (inOrder) observed.push(...next.sessions);
        }
        for (const session of observed) {
          const current = known.sessions.get(session.id);
          const life = [current, ...(current?.earlier ?? [])].find(
            (one) => one?.session.startedAt === session.startedAt,
          );
          for (const { id, rawState } of session.trainings) {
            const seen = life?.trainings.find(({ training }) => training.id === id)?.seen;
            expect(seen?.map((one) => one.rawState)).toContain(rawState);
          }
          expect(life).toBeDefined();
        }
      }),
      RUNS,
    );
  });

  it("what was known stays known: sessions, lives, trainings and the states seen of them", () => {
    const facts = (known: Known) =>
      livesKnown(known).flatMap(({ session, firstSeen, trainings: all }) => [
        JSON.stringify([session.id, session.startedAt, firstSeen]),
        ...all.flatMap(({ training, seen }) =>
          seen.map((one) => JSON.stringify([session.id, training.id, one])),
        ),
      ]);
    atEveryStep(({ before, after }) => {
      expect(facts(after)).toEqual(expect.arrayContaining(facts(before)));
    });
  });

  it("a reload in the middle changes nothing", () => {
    fc.assert(
      fc.property(watching, fc.nat(25), ({ answers }, reloadAt) => {
        const stayed = answers.reduce(observing, NOTHING_KNOWN);
        const stored = structuredClone(answers.slice(0, reloadAt).reduce(observing, NOTHING_KNOWN));
        expect(answers.slice(reloadAt).reduce(observing, stored)).toEqual(stayed);
      }),
      RUNS,
    );
  });

  it("a session that left the memory and comes back is what it would be had it stayed", () => {
    const trainings = fc.uniqueArray(
      fc.constantFrom("t running", "t completed", "u starting", "u failed", "v running"),
      { selector: (training) => training[0] },
    );
    const course = fc.array(fc.option(trainings), { maxLength: 8 });
    fc.assert(
      fc.property(trainings, course, fc.boolean(), trainings, course, (first, between, ends, last, more) => {
        const listed = [first, ...between, ...(ends ? [null] : []), last, ...more];
        const answers = listed.map((own, i) =>
          answer(100 * i, own ? [{ trainings: own }, { id: "other" }] : [{ id: "other" }]),
        );
        const left = listed.length - more.length - 1;
        const known = answers.slice(0, left).reduce(observing, NOTHING_KNOWN);
        const own = theSession(known);
        // Whoever has not ended is in memory, unless that lost all that it knew.
        const others = new Map([...known.sessions].filter(([id]) => id === "other"));
        const later = answers.slice(left);
        const since = theSession(later.reduce(observing, { ...known, sessions: others }));
        const stayed = theSession(later.reduce(observing, known));
        expect(joined({ ...own, lastSeen: lastSeenAt(known, own) }, since)).toEqual(stayed);
      }),
      RUNS,
    );
  });

  it("a session that answers leave out and bring back has not ended, nor begun another life", () => {
    const flickers = fc.array(fc.boolean(), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(flickers, (shown) => {
        const answers = [true, ...shown, true].map((is, i) =>
          answer(100 * i, is ? [{ trainings: ["t running"] }] : []),
        );
        const { absences = [], ...rest } = theSession(fold(answers));
        expect(rest).toEqual(theSession(fold(answers.slice(0, 1))));
        // Each stretch without it is one, and none is forgotten.
        const stretches = [true, ...shown].filter((is, i) => is && shown[i] === false);
        expect(absences).toHaveLength(stretches.length);
      }),
      RUNS,
    );
  });
});

describe("the order of answers", () => {
  it("an answer folded before, or older than the newest, changes nothing at all", () => {
    fc.assert(
      fc.property(watching, ({ answers }) => {
        let known = NOTHING_KNOWN;
        const folded: Answer[] = [];
        for (const next of answers) {
          const newest = isNewest(known, next);
          const after = observing(known, next);
          expect(after === known).toBe(!newest);
          folded.push(next);
          for (const old of folded) expect(observing(after, old)).toBe(after);
          known = after;
        }
      }),
      RUNS,
    );
  });

  it("the newest answer is what is shown of every session it holds, unless it may be older than what is shown", () => {
    atEveryStep(({ before, next, after }) => {
      if (!isInOrder(before, next)) return;
      for (const session of next.sessions) {
        const known = after.sessions.get(session.id);
        expect(known?.session).toEqual(session);
        expect(known).toMatchObject({ ended: undefined, lastSeen: undefined });
      }
    });
  });

  it("a session that a complete answer in order lacks has ended", () => {
    atEveryStep(({ before, next, after }) => {
      if (!isInOrder(before, next) || next.scope !== "all" || next.unreadable.length > 0) return;
      const held = new Set(next.sessions.map(({ id }) => id));
      for (const [id, { ended }] of after.sessions) expect(ended === undefined).toBe(held.has(id));
    });
  });
});

describe("identity", () => {
  const isIdleCopy = (now: unknown, old: unknown) => now !== old && sameJson(now, old);

  it("no session, training or map is ever replaced by its equal", () => {
    atEveryStep(({ before, after }) => {
      const same = [...after.sessions].every(([id, now]) => before.sessions.get(id) === now);
      expect(after.sessions === before.sessions).toBe(same);
      for (const [id, old] of before.sessions) {
        const now = after.sessions.get(id) ?? old;
        expect(isIdleCopy(now, old)).toBe(false);
        if (now.session.startedAt !== old.session.startedAt) continue;
        expect(isIdleCopy(now.trainings, old.trainings)).toBe(false);
        for (const training of old.trainings) {
          const again = now.trainings.find((one) => one.training.id === training.training.id);
          expect(isIdleCopy(again, training)).toBe(false);
        }
      }
    });
  });

  it("duplicates within an answer collapse to the same, in whatever order they came", () => {
    const entry = fc.record({
      id: fc.constantFrom("a", "b"),
      startedAt: span(0, 2),
      modelId: fc.constantFrom("m", "n"),
      trainings: fc.array(
        fc
          .tuple(
            fc.constantFrom("t", "u"),
            fc.constantFrom("starting", "running", "failed", "odd", "even"),
            span(0, 2),
          )
          .map((parts) => parts.join(" ")),
        { maxLength: 3 },
      ),
    });
    const shuffled = fc
      .array(entry, { maxLength: 6 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })));
    fc.assert(
      fc.property(shuffled, ([list, other]) => {
        const known = fold([answer(100, list)]);
        expect(fold([answer(100, other)])).toEqual(known);
        for (const { trainings: all } of known.sessions.values()) {
          const ids = all.map(({ training }) => training.id);
          expect(ids).toEqual([...new Set(ids)]);
        }
        expect(observe(known, answer(200, other)).sessions).toBe(known.sessions);
      }),
      RUNS,
    );
  });
});
