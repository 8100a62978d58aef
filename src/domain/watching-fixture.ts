/**
 * Small simulated worlds and the answers that watch them: what truly happened, and what was told of it.
 * An answer shows the world at one instant between its sending and its receipt, and nobody is told which.
 */
import fc from "fast-check";
import { answer, wireSession } from "./answer-fixture.ts";
import type { Answer, Scope } from "./known.ts";
import { readSession, type Session } from "./session.ts";

export interface TrueTraining {
  readonly id: string;
  /** The states it takes and when, oldest first; the first at its creation. */
  readonly course: readonly { readonly at: number; readonly state: string }[];
  /** The server leaves it out of the list in this time. */
  readonly hidden: { readonly from: number; readonly to: number };
}

/** One life of a session: it is alive from `startedAt` until before `endedAt`. */
export interface TrueLife {
  readonly id: string;
  readonly startedAt: number;
  readonly endedAt: number;
  readonly trainings: readonly TrueTraining[];
}

export interface World {
  readonly lives: readonly TrueLife[];
  /** How far the server's clock is ahead of the browser's; intervals of observation must not depend on it. */
  readonly skew: number;
}

const IDS = ["a", "b"] as const;
export const span = (min: number, max: number) => fc.integer({ min, max });

const COURSES = [
  "starting running completed",
  "starting running failed",
  "starting failed",
  "running uploading completed",
  "warming running",
  "completed",
];

const courses = fc
  .tuple(fc.constantFrom(...COURSES), fc.array(span(1, 20), { minLength: 3, maxLength: 3 }))
  .map(([states, steps]) => {
    let at = 0;
    return states.split(" ").map((state, index) => ({ state, at: (at += steps[index] ?? 1) }));
  });

const trainings = fc
  .array(
    fc.record({ course: courses, hiddenFrom: span(0, 60), hiddenFor: fc.constantFrom(0, 20, 40, 500) }),
    {
      maxLength: 3,
    },
  )
  .map(
    (list) => (id: string, startedAt: number) =>
      list.map(({ course, hiddenFrom, hiddenFor }, index): TrueTraining => ({
        id: `${id}-${index}`,
        course: course.map(({ state, at }) => ({ state, at: startedAt + at })),
        hidden: { from: startedAt + hiddenFrom, to: startedAt + hiddenFrom + hiddenFor },
      })),
  );

const livesOf = (id: string) =>
  fc
    .array(fc.record({ pause: fc.oneof(span(1, 5), span(1, 60)), length: span(1, 100), trainings }), {
      maxLength: 4,
    })
    .map((lives) => {
      let at = 0;
      return lives.map(({ pause, length, trainings: make }): TrueLife => {
        const startedAt = at + pause;
        at = startedAt + length;
        return { id, startedAt, endedAt: at, trainings: make(`${id}${startedAt}`, startedAt) };
      });
    });

const worlds: fc.Arbitrary<World> = fc.record({
  lives: fc.tuple(...IDS.map(livesOf)).map((lives) => lives.flat()),
  skew: fc.constantFrom(0, 0, -3_600_000, 7_000),
});

const stateAt = (training: TrueTraining, at: number) =>
  training.course.findLast((step) => step.at <= at)?.state;
const isListed = ({ hidden }: TrueTraining, at: number) => at < hidden.from || at >= hidden.to;

/** The sessions alive at an instant, as the server tells of them. */
const showing = ({ lives, skew }: World, at: number): readonly Session[] =>
  lives
    .filter(({ startedAt, endedAt }) => startedAt <= at && at < endedAt)
    .map((life) =>
      readSession(
        wireSession({
          id: life.id,
          startedAt: life.startedAt + skew,
          trainings: life.trainings.flatMap((training) => {
            const state = isListed(training, at) ? stateAt(training, at) : undefined;
            return state === undefined
              ? []
              : [`${training.id} ${state} ${(training.course[0]?.at ?? 0) + skew}`];
          }),
        }),
      ),
    );

interface Asking {
  /** From the sending of the one before; less than its journey takes, and the two cross. */
  readonly wait: number;
  /** From the sending to the instant that the answer shows, and from there to its receipt. */
  readonly there: number;
  readonly back: number;
  readonly scope: Scope;
  /** Ids whose entries cannot be read; `anonymous`: not even their ids. */
  readonly broken: readonly string[];
  readonly anonymous: boolean;
  /** How often the answer reaches the fold: dropped, once, or twice; and how late. */
  readonly copies: number;
  readonly delay: number;
}

const asking: fc.Arbitrary<Asking> = fc.record({
  wait: fc.oneof({ weight: 8, arbitrary: span(1, 12) }, span(1, 120)),
  there: fc.constantFrom(0, 2, 9, 25),
  back: fc.constantFrom(0, 2, 9, 25),
  scope: fc.oneof({ weight: 3, arbitrary: fc.constant("all" as const) }, fc.subarray([...IDS])),
  broken: fc.oneof({ weight: 7, arbitrary: fc.constant([]) }, fc.subarray([...IDS])),
  anonymous: fc.boolean(),
  copies: fc.constantFrom(0, 1, 1, 1, 1, 1, 2),
  delay: fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, span(1, 80)),
});

/** The answers in the order in which they reach the fold: those that took longer, or were held up, come later. */
function delivered(world: World, askings: readonly Asking[]): readonly Answer[] {
  let sentAt = 0;
  const deliveries = askings.flatMap((ask) => {
    sentAt += ask.wait;
    const one = answered(world, sentAt, ask);
    const arrival = one.receivedAt + ask.delay;
    return Array.from({ length: ask.copies }, (_, copy) => ({ one, arrival: arrival + 40 * copy }));
  });
  return deliveries.toSorted((a, b) => a.arrival - b.arrival).map(({ one }) => one);
}

function answered(world: World, sentAt: number, { there, back, scope, broken, anonymous }: Asking): Answer {
  const thereThen = showing(world, sentAt + there).filter(({ id }) => covers(scope, id));
  const isBroken = ({ id }: Session) => broken.includes(id);
  return answer(
    sentAt,
    thereThen.filter((session) => !isBroken(session)),
    {
      receivedAt: sentAt + there + back,
      scope,
      unreadable: thereThen
        .filter(isBroken)
        .map(({ id }, index) => ({ index, reason: "broken", ...(anonymous ? {} : { id }) })),
    },
  );
}

/** Whether an answer with this scope should hold the session. */
export const covers = (scope: Scope, id: string) => scope === "all" || scope.includes(id);

/** A world, and the answers to a run of calls in the order in which they reach the fold. */
export const watching = fc
  .tuple(worlds, fc.array(asking, { minLength: 1, maxLength: 25, size: "max" }))
  .map(([world, askings]) => ({ world, answers: delivered(world, askings) }));
