import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, fold, type WireFacts } from "./answer-fixture.ts";
import type { Known } from "./known.ts";
import { observe } from "./observe.ts";
import { CHANGE_KINDS, type Changes, changesSince, isAnyChange } from "./since.ts";
import { span, watching } from "./watching-fixture.ts";

const MINUTE = 60_000;
/** Polls a minute apart, each showing these sessions. The first is at minute 100. */
const START = 100 * MINUTE;
const polls = (...answers: readonly (readonly WireFacts[])[]): Known =>
  fold(answers.map((sessions, index) => answer(START + index * MINUTE, sessions)));
const afterPoll = (index: number) => START + index * MINUTE + 10;

const told = (changes: Changes) =>
  Object.fromEntries(
    CHANGE_KINDS.filter((kind) => changes[kind].count > 0).map((kind) => [kind, changes[kind]]),
  );
const of = (...sessions: readonly string[]) => ({ count: sessions.length, sessions });

const OLD = { id: "old", startedAt: 0 };
const young = (id: string, index: number) => ({ id, startedAt: START + index * MINUTE - 5_000 });

describe("what changed since an instant", () => {
  it("is nothing where the answers show the same", () => {
    const known = polls([OLD], [OLD], [OLD]);
    expect(told(changesSince(known, afterPoll(0)))).toEqual({});
    expect(isAnyChange(changesSince(known, afterPoll(0)))).toBe(false);
  });

  it("is nothing before any answer", () => {
    expect(isAnyChange(changesSince(polls(), 0))).toBe(false);
  });

  it.each<[string, Known, Record<string, unknown>]>([
    ["a session that started", polls([OLD], [OLD, young("new", 1)]), { started: of("new") }],
    ["a session that ended", polls([OLD], []), { ended: of("old") }],
    [
      "a training that completed",
      polls([{ ...OLD, trainings: ["t running"] }], [{ ...OLD, trainings: ["t completed"] }]),
      { completed: of("old") },
    ],
    [
      "a training that failed after two others of its session",
      polls(
        [{ ...OLD, trainings: ["t running", "u running", "v starting"] }],
        [{ ...OLD, trainings: ["t completed", "u completed", "v failed"] }],
      ),
      { completed: { count: 2, sessions: ["old"] }, failed: of("old") },
    ],
    [
      "a training that began and ended between two answers",
      polls([OLD], [{ ...OLD, trainings: [`t failed ${START + 9_000}`] }]),
      { failed: of("old") },
    ],
    [
      "a session that started, trained and ended",
      polls([OLD], [OLD, { ...young("new", 1), trainings: [`t completed ${START + 58_000}`] }], [OLD]),
      { started: of("new"), completed: of("new"), ended: of("new") },
    ],
    [
      "another life under the same id: one ended, one started",
      polls([OLD], [{ ...OLD, startedAt: START + MINUTE - 1_000 }]),
      { started: of("old"), ended: of("old") },
    ],
    [
      "an end within a life that is over, under an id that was taken again",
      polls(
        [{ ...OLD, trainings: ["t running"] }],
        [{ ...OLD, trainings: ["t failed"] }],
        [{ ...OLD, startedAt: START + 2 * MINUTE - 1_000 }],
      ),
      { started: of("old"), failed: of("old"), ended: of("old") },
    ],
  ])("counts %s", (_, known, changes) => {
    expect(told(changesSince(known, afterPoll(0)))).toEqual(changes);
  });

  it("is what happened after the instant, not before it", () => {
    const known = polls(
      [OLD],
      [OLD, young("a", 1)],
      [OLD, young("a", 1), { ...young("b", 2), trainings: [`t failed ${START + 2 * MINUTE - 1_000}`] }],
      [young("a", 1)],
    );
    expect(told(changesSince(known, afterPoll(1)))).toEqual({
      started: of("b"),
      failed: of("b"),
      ended: { count: 2, sessions: ["old", "b"] },
    });
    expect(told(changesSince(known, afterPoll(2)))).toEqual({
      ended: { count: 2, sessions: ["old", "b"] },
    });
    expect(told(changesSince(known, afterPoll(1), afterPoll(2)))).toEqual({
      started: of("b"),
      failed: of("b"),
    });
  });

  it("takes back an end that was none", () => {
    const missing = polls([OLD], []);
    expect(changesSince(missing, afterPoll(0)).ended.count).toBe(1);
    const back = observe(missing, answer(START + 2 * MINUTE, [OLD]));
    expect(isAnyChange(changesSince(back, afterPoll(0)))).toBe(false);
  });

  it("is no word about an end that was not seen: an open training of a session that is gone, a state nobody knows", () => {
    const known = polls(
      [{ ...OLD, trainings: ["t running", "u running"] }],
      [{ ...OLD, trainings: ["t running", "u odd"] }],
      [],
    );
    expect(told(changesSince(known, afterPoll(0)))).toEqual({ ended: of("old") });
  });
});

