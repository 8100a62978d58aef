import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NO_FILTER } from "../../domain/filter.ts";
import type { HeldInput } from "../../domain/held-over-time.ts";
import { knownSession } from "../../domain/known-fixture.ts";
import { createHeldWork } from "./held-work.ts";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

const STEP = 1_000;
const SESSION = knownSession({ id: "a", startedAt: 0 });
/** What is asked when the newest answer came at `to`, and all that ended after `from` is known. */
const at = (to: number, from: number): HeldInput => ({
  sessions: new Map([["a", SESSION]]),
  watched: [{ from, to }],
  filter: NO_FILTER,
  grid: { from: to - 10 * STEP, stepMs: STEP, steps: 10 },
});

function start() {
  const work = createHeldWork();
  const end = work.subscribe(() => undefined);
  const ask = (input: HeldInput) => {
    work.ask(input);
    vi.runAllTimers();
    return work.held()?.stretches.map((stretch) => [stretch[0]?.step, stretch.at(-1)?.step]);
  };
  return { work, ask, end };
}

describe("what was held, worked out again and again", () => {
  it("keeps of the picture before what is not known any more", () => {
    const { ask } = start();
    expect(ask(at(20_000, 0))).toEqual([[0, 10]]);
    expect(ask(at(22_000, 19_000))).toEqual([[0, 10]]);
    expect(ask(at(24_000, 21_000))).toEqual([[0, 10]]);
    // What neither of them tells stays open.
    expect(ask(at(28_000, 27_000))).toEqual([
      [0, 5],
      [9, 10],
    ]);
  });

  it("begins anew with another filter", () => {
    const { ask } = start();
    ask(at(20_000, 0));
    expect(ask({ ...at(22_000, 19_000), filter: { ...NO_FILTER, q: "a" } })).toEqual([[7, 10]]);
  });

  it("is worked out again where more is known than before", () => {
    const { ask } = start();
    expect(ask(at(20_000, 15_000))).toEqual([[5, 10]]);
    expect(ask(at(20_000, 0))).toEqual([[0, 10]]);
  });

  it("has nothing of what was forgotten, nor of another connection", () => {
    const { work, ask, end } = start();
    ask(at(20_000, 0));
    expect(ask({ ...at(21_000, 0), watched: [] })).toBeUndefined();
    expect(ask(at(22_000, 20_000))).toEqual([[8, 10]]);
    end();
    expect(work.held()).toBeUndefined();
    expect(ask(at(24_000, 23_000))).toEqual([[9, 10]]);
  });
});
