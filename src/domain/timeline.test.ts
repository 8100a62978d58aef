import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { knownSession } from "./known-fixture.ts";
import { type Interval, type KnownSession, type KnownTraining, NOTHING_KNOWN } from "./known.ts";
import { observe } from "./observe.ts";
import { readSession } from "./session.ts";
import { readTrainingState } from "./states.ts";
import { drawStrip, drawTraining, type Mark, type Strip } from "./timeline.ts";
import type { AsOf } from "./training-end.ts";
import type { Window } from "./window.ts";

/** A window of 1000 s that ends now, so that x is seconds / 1000. */
const SECOND = 1000;
const NOW = 1000 * SECOND;
const WINDOW: Window = { from: 0, to: NOW };
const FRESH: AsOf = { now: NOW, latestAt: NOW, freshForMs: 12_500 };

interface Facts {
  readonly id?: string;
  /** All in seconds. */
  readonly from: number;
  readonly state?: string;
  readonly end?: readonly [number | undefined, number];
  readonly lastListed?: number;
}

const seconds = (n: number | undefined) => (n === undefined ? undefined : n * SECOND);

function trainingOf({ id = "t", from, state: rawState = "running", end, lastListed }: Facts): KnownTraining {
  const state = readTrainingState(rawState);
  const listed = seconds(lastListed);
  return {
    training: { id, createdAt: from * SECOND, state, rawState },
    seen: [{ state, rawState, entered: { after: undefined, by: from * SECOND } }],
    end: end && { after: seconds(end[0]), by: end[1] * SECOND },
    ...(listed === undefined ? {} : { lastListed: listed }),
  };
}

/** A session since second 50, with these trainings. */
function sessionOf(trainings: readonly KnownTraining[], ended?: Interval): KnownSession {
  return { ...knownSession({ startedAt: 50 * SECOND, ...(ended ? { ended } : {}) }), trainings };
}

const GONE: Interval = { after: 800 * SECOND, by: 805 * SECOND };

function draw(facts: readonly Facts[], window = WINDOW, look = FRESH, ended?: Interval): Strip {
  return drawStrip({ session: sessionOf(facts.map(trainingOf), ended), window, look });
}

function only(facts: Facts, window = WINDOW, look = FRESH, ended?: Interval): Mark {
  const [mark, ...others] = draw([facts], window, look, ended).marks;
  if (mark === undefined || others.length > 0) throw new Error("not one mark");
  return mark;
}

