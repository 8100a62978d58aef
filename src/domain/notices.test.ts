import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, fold, type WireFacts } from "./answer-fixture.ts";
import { type Answer, type Known, NOTHING_KNOWN } from "./known.ts";
import { NO_NOTICES, type NoticeChoice } from "./notices-choice.ts";
import { noticesOf } from "./notices.ts";
import { observe } from "./observe.ts";
import { isEnded } from "./states.ts";
import { watching } from "./watching-fixture.ts";

const ALL: NoticeChoice = { notify: "all", sessions: [] };

/** What the last of these answers gives notice of, as `session training state`. */
function noticed(answers: readonly Answer[], choice: NoticeChoice = ALL): readonly (readonly string[])[] {
  const previous = fold(answers.slice(0, -1));
  const next = fold(answers.slice(-1), previous);
  return told(previous, next, choice);
}

const told = (previous: Known, next: Known, choice: NoticeChoice = ALL) =>
  noticesOf(previous, next, choice).map((endings) =>
    endings.map(
      ({ session, training: { training } }) => `${session.session.id} ${training.id} ${training.rawState}`,
    ),
  );

const at = (index: number, sessions: readonly WireFacts[], facts: Partial<Answer> = {}) =>
  answer(index * 5_000, sessions, facts);
const a = (...trainings: readonly string[]): WireFacts => ({ id: "a", trainings });
const b = (...trainings: readonly string[]): WireFacts => ({ id: "b", trainings });

describe("what storage brings late", () => {
  it("is no news: it was seen before the answer that was there first", () => {
    const kept = fold([at(0, [a("t running")]), at(1, [a("t completed")]), at(2, [])]);
    const previous = fold([at(10, [b()])]);
    const next = { ...previous, sessions: new Map([...previous.sessions, ...kept.sessions]) };
    expect(told(previous, next)).toEqual([]);
  });
});

describe("notice is given", () => {
  it.each<[string, readonly Answer[], readonly string[]]>([
    ["of a training that completed", [at(0, [a("t running")]), at(1, [a("t completed")])], ["a t completed"]],
    [
      "of a training that failed while starting",
      [at(0, [a("t starting")]), at(1, [a("t failed")])],
      ["a t failed"],
    ],
    [
      "of one that began and ended between two answers",
      [at(0, [a()]), at(1, [a("t failed")])],
      ["a t failed"],
    ],
    [
      "of one whose session began between two answers too",
      [at(0, [a()]), at(1, [a(), b("t failed")])],
      ["b t failed"],
    ],
    [
      "of one in another life of its session",
      [at(0, [a("t completed")]), at(1, [{ ...a("u completed"), startedAt: 4_000 }])],
      ["a u completed"],
    ],
    [
      "of one out of a state that nobody knows",
      [at(0, [a("t odd")]), at(1, [a("t failed")])],
      ["a t failed"],
    ],
    [
      "of what ended while nothing could be read of its session",
      [
        at(0, [a("t running")]),
        at(1, [], { unreadable: [{ index: 0, id: "a", reason: "" }] }),
        at(2, [a("t failed")]),
      ],
      ["a t failed"],
    ],
  ])("%s", (_, answers, endings) => {
    expect(noticed(answers)).toEqual(endings.map((ending) => [ending]));
  });

  it("of an ending in a life that is over, where several answers are told at once", () => {
    const before = fold([at(0, [a("t running")])]);
    const answers = [at(1, [a("t failed")]), at(2, [{ ...a("u running"), startedAt: 9_000 }])];
    expect(told(before, fold(answers, before))).toEqual([["a t failed"]]);
  });

  it("once", () => {
    expect(noticed([at(0, [a("t running")]), at(1, [a("t failed")]), at(2, [a("t failed")])])).toEqual([]);
    const takenBack = [at(0, [a("t running")]), at(1, [a("t failed")]), at(2, [a("t running")])];
    expect(noticed([...takenBack, at(3, [a("t failed")])])).toEqual([]);
  });

  it("apart of up to three, failures first, and together of more", () => {
    const three = [
      at(0, [a("t running", "u running"), b("v running")]),
      at(1, [a("t completed", "u failed"), b("v completed")]),
    ];
    expect(noticed(three)).toEqual([["a u failed"], ["a t completed"], ["b v completed"]]);
    const four = [
      at(0, [a("t running", "u running"), b("v running", "w running")]),
      at(1, [a("t completed", "u completed"), b("v failed", "w completed")]),
    ];
    expect(noticed(four)).toEqual([["b v failed", "a t completed", "a u completed", "b w completed"]]);
  });

  it("of the sessions that were chosen, and no others", () => {
    const answers = [at(0, [a("t running"), b("u running")]), at(1, [a("t failed"), b("u failed")])];
    expect(noticed(answers, NO_NOTICES)).toEqual([]);
    expect(noticed(answers, { notify: "none", sessions: ["b", "gone"] })).toEqual([["b u failed"]]);
    expect(noticed(answers, { notify: "all", sessions: ["b"] })).toEqual([["a t failed"], ["b u failed"]]);
  });
});

