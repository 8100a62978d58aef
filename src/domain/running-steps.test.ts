import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "./answer-fixture.ts";
import { runningAt, runningTimes, sortedNumbers } from "./running-fixture.ts";
import { type RunningStep, runningSteps, type Told } from "./running-steps.ts";
import type { RunningTimes } from "./running-times.ts";
import { watching } from "./watching-fixture.ts";
import type { Window } from "./window.ts";

const sorted = (...list: number[]) => sortedNumbers(list);
const WINDOW: Window = { from: 0, to: 100 };
const FRESH: Told = { now: 100, staleFrom: undefined };
const MANY = 1000;

/** Two surely from 10 and 30 to 60, and perhaps from 5 and 30 to 70; the second goes on. One more may begin. */
const TIMES: RunningTimes = {
  least: { starts: sorted(10, 30), ends: sorted(60) },
  most: { starts: sorted(5, 30), ends: sorted(70) },
  waiting: 1,
};

const told = (steps: readonly RunningStep[]) =>
  steps.map(({ at, least, peak, most }) =>
    peak === least ? `${at}: ${least}..${most}` : `${at}: ${least}^${peak}..${most}`,
  );

const steps = (window = WINDOW, until = FRESH, most = MANY) =>
  told(runningSteps(TIMES, window, until, most).steps);

describe("the steps of a window", () => {
  it("change where a count does, the first at the window's beginning", () => {
    expect(steps()).toEqual(["0: 0..0", "5: 0..1", "10: 1..1", "30: 2..2", "60: 1..2", "70: 1..1"]);
  });

  it("begin with what goes on already", () => {
    expect(steps({ from: 40, to: 65 })).toEqual(["40: 2..2", "60: 1..2"]);
    const whole = (wholeFrom: number) => steps({ from: 10, to: 65 }, { ...FRESH, wholeFrom });
    expect([whole(40), whole(5)[0], whole(70)]).toEqual([["40: 2..2", "60: 1..2"], "10: 1..1", []]);
  });

  it("end at now", () => {
    const { steps: all, to } = runningSteps(TIMES, WINDOW, { now: 20, staleFrom: undefined }, MANY);
    expect([told(all), to]).toEqual([["0: 0..0", "5: 0..1", "10: 1..1"], 20]);
  });

  it("are none where all is yet to come, or the window is none", () => {
    const none = { steps: [], top: 0 };
    expect(runningSteps(TIMES, { from: 200, to: 300 }, FRESH, MANY)).toMatchObject(none);
    expect(runningSteps(TIMES, { from: NaN, to: 300 }, FRESH, MANY)).toMatchObject(none);
    expect(runningSteps(TIMES, { from: -Infinity, to: 30 }, FRESH, MANY)).toMatchObject(none);
    expect(runningSteps(TIMES, { from: 5, to: 5 }, FRESH, MANY)).toMatchObject(none);
  });

  it("are sure of nothing since the newest answer grew old: some may have ended, and others begun", () => {
    expect(steps(WINDOW, { now: 100, staleFrom: 80 }).slice(-2)).toEqual(["70: 1..1", "80: 0..2"]);
    expect(steps({ from: 90, to: 100 }, { now: 100, staleFrom: 80 })).toEqual(["90: 0..2"]);
  });

  it("tell the greatest of all, for the scale", () => {
    expect(runningSteps(TIMES, WINDOW, FRESH, MANY).top).toBe(2);
    expect(runningSteps(TIMES, { from: 0, to: 20 }, FRESH, MANY).top).toBe(1);
  });

  it("stand for equal stretches where there are too many, and keep what was reached within", () => {
    expect(steps(WINDOW, FRESH, 3)).toEqual(["0: 0^2..2", "50: 1^2..2"]);
  });
});

describe("the count at an instant", () => {
  it.each([
    [4, undefined, { least: 0, most: 0 }],
    [5, undefined, { least: 0, most: 1 }],
    [65, undefined, { least: 1, most: 2 }],
    [99, undefined, { least: 1, most: 1 }],
    [99, 80, { least: 0, most: 2 }],
    [79, 80, { least: 1, most: 1 }],
  ])("%i with the newest answer old from %s", (at, staleFrom, expected) => {
    expect(runningAt(TIMES, at, { staleFrom })).toEqual(expected);
  });
});

const window = fc
  .tuple(fc.integer({ min: -50, max: 400 }), fc.integer({ min: 1, max: 600 }))
  .map(([from, length]) => ({ from, to: from + length }));
const until = fc
  .tuple(fc.integer({ min: 0, max: 900 }), fc.option(fc.integer({ min: 0, max: 300 }), { nil: undefined }))
  .map(([now, age]): Told => ({ now, staleFrom: age === undefined ? undefined : now - age }));
const anyTimes = watching.map(({ answers }) => runningTimes(fold(answers).sessions.values()));
const most = fc.integer({ min: 2, max: 40 });

/** The step that an instant is in. */
const stepOf = (all: readonly RunningStep[], at: number) => all.findLast((step) => step.at <= at);

describe("any steps", () => {
  it("hold the counts of every instant of the window, however few they are", () => {
    fc.assert(
      fc.property(anyTimes, window, until, most, (times, win, look, few) => {
        const { steps: all, to, top } = runningSteps(times, win, look, few);
        const wrong = [];
        for (let at = win.from; at < to; at += 1) {
          const truth = runningAt(times, at, look);
          const step = stepOf(all, at);
          const isHeld =
            step !== undefined &&
            step.least <= truth.least &&
            truth.least <= step.peak &&
            truth.most <= step.most &&
            step.most <= top;
          if (!isHeld) wrong.push({ at, step, truth });
        }
        expect(wrong).toEqual([]);
      }),
    );
  });

  it("reach what they say they do: no greatest count is lost, and none is made up", () => {
    fc.assert(
      fc.property(anyTimes, window, until, most, (times, win, look, few) => {
        const { steps: all, to, top } = runningSteps(times, win, look, few);
        const exact = runningSteps(times, win, look, MANY);
        expect(top).toBe(exact.top);
        expect(Math.max(0, ...all.map(({ peak }) => peak))).toBe(
          Math.max(0, ...exact.steps.map(({ peak }) => peak)),
        );
        expect(to).toBe(exact.to);
      }),
    );
  });

  it("lie in the window, in order, no more than asked for, and none is negative", () => {
    fc.assert(
      fc.property(anyTimes, window, until, most, (times, win, look, few) => {
        const { steps: all, to } = runningSteps(times, win, look, few);
        expect(all.length).toBeLessThanOrEqual(few);
        expect(all[0]?.at ?? win.from).toBe(win.from);
        const wrong = all.filter(
          ({ at, least, peak, most: high }, i) =>
            !(at < (all[i + 1]?.at ?? to) && 0 <= least && least <= peak && peak <= high),
        );
        expect(wrong).toEqual([]);
      }),
    );
  });

  it("of less of the window are the same there", () => {
    fc.assert(
      fc.property(anyTimes, window, fc.nat(300), until, (times, win, less, look) => {
        const part = { from: win.from + less, to: win.to };
        fc.pre(part.from < Math.min(part.to, look.now));
        const whole = runningSteps(times, win, look, MANY).steps;
        const cut = runningSteps(times, part, look, MANY).steps;
        expect(told(cut.slice(1))).toEqual(told(whole.filter(({ at }) => at > part.from)));
      }),
    );
  });
});