describe("a training's mark", () => {
  it("that is open runs from its creation to now", () => {
    expect(only({ from: 200 })).toEqual({
      trainingId: "t",
      state: "running",
      lane: 0,
      from: 200 * SECOND,
      x0: 0.2,
      x1: 1,
      tail: { kind: "open" },
      cutStart: false,
      cutEnd: false,
    });
    expect(only({ from: 970, state: "starting" })).toMatchObject({ state: "starting", x0: 0.97, x1: 1 });
  });

  it("that ended between two polls is solid to the last that saw it open, and uncertain to the first that did not", () => {
    expect(only({ from: 200, state: "completed", end: [300, 400] })).toEqual({
      trainingId: "t",
      state: "completed",
      lane: 0,
      from: 200 * SECOND,
      lastOpen: 300 * SECOND,
      firstEnded: 400 * SECOND,
      x0: 0.2,
      x1: 0.3,
      tail: { kind: "interval", x1: 0.4 },
      cutStart: false,
      cutEnd: false,
    });
  });

  it("that had ended before watching is a point with a line to the first poll", () => {
    const mark = only({ from: 200, state: "failed", end: [undefined, 400] });
    expect(mark).toMatchObject({ x0: 0.2, x1: 0.2, tail: { kind: "before-watching", x1: 0.4 } });
    expect(mark.firstEnded).toBe(400 * SECOND);
    expect(mark).not.toHaveProperty("lastOpen");
  });

  it("whose session vanished ends where it was last seen, its outcome not seen", () => {
    expect(only({ from: 200 }, WINDOW, FRESH, GONE)).toMatchObject({
      x0: 0.2,
      x1: 0.8,
      tail: { kind: "not-seen" },
    });
  });

  it("that its session no longer lists ends where it was last listed", () => {
    expect(only({ from: 200, lastListed: 600 })).toMatchObject({ x1: 0.6, tail: { kind: "not-seen" } });
  });

  it("is solid to the last answer when that has grown old, then uncertain to now", () => {
    const old = { ...FRESH, latestAt: 700 * SECOND };
    expect(only({ from: 200 }, WINDOW, old)).toMatchObject({
      x0: 0.2,
      x1: 0.7,
      tail: { kind: "stale", x1: 1 },
    });
    expect(only({ from: 200, state: "completed", end: [300, 302] }, WINDOW, old)).toMatchObject({
      tail: { kind: "interval", x1: 0.302 },
    });
  });

  it("is still open a little after the last answer", () => {
    const aPollAgo = { ...FRESH, latestAt: NOW - 12_500 };
    expect(only({ from: 200 }, WINDOW, aPollAgo)).toMatchObject({ x1: 1, tail: { kind: "open" } });
  });

  it("in a state this program does not know runs to where it was last seen", () => {
    const look = { ...FRESH, latestAt: 998 * SECOND };
    expect(only({ from: 200, state: "paused" }, WINDOW, look)).toMatchObject({
      state: "unrecognised",
      x1: 0.998,
      tail: { kind: "unknown" },
    });
    expect(only({ from: 200, state: "paused" }, WINDOW, look, GONE).x1).toBe(0.8);
  });
});

describe("a mark at the window's edges", () => {
  const late: Window = { from: 500 * SECOND, to: NOW };

  it("is cut where it began before, and says so", () => {
    expect(only({ from: 200 }, late)).toMatchObject({ x0: 0, x1: 1, cutStart: true, cutEnd: false });
    expect(only({ from: 200, state: "completed", end: [750, 760] }, late)).toMatchObject({ x0: 0, x1: 0.5 });
  });

  it("is cut where it goes on after a window in the past, and says so", () => {
    const past: Window = { from: 0, to: 500 * SECOND };
    expect(only({ from: 250 }, past)).toMatchObject({ x0: 0.5, x1: 1, cutStart: false, cutEnd: true });
    expect(only({ from: 250, state: "failed", end: [400, 600] }, past)).toMatchObject({
      x1: 0.8,
      tail: { kind: "interval", x1: 1 },
      cutEnd: true,
    });
  });

  it("stays while any of it, or of its tail, is in the window", () => {
    expect(draw([{ from: 200, state: "completed", end: [300, 500] }], late).marks.length).toBe(1);
    expect(draw([{ from: 200, state: "completed", end: [300, 499] }], late).marks.length).toBe(0);
    expect(draw([{ from: 200, state: "completed", end: [undefined, 600] }], late).marks).toMatchObject([
      { x0: 0, x1: 0, tail: { kind: "before-watching", x1: 0.2 }, cutStart: true },
    ]);
  });

  it("is left out when it was created after the window", () => {
    expect(draw([{ from: 600 }], { from: 0, to: 599 * SECOND }).marks).toEqual([]);
  });

  it("ends at now in a window that goes on after it", () => {
    expect(only({ from: 500 }, { from: 0, to: 2 * NOW })).toMatchObject({ x0: 0.25, x1: 0.5, cutEnd: false });
  });
});

