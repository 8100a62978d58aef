import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { durationText } from "./format-duration.ts";
import { labelledBar, type LabelledBar, placeLabels, textWidth } from "./label-places.ts";
import type { Mark } from "./timeline.ts";

const WIDTH = 1000;
/** A bar from px to px. */
const bar = (id: string, from: number, to: number, facts: Partial<LabelledBar> = {}): LabelledBar => ({
  id,
  lane: 0,
  x0: from / WIDTH,
  x1: to / WIDTH,
  open: false,
  textPx: 40,
  ...facts,
});
const told = (...bars: LabelledBar[]) =>
  [...placeLabels(bars, WIDTH)].map(([id, { side, at }]) => `${id} ${side} ${Math.round(at)}`);

describe("the duration", () => {
  it.each<[string, LabelledBar[], string[]]>([
    ["is right of a bar that ended", [bar("a", 100, 200)], ["a right 206"]],
    ["is inside an open bar", [bar("a", 900, 1000, { open: true })], ["a inside 908"]],
    ["is left of an open bar too short for it", [bar("a", 960, 1000, { open: true })], ["a left 914"]],
    ["is left of a bar that ended too near to the edge", [bar("a", 900, 970)], ["a left 854"]],
    ["is left out of a bar as wide as the strip that has ended", [bar("a", 0, 1000)], []],
    [
      "is right of it where the next bar leaves room",
      [bar("a", 100, 200), bar("b", 252, 300)],
      ["a right 206", "b right 306"],
    ],
    [
      "is left where the next bar does not",
      [bar("a", 100, 200), bar("b", 251, 300)],
      ["a left 54", "b right 306"],
    ],
    [
      "is left out between two bars close by",
      [bar("a", 0, 200), bar("b", 220, 240), bar("c", 260, 300)],
      ["c right 306"],
    ],
    [
      "does not lie over the label before",
      [bar("a", 100, 200), bar("b", 300, 302, { open: true })],
      ["a right 206", "b left 254"],
    ],
    [
      "is left out rather than that",
      [bar("a", 100, 200), bar("b", 290, 292, { open: true })],
      ["a right 206"],
    ],
    [
      "minds bars of its own lane only",
      [bar("a", 100, 200), bar("b", 210, 300, { lane: 1 })],
      ["a right 206", "b right 306"],
    ],
    [
      "is not written where there is none",
      [bar("a", 100, 200, { textPx: 0 }), bar("b", 300, 400, { textPx: NaN })],
      [],
    ],
  ])("%s", (_, bars, expected) => {
    expect(told(...bars)).toEqual(expected);
  });
});

describe("the width of a text", () => {
  it.each([
    ["45\u202fs", 23.4],
    ["18\u202fm\u00a012\u202fs", 50],
  ])("%j is about %d px", (text, px) => {
    expect(textWidth(text)).toBeCloseTo(px, 0);
  });

  it("grows with the letters", () => {
    expect(textWidth("12 m", 22)).toBeCloseTo(2 * textWidth("12 m", 11));
    expect(textWidth("")).toBe(0);
  });

  it("of any duration is finite", () => {
    fc.assert(
      fc.property(fc.double(), (ms) => {
        expect(textWidth(durationText(ms))).toBeLessThan(200);
      }),
    );
  });
});

describe("the bar of a mark", () => {
  const mark: Mark = {
    trainingId: "t",
    state: "completed",
    lane: 2,
    from: 0,
    x0: 0.2,
    x1: 0.3,
    tail: { kind: "interval", x1: 0.4 },
    cutStart: false,
    cutEnd: false,
  };

  it.each<[string, Partial<Mark>, Partial<LabelledBar>]>([
    ["reaches to the end of its tail", {}, { x0: 0.2, x1: 0.4, open: false }],
    ["has ended where its outcome was not seen", { tail: { kind: "not-seen" } }, { x1: 0.3, open: false }],
    ["is open while it goes on", { tail: { kind: "open" } }, { x0: 0.2, x1: 0.3, open: true }],
    ["is open while nobody looked", { tail: { kind: "stale", x1: 1 } }, { x1: 1, open: true }],
    ["has room to be seen, open", { x0: 0.999, x1: 1, tail: { kind: "open" } }, { x0: 0.99, x1: 1 }],
    ["has it within the strip", { x0: 0, x1: 0, tail: { kind: "open" } }, { x0: 0, x1: 0 }],
  ])("%s", (_, facts, expected) => {
    expect(labelledBar({ ...mark, ...facts }, "45 s", WIDTH)).toMatchObject({
      id: "t",
      lane: 2,
      textPx: textWidth("45 s"),
      ...expected,
    });
  });
});

describe("any labels", () => {
  const bars = fc
    .array(
      fc.record({
        lane: fc.nat(3),
        from: fc.integer({ min: 0, max: 1000 }),
        length: fc.oneof(fc.nat(30), fc.nat(600)),
        open: fc.boolean(),
        textPx: fc.integer({ min: 0, max: 120 }),
      }),
      { maxLength: 25 },
    )
    .map((all) =>
      all.map(({ from, length, ...facts }, i) => bar(`b${i}`, from, Math.min(1000, from + length), facts)),
    );

  interface Box {
    readonly id: string;
    readonly lane: number;
    readonly from: number;
    readonly to: number;
  }
  const boxes = (all: readonly LabelledBar[]): readonly Box[] =>
    [...placeLabels(all, WIDTH)].flatMap(([id, { at }]) =>
      all.filter((one) => one.id === id).map(({ lane, textPx }) => ({ id, lane, from: at, to: at + textPx })),
    );
  const overlaps = (a: Box, b: Box) =>
    a.id !== b.id && a.lane === b.lane && a.from < b.to - 1e-6 && b.from < a.to - 1e-6;

  it("lie over no other bar, over no other label, and not over the edge", () => {
    fc.assert(
      fc.property(bars, (all) => {
        const labels = boxes(all);
        const others = all.map(({ id, lane, x0, x1 }) => ({ id, lane, from: x0 * WIDTH, to: x1 * WIDTH }));
        const wrong = labels.filter(
          (label) =>
            label.from < 0 ||
            label.to > WIDTH + 1e-6 ||
            [...others, ...labels].some((other) => overlaps(label, other)),
        );
        expect(wrong).toEqual([]);
      }),
    );
  });

  it("are inside open bars only, and never over their own bar otherwise", () => {
    fc.assert(
      fc.property(bars, (all) => {
        const places = placeLabels(all, WIDTH);
        const wrong = all.filter(({ id, x0, x1, open, textPx }) => {
          const place = places.get(id);
          if (place === undefined) return false;
          const [from, to] = [place.at, place.at + textPx];
          if (place.side === "inside") return !open || from < x0 * WIDTH || to > x1 * WIDTH;
          return place.side === "right" ? open || from < x1 * WIDTH : to > x0 * WIDTH;
        });
        expect(wrong).toEqual([]);
      }),
    );
  });

  it("are the same in whatever order the bars come", () => {
    const shuffled = bars.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([all, other]) => {
        expect(placeLabels(other, WIDTH)).toEqual(placeLabels(all, WIDTH));
      }),
    );
  });
});
