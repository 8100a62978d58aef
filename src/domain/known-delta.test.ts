import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, fold, theSession } from "./answer-fixture.ts";
import { applyDelta, changeOf, deltaBetween, mergeDeltas, withSame } from "./known-delta.ts";
import { type Known, NOTHING_KNOWN } from "./known.ts";
import { observe } from "./observe.ts";
import { prune } from "./prune.ts";
import { watching } from "./watching-fixture.ts";

const RUNS = { numRuns: 200 };

/** Every state of a schedule of answers, from nothing known on; now and then what ended is forgotten. */
const courses = fc
  .tuple(watching, fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
  .map(([{ answers }, forgets]) => {
    const states: Known[] = [NOTHING_KNOWN];
    let known = NOTHING_KNOWN;
    for (const [index, next] of answers.entries()) {
      states.push((known = observe(known, next, { intervalMs: 20 })));
      if (forgets[index % 5]) states.push((known = prune(known, { endedBefore: next.sentAt - 20 })));
    }
    return states;
  });
const twoStates = fc
  .tuple(courses, fc.nat(), fc.nat())
  .map(([states, a, b]) => [states[a % states.length], states[b % states.length]] as const)
  .map(([previous = NOTHING_KNOWN, next = NOTHING_KNOWN]) => ({ previous, next }));
const deltas = courses.map((states) =>
  states.slice(1).map((next, index) => deltaBetween(states[index] ?? NOTHING_KNOWN, next)),
);

describe("what a delta does to the sessions", () => {
  it("is told whole: without those that are gone and with those that have come they are the next", () => {
    fc.assert(
      fc.property(twoStates, ({ previous, next }) => {
        const { from, gone, come } = changeOf(previous.sessions, deltaBetween(previous, next));
        expect(from).toBe(previous.sessions);
        const told = new Set([...from.values()].filter((known) => !gone.includes(known)).concat(come));
        expect(told).toEqual(new Set(next.sessions.values()));
      }),
      RUNS,
    );
  });
});

describe("what two states have in common", () => {
  it("is the same objects again, and nothing else is touched", () => {
    const before = observe(NOTHING_KNOWN, answer(100, [{ id: "a" }, { id: "b" }]));
    const copy = structuredClone(observe(before, answer(200, [{ id: "a" }])));
    const kept = withSame(before, copy);
    expect(kept).toEqual(copy);
    expect(kept.sessions.get("a")).toBe(before.sessions.get("a"));
    expect(kept.sessions.get("b")).toBe(copy.sessions.get("b"));
  });
});

describe("the laws of deltas", () => {
  it("the delta between two states leads from the one to the other, whichever they are", () => {
    fc.assert(
      fc.property(twoStates, ({ previous, next }) => {
        expect(applyDelta(previous, deltaBetween(previous, next))).toEqual(next);
      }),
      RUNS,
    );
  });

  it("sessions that a delta does not name keep their identity, and so does the map when it names none", () => {
    fc.assert(
      fc.property(twoStates, ({ previous, next }) => {
        const delta = deltaBetween(previous, next);
        const after = applyDelta(previous, delta);
        const named = new Set([...delta.dropped, ...delta.changed.map(({ session }) => session.id)]);
        const unnamed = [...previous.sessions].filter(([id]) => !named.has(id));
        for (const [id, session] of unnamed) expect(after.sessions.get(id)).toBe(session);
        expect(after.sessions === previous.sessions).toBe(named.size === 0);
      }),
      RUNS,
    );
  });

  it("a delta names what changed and nothing else", () => {
    fc.assert(
      fc.property(twoStates, ({ previous, next }) => {
        const { changed, dropped } = deltaBetween(previous, next);
        for (const session of changed) {
          expect(previous.sessions.get(session.session.id)).not.toBe(session);
        }
        for (const id of dropped)
          expect([previous.sessions.has(id), next.sessions.has(id)]).toEqual([true, false]);
      }),
      RUNS,
    );
  });

  it("applying a delta twice is applying it once", () => {
    fc.assert(
      fc.property(twoStates, ({ previous, next }) => {
        const delta = deltaBetween(previous, next);
        const once = applyDelta(previous, delta);
        expect(applyDelta(once, delta)).toEqual(once);
      }),
      RUNS,
    );
  });

  it("two deltas merged do what one after the other does, and merging knows no brackets", () => {
    fc.assert(
      fc.property(deltas, fc.nat(), (list, at) => {
        const start = list.slice(0, at % list.length);
        const [a, b, c] = list.slice(start.length);
        fc.pre(a !== undefined && b !== undefined && c !== undefined);
        const known = start.reduce(applyDelta, NOTHING_KNOWN);
        expect(applyDelta(known, mergeDeltas(a, b))).toEqual(applyDelta(applyDelta(known, a), b));
        const left = mergeDeltas(mergeDeltas(a, b), c);
        expect(applyDelta(known, mergeDeltas(a, mergeDeltas(b, c)))).toEqual(applyDelta(known, left));
      }),
      RUNS,
    );
  });

  it("all deltas of a schedule merged lead from nothing to its end", () => {
    fc.assert(
      fc.property(courses, (states) => {
        const list = states.slice(1).map((next, index) => deltaBetween(states[index] ?? NOTHING_KNOWN, next));
        const [first, ...rest] = list;
        fc.pre(first !== undefined);
        expect(applyDelta(NOTHING_KNOWN, rest.reduce(mergeDeltas, first))).toEqual(states.at(-1));
      }),
      RUNS,
    );
  });
});

describe("the delta between two states", () => {
  const both = fold([answer(100, [{ id: "a" }, { id: "b" }])]);

  it("names a new session, a changed one and one that was forgotten", () => {
    const one = fold([answer(200, [{ id: "b" }])], both);
    expect(deltaBetween(both, one).changed).toEqual([theSession(one, "a")]);
    const other = fold([answer(300, [{ id: "b" }, { id: "c" }])], prune(one, { endedBefore: 1_000 }));
    expect(deltaBetween(one, other)).toEqual({
      changed: [theSession(other, "c")],
      dropped: ["a"],
      watched: other.watched,
      latest: other.latest,
      wholeFrom: 210,
    });
  });

  it("of an answer without news names no session, and tells of the answer", () => {
    const again = fold([answer(200, [{ id: "a" }, { id: "b" }])], both);
    const delta = deltaBetween(both, again);
    expect(delta).toEqual({ changed: [], dropped: [], watched: again.watched, latest: again.latest });
    expect(applyDelta(both, delta).sessions).toBe(both.sessions);
  });
});

describe("merged deltas", () => {
  const empty = fold([answer(100, [])]);
  const held = fold([answer(200, [{ id: "a" }])], empty);
  const forgotten = { ...held, sessions: new Map() };

  it("keep the later reading of a session that both name", () => {
    const changed = fold([answer(300, [{ id: "a", trainings: ["t running"] }])], held);
    const merged = mergeDeltas(deltaBetween(empty, held), deltaBetween(held, changed));
    expect(merged).toEqual({ ...deltaBetween(held, changed), dropped: [] });
  });

  it("name a session that came and went as dropped only, and one that went and came as changed only", () => {
    const came = deltaBetween(empty, held);
    const went = deltaBetween(held, forgotten);
    expect(mergeDeltas(came, went)).toMatchObject({ changed: [], dropped: ["a"] });
    expect(mergeDeltas(went, came)).toMatchObject({ changed: [theSession(held, "a")], dropped: [] });
  });
});