describe("a training in a row of its own", () => {
  const before = { id: "a", from: 100, state: "completed", end: [undefined, 700] } as const;
  const next = { id: "b", from: 300 } as const;

  it("keeps the tail that gives way to the next training in a shared lane", () => {
    const [shared] = draw([before, next]).marks;
    const session = sessionOf([before, next].map(trainingOf));
    const alone = drawTraining(trainingOf(before), { session, window: WINDOW, look: FRESH });
    expect(alone?.x0).toBe(shared?.x0);
    expect(alone && reach(alone)).toBeGreaterThan(shared ? reach(shared) : Infinity);
  });

  it("is drawn without all that was before its session's present life", () => {
    const session = sessionOf([trainingOf(before)]);
    const earlier = {
      ...session,
      get trainings(): never {
        throw new Error("an earlier life was drawn");
      },
    };
    const again = { ...session, earlier: [earlier] };
    expect(drawTraining(trainingOf(before), { session: again, window: WINDOW, look: FRESH })).toEqual(
      drawTraining(trainingOf(before), { session, window: WINDOW, look: FRESH }),
    );
  });

  it("has no mark outside the window", () => {
    const session = sessionOf([trainingOf(before)]);
    const window = { from: 0, to: 50 * SECOND };
    expect(drawTraining(trainingOf(before), { session, window, look: FRESH })).toBeUndefined();
  });
});

describe("a clock that runs ahead", () => {
  it("brings what was created after now to now", () => {
    expect(only({ from: 1010 })).toMatchObject({ from: 1010 * SECOND, x0: 1, x1: 1, tail: { kind: "open" } });
  });

  it("never draws an end before its beginning", () => {
    expect(only({ from: 500, state: "completed", end: [400, 450] })).toMatchObject({
      x0: 0.5,
      x1: 0.5,
      tail: { kind: "interval", x1: 0.5 },
    });
    expect(only({ from: 900 }, WINDOW, FRESH, GONE)).toMatchObject({ x0: 0.9, x1: 0.9 });
  });
});

describe("the session's band", () => {
  it("runs from its start to now", () => {
    expect(draw([]).band).toEqual({ x0: 0.05, x1: 1, cutStart: false, cutEnd: false, gone: false });
  });

  it("says that it began before the window", () => {
    expect(draw([], { from: 500 * SECOND, to: NOW }).band).toMatchObject({ x0: 0, cutStart: true });
  });

  it("has openings where answers left the session out, as far as they are in the window", () => {
    const absences = [
      { after: 100 * SECOND, by: 110 * SECOND, back: 200 * SECOND },
      { after: 400 * SECOND, by: 410 * SECOND, back: 600 * SECOND },
    ];
    const session = { ...sessionOf([]), absences };
    const band = (window: Window) => drawStrip({ session, window, look: FRESH }).band?.absences;
    expect(band(WINDOW)).toEqual([
      { x0: 0.1, x1: 0.2 },
      { x0: 0.4, x1: 0.6 },
    ]);
    expect(band({ from: 500 * SECOND, to: NOW })).toEqual([{ x0: 0, x1: 0.2 }]);
    expect(band({ from: 700 * SECOND, to: NOW })).toBeUndefined();
  });

  it("ends where a session that is gone was last seen", () => {
    expect(draw([], WINDOW, FRESH, GONE).band).toMatchObject({ x1: 0.8, gone: true });
  });

  it("is not there when the session had gone before the window, or began after it", () => {
    expect(draw([], { from: 900 * SECOND, to: NOW }, FRESH, GONE).band).toBeUndefined();
    expect(draw([], { from: 0, to: 40 * SECOND }).band).toBeUndefined();
  });

  it("has no negative width when the server's clock runs ahead", () => {
    const session = knownSession({ startedAt: NOW + 5000 });
    expect(drawStrip({ session, window: WINDOW, look: FRESH }).band).toMatchObject({ x0: 1, x1: 1 });
  });
});

