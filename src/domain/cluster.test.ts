import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellOf, type Cluster, clusterMarks, isCluster, type Shape } from "./cluster.ts";
import { countWords, overflowText } from "./cluster-words.ts";
import { knownSession } from "./known-fixture.ts";
import type { KnownTraining } from "./known.ts";
import { readTrainingState, type TrainingState } from "./states.ts";
import { drawStrip, type Mark, type Strip } from "./timeline.ts";
import type { Window } from "./window.ts";

const SECOND = 1000;
const NOW = 1000 * SECOND;
/** A window of 1000 s that is 1000 px wide: a cell of 4 px wants 4 s, and is 4 s. */
const WINDOW: Window = { from: 0, to: NOW };
const WIDTH = 1000;

interface Facts {
  readonly from: number;
  readonly lasted?: number;
  readonly state?: string;
}

function trainingOf({ from, lasted, state: rawState = "completed" }: Facts, i: number): KnownTraining {
  const state = readTrainingState(rawState);
  const end = lasted === undefined ? undefined : { after: from + lasted, by: from + lasted };
  return {
    training: { id: `t${i}`, createdAt: from, state, rawState },
    seen: [{ state, rawState, entered: { after: undefined, by: from } }],
    end,
  };
}

const strip = (facts: readonly Facts[], window = WINDOW): Strip =>
  drawStrip({
    session: { ...knownSession({ startedAt: 0 }), trainings: facts.map(trainingOf) },
    window,
    look: { now: NOW, latestAt: NOW, freshForMs: 12_500 },
  });

const shapes = (facts: readonly Facts[], window = WINDOW, width = WIDTH): readonly Shape[] =>
  clusterMarks(strip(facts, window).marks, window, width);

/** As `x0..x1 in px: what`. */
const told = (all: readonly Shape[]) =>
  all.map((shape) => {
    const place = `${Math.round(shape.x0 * WIDTH)}..${Math.round(shape.x1 * WIDTH)}`;
    return isCluster(shape)
      ? `${place}: ${shape.state} (${countWords(shape.counts)})`
      : `${place}: ${shape.state}`;
  });

const s = (from: number, lasted: number, state = "completed"): Facts => ({
  from: from * SECOND,
  lasted: lasted * SECOND,
  state,
});

describe("marks that can be told apart", () => {
  it("are the marks themselves", () => {
    const { marks } = strip([s(100, 1), s(110, 2, "failed"), s(200, 50)]);
    expect(clusterMarks(marks, WINDOW, WIDTH)).toBe(marks);
  });

  it("are so while the strip has no width yet", () => {
    const { marks } = strip([s(100, 1), s(101, 1)]);
    expect(clusterMarks(marks, WINDOW, 0)).toBe(marks);
    expect(clusterMarks(marks, WINDOW, NaN)).toBe(marks);
  });
});

describe("marks too narrow to be told apart", () => {
  it.each<[string, readonly Facts[], readonly string[]]>([
    [
      "are one, with their counts",
      [s(100, 1), s(101, 1), s(102, 1)],
      ["100..103: completed (3\u00a0completed)"],
    ],
    [
      "show that one failed, however many completed",
      [s(100, 1), s(101, 1, "failed"), s(102, 1)],
      ["100..103: failed (2\u00a0completed, 1\u00a0failed)"],
    ],
    [
      "are told apart by cells",
      [s(100, 1), s(101, 1), s(105, 1)],
      ["100..102: completed (2\u00a0completed)", "105..106: completed"],
    ],
    [
      "are one across the edge of a cell where they are nearer than a bar is wide",
      [s(103, 0.5), s(104, 0.5, "failed")],
      ["103..105: failed (1\u00a0completed, 1\u00a0failed)"],
    ],
    [
      "leave out a wide one that begins in their cell",
      [s(100, 1), s(101, 1), s(102, 50, "failed")],
      ["100..102: completed (2\u00a0completed)", "102..152: failed"],
    ],
  ])("%s", (_, facts, expected) => {
    expect(told(shapes(facts))).toEqual(expected);
  });

  it("name the first and the last of them", () => {
    expect(shapes([s(100, 1), s(101, 1), s(102, 1)])).toMatchObject([
      { kind: "cluster", firstId: "t0", lastId: "t2", from: 100 * SECOND, count: 3, lane: 0 },
    ]);
  });

  it("in different lanes stay apart", () => {
    const side = [s(90, 50), s(100, 1), s(101, 1)];
    expect(shapes(side).map(({ lane }) => lane)).toEqual([0, 1]);
  });
});

describe("marks that share the last lane", () => {
  it("and begin together are one, however wide", () => {
    const crowd = Array.from({ length: 10_000 }, (_, i): Facts => ({
      from: 100 * SECOND + i / 100,
      state: "running",
    }));
    const { marks, overflow } = strip(crowd);
    expect([marks.length, overflow]).toEqual([10_000, 9996]);
    const all = clusterMarks(marks, WINDOW, WIDTH);
    expect(told(all)).toEqual([
      "100..1000: running",
      "100..1000: running",
      "100..1000: running",
      "100..1000: running (9997\u00a0running)",
    ]);
    expect(overflowText(overflow)).toBe("+9996");
  });
});

