import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answer, fold, session } from "./answer-fixture.ts";
import { NOTHING_KNOWN, type Known } from "./known.ts";
import { observe } from "./observe.ts";
import type { Session } from "./session.ts";
import { correctionOf, evidenceOf, type Skew, skewAfter } from "./skew.ts";

const DAY = 86_400_000;
const EPOCH = 1_700_000_000_000;
const ms = (min: number, max: number) => fc.integer({ min: min * 4, max: max * 4 }).map((n) => n / 4);

/** A session, or a training of it, that is there from an instant of the browser's clock on. */
interface Thing {
  readonly at: number;
  readonly until: number;
  readonly trainings: readonly number[];
}

interface Call {
  /** From the sending of the one before; less than its journey takes, and the two cross. */
  readonly wait: number;
  readonly there: number;
  readonly back: number;
  readonly isDated: boolean;
  readonly scope: "all" | readonly string[];
  /** The first session cannot be read, and perhaps not even its id. */
  readonly broken: "no" | "readable id" | "no id";
}

interface World {
  readonly things: readonly Thing[];
  readonly calls: readonly Call[];
}

const worlds: fc.Arbitrary<World> = fc.record({
  things: fc.array(
    fc
      .tuple(ms(-5_000, 60_000), ms(500, 60_000), fc.array(ms(0, 30_000), { maxLength: 3 }))
      .map(([at, length, trainings]) => ({
        at,
        until: at + length,
        trainings: trainings.map((n) => at + n),
      })),
    { maxLength: 6 },
  ),
  calls: fc.array(
    fc.record({
      wait: fc.oneof({ weight: 4, arbitrary: ms(3_000, 7_000) }, ms(1, 40)),
      there: ms(0, 300),
      back: ms(0, 300),
      isDated: fc.boolean(),
      scope: fc.constantFrom("all" as const, "all" as const, ["s0", "s1", "s2"]),
      broken: fc.constantFrom("no" as const, "no" as const, "readable id" as const, "no id" as const),
    }),
    { minLength: 1, maxLength: 15 },
  ),
});
const offsets = fc.oneof(fc.constant(0), ms(-5_000, 5_000), ms(-DAY / 4, DAY / 4), ms(-9 * DAY, 9 * DAY));

/** How far the API's clock is ahead of the browser's at an instant. */
type Offset = (at: number) => number;

/** The sessions there are at an instant; each instant as the API's clock showed it then. */
const listed = (things: readonly Thing[], at: number, offsetAt: Offset) =>
  things.flatMap((thing, index) => {
    if (thing.at > at || at >= thing.until) return [];
    const clock = (instant: number) => Math.floor(EPOCH + instant + offsetAt(instant));
    const trainings = thing.trainings.flatMap((created, i) =>
      created <= at ? [`t${index}-${i} running ${clock(created)}`] : [],
    );
    return [session({ id: `s${index}`, startedAt: clock(thing.at), trainings })];
  });

interface Told {
  readonly call: Call;
  readonly skew: Skew | undefined;
  /** The true difference when the answer was made. */
  readonly offset: number;
}

/** What is known of the difference after each call; folded and corrected as the poller does. */
function told(
  { things, calls }: World,
  offsetAt: Offset,
  more: (call: number) => readonly Session[] = () => [],
): readonly Told[] {
  let known: Known = NOTHING_KNOWN;
  let skew: Skew | undefined;
  let at = 0;
  return calls.map((call, index) => {
    at += call.wait;
    const made = at + call.there;
    const offset = offsetAt(made);
    const inScope = listed(things, made, offsetAt).filter(
      ({ id }) => call.scope === "all" || call.scope.includes(id),
    );
    const broken = call.broken === "no" ? [] : inScope.slice(0, 1);
    const sessions = [...inScope.slice(broken.length), ...more(index)];
    const sent = EPOCH + at;
    const received = EPOCH + made + call.back;
    const date = Math.floor((EPOCH + made + offset) / 1_000) * 1_000;
    const facts = { scope: call.scope, sessions, sentAt: sent, receivedAt: received };
    skew = skewAfter(skew, evidenceOf(known, facts, call.isDated ? date : undefined));
    const aheadMs = skew === undefined ? 0 : correctionOf(skew);
    known = observe(known, {
      ...facts,
      sentAt: sent + aheadMs,
      receivedAt: received + aheadMs,
      unreadable: broken.map(({ id }, i) => ({
        index: i,
        reason: "broken",
        ...(call.broken === "no id" ? {} : { id }),
      })),
      aheadMs,
    });
    return { call, skew, offset };
  });
}