describe("earlier lives under the same id", () => {
  const first = {
    ...knownSession({ startedAt: 20 * SECOND, ended: { after: 60 * SECOND, by: 65 * SECOND } }),
    trainings: [trainingOf({ id: "old", from: 30, state: "completed", end: [40, 45] })],
  };
  const second = {
    ...knownSession({ startedAt: 100 * SECOND, ended: { after: 300 * SECOND, by: 305 * SECOND } }),
    trainings: [trainingOf({ id: "middle", from: 250 })],
  };
  const session: KnownSession = {
    ...knownSession({ startedAt: 500 * SECOND }),
    trainings: [trainingOf({ id: "new", from: 600 })],
    earlier: [second, first],
  };
  const strip = (window: Window) => drawStrip({ session, window, look: FRESH });

  it("have bands and marks of their own, newest first", () => {
    expect(strip(WINDOW)).toMatchObject({
      startedAt: 500 * SECOND,
      band: { x0: 0.5, x1: 1, gone: false },
      marks: [{ trainingId: "new" }],
      earlier: [
        {
          startedAt: 100 * SECOND,
          band: { x0: 0.1, x1: 0.3, gone: true },
          marks: [{ trainingId: "middle", x0: 0.25, x1: 0.3, tail: { kind: "not-seen" } }],
        },
        {
          startedAt: 20 * SECOND,
          band: { x0: 0.02, x1: 0.06, gone: true },
          marks: [{ trainingId: "old", tail: { kind: "interval", x1: 0.045 } }],
        },
      ],
    });
  });

  it("are left out where they do not meet the window", () => {
    expect(strip({ from: 200 * SECOND, to: NOW }).earlier.map(({ startedAt }) => startedAt)).toEqual([
      100 * SECOND,
    ]);
    expect(strip({ from: 400 * SECOND, to: NOW }).earlier).toEqual([]);
  });

  it("are all there is where the present life began after the window", () => {
    const past = strip({ from: 0, to: 400 * SECOND });
    expect(past).toMatchObject({ band: undefined, marks: [] });
    expect(past.earlier.length).toBe(2);
  });
});

describe("lanes", () => {
  const laneOf = (strip: Strip) => strip.marks.map(({ lane }) => lane);

  it("are one for trainings that follow one another", () => {
    const strip = draw([
      { id: "a", from: 100, state: "completed", end: [200, 205] },
      { id: "b", from: 206, state: "failed", end: [300, 305] },
      { id: "c", from: 400 },
    ]);
    expect(strip).toMatchObject({ lanes: 1, overflow: 0 });
    expect(laneOf(strip)).toEqual([0, 0, 0]);
  });

  it("stay one when the next training begins before the end of the last was seen", () => {
    const strip = draw([
      { id: "a", from: 100, state: "completed", end: [200, 210] },
      { id: "b", from: 203 },
    ]);
    expect(strip.lanes).toBe(1);
    expect(strip.marks[0]).toMatchObject({ x1: 0.2, tail: { kind: "interval", x1: 0.203 } });
    expect(strip.marks[0]?.firstEnded).toBe(210 * SECOND);
  });

  it("are two when that end is not known closely", () => {
    const strip = draw([
      { id: "a", from: 100, state: "completed", end: [200, 300] },
      { id: "b", from: 203 },
    ]);
    expect(strip.lanes).toBe(2);
    expect(strip.marks[0]?.tail).toEqual({ kind: "interval", x1: 0.3 });
  });

  it("are one for trainings that had all ended before watching, each line up to the next", () => {
    const strip = draw([
      { id: "a", from: 100, state: "completed", end: [undefined, 500] },
      { id: "b", from: 200, state: "completed", end: [undefined, 500] },
      { id: "c", from: 600 },
    ]);
    expect(strip.lanes).toBe(1);
    expect(strip.marks.map(({ tail }) => tail)).toEqual([
      { kind: "before-watching", x1: 0.2 },
      { kind: "before-watching", x1: 0.5 },
      { kind: "open" },
    ]);
  });

  it("are as many as trainings run side by side, up to four; the others share the fourth", () => {
    const strip = draw([100, 200, 300, 400, 500, 600].map((from) => ({ id: `t${from}`, from })));
    expect(strip).toMatchObject({ lanes: 4, overflow: 2 });
    expect(laneOf(strip)).toEqual([0, 1, 2, 3, 3, 3]);
  });

  it("do not change as trainings leave the window", () => {
    const facts: Facts[] = [
      { id: "a", from: 100, state: "completed", end: [300, 305] },
      { id: "b", from: 200 },
      { id: "c", from: 400 },
    ];
    expect(laneOf(draw(facts))).toEqual([0, 1, 0]);
    expect(laneOf(draw(facts, { from: 350 * SECOND, to: NOW }))).toEqual([1, 0]);
  });

  it("are at least one", () => {
    expect(draw([])).toMatchObject({ lanes: 1, overflow: 0, marks: [] });
  });
});

