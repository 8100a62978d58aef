import { afterEach, describe, expect, it } from "vitest";
import { session } from "../domain/answer-fixture.ts";
import { deltaBetween, type KnownDelta } from "../domain/known-delta.ts";
import { type Known, NOTHING_KNOWN } from "../domain/known.ts";
import { observe } from "../domain/observe.ts";
import { browserNow, epochNow, setAhead } from "./clock.ts";
import { createMirror, type Mirror } from "./mirror.ts";
import { slices } from "../domain/delta-slices.ts";

const at = (sentAt: number, count: number, aheadMs = 0): Known =>
  observe(NOTHING_KNOWN, {
    sentAt,
    receivedAt: sentAt + 10,
    scope: "all",
    unreadable: [],
    sessions: Array.from({ length: count }, (_, i) => session({ id: `s${i}`, startedAt: 1_000 + i })),
    aheadMs,
  });

afterEach(() => setAhead(0));

function mirroring() {
  const mirror = createMirror();
  const sizes: [sessions: number, partial: boolean][] = [];
  mirror.subscribe(() => sizes.push([mirror.known().sessions.size, mirror.isPartial()]));
  return { mirror, sizes };
}

/** Tells the mirror a change in these parts. */
function tellIn(parts: readonly KnownDelta[], mirror: Mirror, begin: "first" | "more" = "first"): void {
  for (const [index, delta] of parts.entries()) {
    const part = index === parts.length - 1 ? "last" : index === 0 ? begin : "more";
    mirror.take({ kind: "delta", delta, part, answered: true });
  }
}

/** What is known, without what the last change was. */
function toldBy(mirror: Mirror): Known {
  const { change: _, sessions, ...known } = mirror.known();
  return { ...known, sessions: new Map(sessions) };
}

describe("the page's copy of what is known", () => {
  it("shows the first part at once, and the rest in few steps", () => {
    const { mirror, sizes } = mirroring();
    const known = at(5_000, 6_500);
    const wanted = ["s900", "s1"];
    const parts = [...slices(deltaBetween(NOTHING_KNOWN, known), new Set(wanted))];
    tellIn(parts, mirror);
    expect(sizes).toEqual([
      [2, true],
      [3_002, true],
      [6_002, true],
      [6_500, false],
    ]);
    expect(toldBy(mirror)).toEqual(known);
  });

  it("shows a great change of what is whole at once, when all of it is here", () => {
    const { mirror, sizes } = mirroring();
    const before = at(5_000, 650);
    mirror.take({ kind: "delta", delta: deltaBetween(NOTHING_KNOWN, before), part: "whole", answered: true });
    const after = { ...at(10_000, 900), sessions: new Map([...at(10_000, 900).sessions].slice(1)) };
    const parts = [...slices(deltaBetween(before, after), new Set(["s899"]))];
    expect(parts.length).toBeGreaterThan(3);
    tellIn(parts, mirror);
    expect(sizes).toEqual([
      [650, false],
      [899, false],
    ]);
    expect([...toldBy(mirror).sessions.keys()].toSorted()).toEqual([...after.sessions.keys()].toSorted());
  });

  it("lets go of a session that an answer told of early and the whole of it does not, whichever part says so", () => {
    const { mirror } = mirroring();
    const early = at(5_000, 2);
    const known = { ...at(5_000, 650), sessions: new Map([...at(5_000, 650).sessions].slice(1)) };
    mirror.take({ kind: "delta", delta: deltaBetween(NOTHING_KNOWN, early), part: "first", answered: true });
    const parts = [...slices(deltaBetween(early, known))];
    expect(parts.map(({ dropped }) => dropped.length)).toEqual([1, 0, 0, 0]);
    tellIn(parts, mirror, "more");
    expect([...toldBy(mirror).sessions.keys()].toSorted()).toEqual([...known.sessions.keys()].toSorted());
    expect(mirror.isPartial()).toBe(false);
  });

  it("keeps the objects that a change does not name", () => {
    const { mirror } = mirroring();
    const before = at(5_000, 3);
    mirror.take({ kind: "delta", delta: deltaBetween(NOTHING_KNOWN, before), part: "whole", answered: true });
    const [first] = mirror.known().sessions.values();
    const { watched, latest } = at(10_000, 0);
    const changed = [...at(10_000, 5).sessions.values()].slice(3);
    mirror.take({
      kind: "delta",
      delta: { changed, dropped: [], watched, latest },
      part: "whole",
      answered: true,
    });
    expect([...mirror.known().sessions.values()][0]).toBe(first);
    expect(mirror.known().change).toMatchObject({ gone: [], come: changed });
    expect(mirror.known().sessions.size).toBe(5);
  });

  it("stays as it is while it is held, and misses nothing", () => {
    const { mirror, sizes } = mirroring();
    const states = [NOTHING_KNOWN, at(5_000, 2), at(9_000, 3), at(14_000, 4)];
    const take = (index: number) => {
      const [before, after] = [states[index - 1], states[index]];
      if (!before || !after) throw new Error("no such state");
      mirror.take({ kind: "delta", delta: deltaBetween(before, after), part: "whole", answered: true });
    };
    mirror.hold(true);
    take(1);
    expect(sizes).toEqual([[2, false]]);
    take(2);
    expect(toldBy(mirror)).toEqual(states[1]);
    mirror.hold(false);
    expect(toldBy(mirror)).toEqual(states[2]);
    mirror.hold(true);
    mirror.letThrough(true);
    take(3);
    mirror.letThrough(false);
    expect(toldBy(mirror)).toEqual(states[3]);
    expect(sizes).toHaveLength(3);
  });

  it("tells an answer from what was known before", () => {
    const { mirror } = mirroring();
    const delta = deltaBetween(NOTHING_KNOWN, at(5_000, 2));
    mirror.take({ kind: "delta", delta, part: "whole", answered: false });
    expect(mirror.foldedAt()).toBeUndefined();
    mirror.take({ kind: "delta", delta, part: "whole", answered: true });
    expect(mirror.foldedAt()).toBeDefined();
    mirror.forget();
    expect(mirror.known()).toBe(NOTHING_KNOWN);
    expect(mirror.foldedAt()).toBeUndefined();
  });

  it("sets the page's time by the clock that dates the newest answer", () => {
    const { mirror } = mirroring();
    const delta = deltaBetween(NOTHING_KNOWN, at(5_000, 1, 3_600_000));
    mirror.take({ kind: "delta", delta, part: "whole", answered: true });
    expect(Math.round((epochNow() - browserNow()) / 1_000)).toBe(3_600);
  });
});