const isInside = ({ skew, offset }: Told): boolean =>
  skew === undefined || (skew.low <= offset && offset <= skew.high);

/** Whether the difference is known to a second and the time that the call took. */
function isNear({ call, skew, offset }: Told): boolean {
  const slack = 1_000 + call.there + call.back;
  return (
    skew !== undefined && skew.low >= offset - slack && skew.low <= skew.high && skew.high <= offset + slack
  );
}

describe("while the clocks go alike", () => {
  it("the true difference is always within the bounds", () => {
    fc.assert(
      fc.property(worlds, offsets, (world, offset) => {
        expect(told(world, () => offset).filter((one) => !isInside(one))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("nothing is corrected where there is no difference, and nothing told", () => {
    fc.assert(
      fc.property(worlds, (world) => {
        for (const { skew } of told(world, () => 0)) {
          if (skew === undefined) continue;
          expect(correctionOf(skew)).toBe(0);
        }
      }),
    );
  });

  it("the bounds never widen", () => {
    const width = (skew: Skew | undefined) => (skew === undefined ? Infinity : skew.high - skew.low);
    fc.assert(
      fc.property(worlds, offsets, (world, offset) => {
        const widths = told(world, () => offset).map(({ skew }) => width(skew));
        for (const [i, one] of widths.entries()) expect(one).toBeLessThanOrEqual(widths[i - 1] ?? Infinity);
      }),
    );
  });
});

describe("an answer with a date", () => {
  it("tells the difference to a second and the time that it took, also when a clock has just been set", () => {
    fc.assert(
      fc.property(worlds, offsets, offsets, ms(0, 60_000), (world, before, after, when) => {
        const dated = told(world, (at) => (at < when ? before : after)).filter(({ call }) => call.isDated);
        expect(dated.filter((one) => !isNear(one))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  it("overrules whatever was known before", () => {
    const dated = { low: 90_000, high: 91_000 };
    expect(skewAfter({ low: -500, high: 500 }, { dated, named: undefined })).toEqual(dated);
    expect(skewAfter({ low: 90_400, high: Infinity }, { dated, named: undefined })).toEqual({
      low: 90_400,
      high: 91_000,
    });
  });
});

describe("instants that are wrong", () => {
  const instants = fc.oneof(
    fc.constantFrom(8.64e15, -8.64e15, 0, -1, Number.MAX_VALUE, -Number.MAX_VALUE, EPOCH + DAY / 2),
    ms(-2 * DAY, 2 * DAY).map((n) => EPOCH + n),
  );
  const hostile = fc
    .array(fc.tuple(fc.nat(3), instants, instants), { minLength: 15, maxLength: 15 })
    .map(
      (list) => (call: number) =>
        list
          .slice(call, call + 2)
          .map(([id, startedAt, createdAt]) =>
            session({ id: `hostile-${id}`, startedAt, trainings: [`h${call} running ${createdAt}`] }),
          ),
    );

  it("never overrule a date", () => {
    fc.assert(
      fc.property(worlds, offsets, hostile, ({ things, calls }, offset, more) => {
        const dated = calls.map((call) => ({ ...call, isDated: true }));
        const all = told({ things, calls: dated }, () => offset, more);
        expect(all.filter((one) => !isNear(one))).toEqual([]);
      }),
    );
  });

  it("never leave bounds that are none, nor move the clock by more than a day", () => {
    fc.assert(
      fc.property(worlds, hostile, ({ things, calls }, more) => {
        const undated = calls.map((call) => ({ ...call, isDated: false }));
        for (const { skew } of told({ things, calls: undated }, () => 0, more)) {
          if (skew === undefined) continue;
          expect(skew.low).toBeLessThanOrEqual(skew.high);
          expect(Math.abs(correctionOf(skew))).toBeLessThanOrEqual(DAY);
        }
      }),
    );
  });

  it("are found out by what comes to be after them", () => {
    const wrong = { id: "wrong", startedAt: 3 * 3_600_000 };
    const call = (known: Known, sentAt: number, ids: readonly string[]) =>
      evidenceOf(
        known,
        answer(sentAt, [wrong, ...ids.map((id) => ({ id, startedAt: sentAt - 100 }))]),
        undefined,
      );
    const first = answer(1_000, [wrong]);
    const second = answer(6_000, [wrong, { id: "a", startedAt: 5_900 }]);
    const known = fold([first, second]);
    const misled = skewAfter(undefined, evidenceOf(NOTHING_KNOWN, first, undefined));
    expect(misled && correctionOf(misled)).toBe(3 * 3_600_000 - 1_010);
    const doubting = skewAfter(misled, evidenceOf(fold([first]), second, undefined));
    expect(doubting).toBeUndefined();
    expect(skewAfter(doubting, call(known, 11_000, ["b"]))).toEqual({ low: -110, high: 4_901 });
  });
});

describe("what an answer tells", () => {
  const before = answer(10_000, [{ id: "old", startedAt: 500, trainings: ["t running 900"] }]);
  const namedIn = (sessions: Parameters<typeof answer>[1], previous = before) =>
    evidenceOf(fold([previous]), answer(15_000, sessions), undefined).named;

  it("is nothing where it brings no news", () => {
    expect(namedIn([{ id: "old", startedAt: 500, trainings: ["t completed 900"] }])).toBeUndefined();
    expect(evidenceOf(NOTHING_KNOWN, answer(15_000, []), undefined)).toEqual({
      dated: undefined,
      named: undefined,
    });
  });

  it("is by its date, cut to the second, what the API's clock showed at some instant of the call", () => {
    const { dated } = evidenceOf(NOTHING_KNOWN, answer(15_000, []), 20_000);
    expect(dated).toEqual({ low: 20_000 - 15_010, high: 21_000 - 15_000 });
  });

  it("is that a new session came after the answer before was sent for, and before this one arrived", () => {
    expect(namedIn([{ id: "new", startedAt: 14_000 }])).toEqual({ low: -1_010, high: 4_001 });
  });

  it("is the same of a new training of a known session", () => {
    const trainings = ["t running 900", "u starting 14000"];
    expect(namedIn([{ id: "old", startedAt: 500, trainings }])).toEqual({ low: -1_010, high: 4_001 });
  });

  it.each([
    ["was asked for other ids", answer(10_000, [], { scope: ["old"] })],
    ["could not be read in part", answer(10_000, [], { unreadable: [{ index: 0, reason: "broken" }] })],
    ["arrived after this one was sent for", answer(10_000, [], { receivedAt: 15_001 })],
  ])("is no upper bound when the answer before %s", (_, previous) => {
    expect(namedIn([{ id: "new", startedAt: 14_000 }], previous)).toEqual({ low: -1_010, high: Infinity });
  });

  it("goes by the browser's own clock, however the answer before was dated", () => {
    const corrected = { ...before, sentAt: 17_000, receivedAt: 17_010, aheadMs: 7_000 };
    expect(namedIn([{ id: "new", startedAt: 14_000 }], corrected)).toEqual({ low: -1_010, high: 4_001 });
  });
});

describe("the correction", () => {
  it.each([
    [-5, 5, 0],
    [3, 8, 3],
    [-8, -3, -3],
    [-1, Infinity, 0],
    [4, Infinity, 4],
  ])("of bounds %d and %d is %d: the nearest to none", (low, high, correction) => {
    expect(correctionOf({ low, high })).toBe(correction);
  });
});