describe("what two answers showed", () => {
  const wire = (state: string) => ({
    ...knownSession({ id: "s", startedAt: 100 * SECOND }).session.wire,
    trainingSessions: [{ id: "t", createdAt: 200 * SECOND, state }],
  });
  const answer = (at: number, states: readonly string[]) => ({
    sentAt: at * SECOND,
    receivedAt: (at + 1) * SECOND,
    scope: "all" as const,
    sessions: states.map((state) => readSession(wire(state))),
    unreadable: [],
  });
  const watch = (...answers: ReturnType<typeof answer>[]) => {
    const known = answers.reduce((before, next) => observe(before, next), NOTHING_KNOWN);
    const session = known.sessions.get("s");
    if (session === undefined) throw new Error("the session is lost");
    const look = { ...FRESH, latestAt: known.latest?.sentAt ?? NaN };
    return drawStrip({ session, window: WINDOW, look });
  };

  it("is drawn between them", () => {
    expect(watch(answer(300, ["running"]), answer(400, ["completed"])).marks).toMatchObject([
      {
        lastOpen: 300 * SECOND,
        firstEnded: 401 * SECOND,
        x0: 0.2,
        x1: 0.3,
        tail: { kind: "interval", x1: 0.401 },
      },
    ]);
  });

  it("is stale when they are long past", () => {
    expect(watch(answer(300, ["starting"]), answer(400, ["running"])).marks).toMatchObject([
      { state: "running", x1: 0.4, tail: { kind: "stale", x1: 1 } },
    ]);
  });

  it("is before watching when the first had it ended already", () => {
    expect(watch(answer(300, ["failed"])).marks).toMatchObject([
      { tail: { kind: "before-watching", x1: 0.301 } },
    ]);
  });

  it("fades when the second does not have the session", () => {
    const strip = watch(answer(300, ["running"]), answer(305, []));
    expect(strip.band).toMatchObject({ x0: 0.1, x1: 0.3, gone: true });
    expect(strip.marks).toMatchObject([{ x0: 0.2, x1: 0.3, tail: { kind: "not-seen" } }]);
  });
});

/** Trainings of every kind, at whole seconds, some on top of each other and some out of any order. */
const anyFacts: fc.Arbitrary<readonly Facts[]> = fc
  .array(
    fc.record({
      from: fc.integer({ min: -500, max: 1100 }),
      state: fc.constantFrom("starting", "running", "completed", "failed", "odd"),
      lasted: fc.integer({ min: 0, max: 400 }),
      unseen: fc.integer({ min: 0, max: 120 }),
      before: fc.boolean(),
      unlisted: fc.boolean(),
    }),
    { maxLength: 25 },
  )
  .map((all) =>
    all.map(({ from, state, lasted, unseen, before, unlisted }, i): Facts => {
      const ended = state === "completed" || state === "failed";
      return {
        id: `t${i}`,
        from,
        state,
        ...(ended ? { end: [before ? undefined : from + lasted, from + lasted + unseen] as const } : {}),
        ...(!ended && unlisted ? { lastListed: from + lasted } : {}),
      };
    }),
  );
const anyWindow = fc
  .tuple(fc.integer({ min: -600, max: 1200 }), fc.integer({ min: 1, max: 1500 }))
  .map(([from, length]) => ({ from: from * SECOND, to: (from + length) * SECOND }));