describe("words", () => {
  it.each([
    [{ completed: 12, failed: 1 }, "12\u00a0completed, 1\u00a0failed"],
    [
      { running: 2, starting: 1, unrecognised: 12_345 },
      "1\u00a0starting, 2\u00a0running, 12\u202f345\u00a0unrecognised",
    ],
    [{}, ""],
  ])("%o", (some, words) => {
    const none = { starting: 0, running: 0, completed: 0, failed: 0, unrecognised: 0 };
    expect(countWords({ ...none, ...some })).toBe(words);
  });

  it("tell an overflow only where there is one", () => {
    expect([overflowText(0), overflowText(3)]).toEqual([undefined, "+3"]);
  });
});

describe("a cell", () => {
  it.each([
    [WINDOW, 1000, 4, 4000],
    [WINDOW, 999, 4, 8000],
    [{ from: 0, to: 5000 }, 1000, 4, 31.25],
    [{ from: 0, to: 0 }, 1000, 4, 1000],
    [{ from: NaN, to: 0 }, 1000, 4, 1000],
  ])("of %o, %i px wide, at least %i px, is %i ms", (window, width, least, ms) => {
    expect(cellOf(window, width, least)).toBe(ms);
  });
});

const anyFacts: fc.Arbitrary<readonly Facts[]> = fc.array(
  fc
    .record({
      from: fc.integer({ min: -100_000, max: 1_050_000 }),
      lasted: fc.option(fc.oneof({ weight: 3, arbitrary: fc.nat(8000) }, fc.nat(300_000)), {
        nil: undefined,
      }),
      state: fc.constantFrom("completed", "completed", "completed", "failed", "odd", "starting"),
    })
    .map(({ from, lasted, state }) =>
      state === "completed" || state === "failed" ? { from, lasted: lasted ?? 5, state } : { from, state },
    ),
  { maxLength: 150, size: "max" },
);
const anyWindow = fc
  .tuple(fc.integer({ min: -100, max: 900 }), fc.integer({ min: 5, max: 1500 }))
  .map(([from, length]) => ({ from: from * SECOND, to: (from + length) * SECOND }));
const anyWidth = fc.integer({ min: 20, max: 1400 });

const reach = (shape: Shape) => (!isCluster(shape) && "x1" in shape.tail ? shape.tail.x1 : shape.x1);
const countsOf = (all: readonly Shape[]) => {
  const counts: Record<TrainingState, number> = {
    starting: 0,
    running: 0,
    completed: 0,
    failed: 0,
    unrecognised: 0,
  };
  for (const shape of all) {
    if (isCluster(shape))
      for (const state of Object.keys(counts) as TrainingState[]) counts[state] += shape.counts[state];
    else counts[shape.state] += 1;
  }
  return counts;
};
const clustersOf = (all: readonly Shape[]): readonly Cluster[] => all.filter((shape) => isCluster(shape));

describe("any strip", () => {
  it("has every mark counted once, by its state", () => {
    fc.assert(
      fc.property(anyFacts, anyWindow, anyWidth, (facts, window, width) => {
        const { marks } = strip(facts, window);
        const all = clusterMarks(marks, window, width);
        expect(countsOf(all)).toEqual(countsOf(marks));
        for (const { count, counts } of clustersOf(all)) {
          expect(count).toBeGreaterThan(1);
          expect(Object.values(counts).reduce((a, b) => a + b, 0)).toBe(count);
        }
      }),
    );
  });

  it("shows a failed training in the colour of failure, wherever it is", () => {
    fc.assert(
      fc.property(anyFacts, anyWindow, anyWidth, (facts, window, width) => {
        const { marks } = strip(facts, window);
        const failures = clusterMarks(marks, window, width).filter(({ state }) => state === "failed");
        const hidden = marks.filter(
          (mark: Mark) =>
            mark.state === "failed" &&
            !failures.some((shape) => shape.lane === mark.lane && shape.x0 <= mark.x0 && mark.x1 <= shape.x1),
        );
        expect(hidden).toEqual([]);
      }),
    );
  });

  it("has no more than two shapes for each cell of a lane", () => {
    fc.assert(
      fc.property(anyFacts, anyWindow, anyWidth, (facts, window, width) => {
        const { marks, lanes } = strip(facts, window);
        const cells = (window.to - window.from) / cellOf(window, width) + 2;
        expect(clusterMarks(marks, window, width).length).toBeLessThanOrEqual(2 * lanes * cells);
      }),
    );
  });

  it("has no overlap within a lane, and narrow shapes at least a bar apart", () => {
    fc.assert(
      fc.property(anyFacts, anyWindow, anyWidth, (facts, window, width) => {
        const all = clusterMarks(strip(facts, window).marks, window, width);
        const least = 4 / width - 1e-9;
        const wrong = [0, 1, 2].flatMap((lane) => {
          const there = all.filter((shape) => shape.lane === lane);
          const narrow = there.filter((shape) => reach(shape) - shape.x0 < least);
          return [
            ...there.filter((shape, i) => i > 0 && shape.x0 < reach(there[i - 1] ?? shape) - 1e-9),
            ...narrow.filter((shape, i) => i > 0 && shape.x0 - (narrow[i - 1]?.x0 ?? 0) < least),
          ];
        });
        expect(wrong).toEqual([]);
        for (const shape of all) expect(0 <= shape.x0 && reach(shape) <= 1).toBe(true);
      }),
    );
  });

  it("comes in the order of its first marks", () => {
    fc.assert(
      fc.property(anyFacts, anyWindow, anyWidth, (facts, window, width) => {
        const starts = clusterMarks(strip(facts, window).marks, window, width).map(({ from }) => from);
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
      }),
    );
  });
});