describe("what is only seen for the first time did not happen now", () => {
  it("in the first answer of all, if nobody had looked at the instant", () => {
    const found = polls([OLD, { ...young("new", 0), trainings: [`t failed ${START - 1_000}`] }]);
    expect(told(changesSince(found, START - 10_000))).toEqual({});
    const later = observe(found, answer(START + MINUTE, [OLD, young("newer", 1)]));
    expect(told(changesSince(later, START - 10_000))).toMatchObject({ started: of("newer") });
  });

  it("in an answer that covers more than those before it", () => {
    const narrow = fold([answer(START, [OLD], { scope: ["old"] })]);
    const wide = observe(
      narrow,
      answer(START + MINUTE, [OLD, { id: "other", startedAt: 0, trainings: ["t failed"] }]),
    );
    expect(told(changesSince(wide, afterPoll(0)))).toEqual({});
  });

  it("after a gap, where the session began before the instant", () => {
    const before = fold([answer(START, [OLD])]);
    const after = observe(before, answer(START + 60 * MINUTE, [OLD, young("early", 20), young("late", 50)]));
    expect(told(changesSince(after, START + 40 * MINUTE))).toEqual({ started: of("late") });
  });
});

/** A session as it truly was, in steps of the polls: shown by the polls from `from` until before `to`. */
const truths = fc.array(
  fc.record({
    from: span(0, 8),
    length: span(1, 9),
    trainings: fc.array(fc.record({ after: span(0, 3), length: span(0, 3), failed: fc.boolean() }), {
      maxLength: 3,
    }),
  }),
  { maxLength: 6 },
);
const POLLS = 9;

describe("over random worlds", () => {
  it("counts exactly what the answers after the instant were the first to show", () => {
    fc.assert(
      fc.property(truths, span(-1, POLLS - 1), (sessions, looked) => {
        // A poll shows what is true just before it.
        const atPoll = (index: number) => START + index * MINUTE - 1_000;
        const shown = (index: number) =>
          sessions.flatMap(({ from, length, trainings }, number) => {
            if (index < from || index >= from + length) return [];
            const listed = trainings.flatMap((training, order) => {
              const begun = from + training.after;
              if (index < begun) return [];
              const outcome = training.failed ? "failed" : "completed";
              const state = index < begun + training.length ? "running" : outcome;
              return [`${number}-${order} ${state} ${atPoll(begun)}`];
            });
            return [{ id: `${number}`, startedAt: atPoll(from), trainings: listed }];
          });
        const known = polls(...Array.from({ length: POLLS }, (_, index) => shown(index)));
        const changes = changesSince(known, looked < 0 ? START - MINUTE : afterPoll(looked));

        const isSeen = (index: number, from: number, to: number) =>
          index >= from && index < Math.min(to, POLLS) && index > looked;
        const expected = { started: 0, completed: 0, failed: 0, ended: 0 };
        for (const { from, length, trainings } of sessions) {
          const to = from + length;
          // What the very first answer shows may have been there for long.
          if (from > 0 && isSeen(from, from, to)) expected.started += 1;
          if (to < POLLS && to > looked) expected.ended += 1;
          for (const training of trainings) {
            const end = from + training.after + training.length;
            const isFirstSight = training.length === 0;
            if (!isSeen(end, from, to) || (isFirstSight && end === 0)) continue;
            expected[training.failed ? "failed" : "completed"] += 1;
          }
        }
        for (const kind of CHANGE_KINDS) expect([kind, changes[kind].count]).toEqual([kind, expected[kind]]);
      }),
      { numRuns: 300 },
    );
  });

  const honest = watching.filter(({ world }) => Math.abs(world.skew) < 2 * MINUTE);
  const counts = (changes: Changes) => CHANGE_KINDS.map((kind) => changes[kind].count);

  it("what changed until an instant and what changed since it is all that changed, each once", () => {
    fc.assert(
      fc.property(honest, span(0, 400), span(0, 400), ({ answers }, a, b) => {
        const known = fold(answers);
        const [early, late] = [Math.min(a, b), Math.max(a, b)];
        const all = changesSince(known, early);
        const [first, then] = [changesSince(known, early, late), changesSince(known, late)];
        for (const kind of CHANGE_KINDS) {
          expect(all[kind].count).toBe(first[kind].count + then[kind].count);
          expect(new Set(all[kind].sessions)).toEqual(
            new Set([...first[kind].sessions, ...then[kind].sessions]),
          );
        }
      }),
    );
  });

  it("nothing is counted twice, nor named twice, and the same answer again counts nothing", () => {
    fc.assert(
      fc.property(honest, span(-10, 400), ({ answers }, at) => {
        const known = fold(answers);
        const changes = changesSince(known, at);
        const lives = [...known.sessions.values()].flatMap((session) => [session, ...session.earlier]);
        const trainings = lives.reduce((sum, life) => sum + life.trainings.length, 0);
        const [started = 0, completed = 0, failed = 0, ended = 0] = counts(changes);
        expect(Math.max(started, ended)).toBeLessThanOrEqual(lives.length);
        expect(completed + failed).toBeLessThanOrEqual(trainings);
        for (const kind of CHANGE_KINDS) {
          const { count, sessions } = changes[kind];
          expect(new Set(sessions).size).toBe(sessions.length);
          expect(sessions.length).toBeLessThanOrEqual(count);
        }
        expect(counts(changesSince(fold(answers, known), at))).toEqual(counts(changes));
      }),
    );
  });

  it("nothing is counted since the newest answer", () => {
    fc.assert(
      fc.property(honest, ({ answers }) => {
        const known = fold(answers);
        const newest = Math.max(...answers.map(({ receivedAt }) => receivedAt));
        expect(isAnyChange(changesSince(known, newest))).toBe(false);
      }),
    );
  });
});