const anyLook = fc.integer({ min: 0, max: 100 }).map((age) => ({ ...FRESH, latestAt: NOW - age * SECOND }));
const anyEnd = fc.constantFrom(undefined, GONE);

const reach = (mark: Mark) => ("x1" in mark.tail ? mark.tail.x1 : mark.x1);

describe("any strip", () => {
  it("has no mark outside the window, and none that runs backwards", () => {
    fc.assert(
      fc.property(anyFacts, anyWindow, anyLook, anyEnd, (facts, window, look, ended) => {
        const { marks, band } = draw(facts, window, look, ended);
        for (const mark of [...marks, ...(band ? [band] : [])]) {
          const end = "tail" in mark ? reach(mark) : mark.x1;
          expect(0 <= mark.x0 && mark.x0 <= mark.x1 && mark.x1 <= end && end <= 1).toBe(true);
        }
      }),
    );
  });

  it("has no mark outside its band, whatever the clocks of servers say", () => {
    fc.assert(
      fc.property(anyFacts, anyWindow, anyLook, anyEnd, (facts, window, look, ended) => {
        const { marks, band } = draw(facts, window, look, ended);
        for (const mark of marks) {
          expect(mark.x0).toBeGreaterThanOrEqual(band?.x0 ?? Infinity);
          expect(reach(mark)).toBeLessThanOrEqual(band?.x1 ?? -Infinity);
        }
      }),
    );
  });

  it("has no overlap within a lane, but for marks that share the last", () => {
    fc.assert(
      fc.property(anyFacts, anyWindow, anyLook, anyEnd, (facts, window, look, ended) => {
        const ends = [0, 0, 0];
        for (const mark of draw(facts, window, look, ended).marks) {
          const end = ends[mark.lane];
          if (end === undefined) continue;
          expect(mark.x0).toBeGreaterThanOrEqual(end);
          ends[mark.lane] = reach(mark);
        }
      }),
    );
  });

  it("has a mark for every training that meets the window, once, and for no other", () => {
    fc.assert(
      fc.property(anyFacts, anyWindow, anyEnd, (facts, window, ended) => {
        const expected = facts.filter(({ from, state, end, lastListed }) => {
          const seen = ended ? (ended.after ?? NaN) / SECOND : NOW / SECOND;
          const open = state === "starting" || state === "running" || state === "odd";
          const to = Math.max(from, end ? end[1] : open ? (lastListed ?? seen) : NaN);
          return Math.min(to, 1000) * SECOND >= window.from && Math.min(from, 1000) * SECOND <= window.to;
        });
        const drawn = draw(facts, window, FRESH, ended).marks.map(({ trainingId }) => trainingId);
        expect(new Set(drawn)).toEqual(new Set(expected.map(({ id }) => id)));
        expect(drawn.length).toBe(expected.length);
      }),
    );
  });

  it("counts the marks that found no lane of their own", () => {
    fc.assert(
      fc.property(anyFacts, anyWindow, (facts, window) => {
        const { marks, lanes, overflow } = draw(facts, window);
        expect(lanes).toBe(Math.max(1, ...marks.map(({ lane }) => lane + 1)));
        expect(overflow).toBeLessThanOrEqual(marks.filter(({ lane }) => lane === 3).length);
        expect(lanes === 4 || overflow === 0).toBe(true);
      }),
    );
  });

  it("is the same in whatever order its trainings are given", () => {
    const shuffled = anyFacts.chain((facts) =>
      fc.tuple(fc.constant(facts), fc.shuffledSubarray([...facts], { minLength: facts.length })),
    );
    fc.assert(
      fc.property(shuffled, anyWindow, anyLook, ([facts, others], window, look) => {
        expect(draw(others, window, look)).toEqual(draw(facts, window, look));
      }),
    );
  });

  it("never makes a mark wider, nor moves it to another lane, when the window is widened", () => {
    const sides = fc.tuple(fc.nat(2000), fc.nat(2000));
    fc.assert(
      fc.property(anyFacts, anyWindow, sides, (facts, window, [left, right]) => {
        const wider = { from: window.from - left * SECOND, to: window.to + right * SECOND };
        const inWider = new Map(draw(facts, wider).marks.map((mark) => [mark.trainingId, mark]));
        for (const mark of draw(facts, window).marks) {
          const other = inWider.get(mark.trainingId);
          if (other === undefined) throw new Error(`${mark.trainingId} is lost in the wider window`);
          expect(other.lane).toBe(mark.lane);
          // A mark that was cut may show more of itself.
          if (mark.cutStart || mark.cutEnd) continue;
          expect(other.x1 - other.x0).toBeLessThanOrEqual(mark.x1 - mark.x0 + 1e-12);
          expect(reach(other) - other.x0).toBeLessThanOrEqual(reach(mark) - mark.x0 + 1e-12);
        }
      }),
    );
  });

  it("keeps the order of all its instants when the window is zoomed or moved", () => {
    fc.assert(
      fc.property(anyFacts, anyWindow, anyWindow, (facts, window, other) => {
        const inOther = new Map(draw(facts, other).marks.map((mark) => [mark.trainingId, mark]));
        const both = draw(facts, window).marks.flatMap((mark) => {
          const there = inOther.get(mark.trainingId);
          return there ? [{ here: mark, there }] : [];
        });
        const places = both.flatMap(({ here, there }) => [
          { here: here.x0, there: there.x0 },
          { here: here.x1, there: there.x1 },
        ]);
        const turned = places.filter((a) => places.some((b) => a.here < b.here && a.there > b.there));
        expect(turned).toEqual([]);
      }),
    );
  });

  it("shows every training of a window that holds them all, and counts no lane's own mark as too many", () => {
    fc.assert(
      fc.property(anyFacts, (facts) => {
        const { marks, overflow } = draw(facts, { from: -2000 * SECOND, to: 2000 * SECOND });
        expect(marks.length).toBe(facts.length);
        const last = marks.filter(({ lane }) => lane === 3).length;
        expect(overflow).toBeLessThanOrEqual(Math.max(0, last - 1));
      }),
    );
  });

  it("does not change the observations it is drawn from", () => {
    const session = sessionOf(
      [{ from: 700 }, { from: 100, state: "completed", end: [200, 300] as const }].map(trainingOf),
    );
    const before = structuredClone(session);
    drawStrip({ session, window: WINDOW, look: FRESH });
    expect(session).toEqual(before);
  });

  it("survives instants that are no numbers", () => {
    const strip = draw([{ from: NaN }, { id: "u", from: 1, state: "failed", end: [NaN, Infinity] }], {
      from: NaN,
      to: NOW,
    });
    expect(JSON.stringify(strip.marks.map(({ x0, x1 }) => [x0, x1]))).not.toContain("null");
  });
});

describe("speed", () => {
  it("of 40 strips with 10 trainings each is a fraction of a frame", () => {
    const facts = Array.from({ length: 10 }, (_, i): Facts => {
      const from = 100 + i * 80;
      return i < 9
        ? { id: `t${i}`, from, state: "completed", end: [from + 60, from + 65] }
        : { id: `t${i}`, from };
    });
    const sessions = Array.from({ length: 40 }, () => sessionOf(facts.map(trainingOf)));
    const times = Array.from({ length: 30 }, () => {
      /* oxlint-disable no-restricted-globals -- the law has no clock; its speed is measured from outside it */
      const started = performance.now();
      for (const session of sessions) drawStrip({ session, window: WINDOW, look: FRESH });
      return performance.now() - started;
      /* oxlint-enable no-restricted-globals */
    });
    // The best of many: other work on the machine only ever adds.
    expect(Math.min(...times)).toBeLessThan(2);
  });
});