describe("no notice is given of what may have happened before", () => {
  it.each<[string, readonly Answer[]]>([
    ["the first answer", [at(0, [a("t failed")])]],
    ["an answer that covers more", [at(0, [a()], { scope: ["a"] }), at(1, [a(), b("t failed")])]],
    [
      "an answer after one with entries that could not be read",
      [at(0, [], { unreadable: [{ index: 0, reason: "" }] }), at(1, [b("t failed")])],
    ],
    [
      "a session that was not looked at for a while",
      [at(0, [a(), b()]), at(1, [b()], { scope: ["b"] }), at(2, [a("t failed"), b()])],
    ],
  ])("%s", (_, answers) => {
    expect(noticed(answers)).toEqual([]);
  });
});

describe("over random worlds", () => {
  /** The notices of a run of answers, an item for each, with what was known before. */
  function run(answers: readonly Answer[]) {
    let known = NOTHING_KNOWN;
    return answers.flatMap((next) => {
      const before = known;
      known = observe(before, next);
      return noticesOf(before, known, ALL)
        .flat()
        .map((ending) => ({ ...ending, before, next }));
    });
  }

  it("no ending is told twice, and none that an answer had shown before", () => {
    fc.assert(
      fc.property(watching, ({ answers }) => {
        const endings = run(answers);
        const keys = endings.map(({ session: { session }, training: { training } }) =>
          JSON.stringify([session.id, session.startedAt, training.id]),
        );
        expect(new Set(keys).size).toBe(keys.length);
        for (const {
          before,
          session,
          training: { training },
        } of endings) {
          const earlier = before.sessions.get(session.session.id);
          const seen = [earlier, ...(earlier?.earlier ?? [])]
            .filter((life) => life?.session.startedAt === session.session.startedAt)
            .flatMap((life) => life?.trainings ?? [])
            .find((known) => known.training.id === training.id)?.seen;
          expect(seen?.some(({ state }) => isEnded(state)) ?? false).toBe(false);
        }
      }),
    );
  });

  it("every training that was seen before it ended is told of", () => {
    fc.assert(
      fc.property(watching, ({ answers }) => {
        const known = fold(answers);
        const keys = new Set(run(answers).map(({ training: { training } }) => training.id));
        const lives = [...known.sessions.values()].flatMap((session) => [session, ...session.earlier]);
        const seenEnding = lives
          .flatMap((life) => life.trainings)
          .filter(({ seen }) => seen.length > 1 && isEnded(seen.at(-1)?.state ?? "unrecognised"));
        expect([...keys]).toEqual(expect.arrayContaining(seenEnding.map(({ training }) => training.id)));
      }),
    );
  });

  it("an answer that changes nothing gives no notice", () => {
    fc.assert(
      fc.property(watching, ({ answers }) => {
        const known = fold(answers);
        expect(told(known, fold(answers, known))).toEqual([]);
        expect(told(known, known)).toEqual([]);
      }),
    );
  });
});
