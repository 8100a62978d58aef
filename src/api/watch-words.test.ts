import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { callsText, clockText, storageText, watchNotices } from "./watch-words.ts";

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

/** As a reader sees it, all spaces alike. */
const plain = (text: string | undefined) => text?.replaceAll(/\s/gu, " ");
const noticesOf = (facts: Parameters<typeof watchNotices>[0]) =>
  watchNotices(facts).map(({ about, kind, text }) => [about, kind, plain(text)]);

describe("what storage says", () => {
  it.each([
    [
      "memory-only",
      "This browser keeps no history here: what is observed is gone with a reload.",
      "In memory only, gone with a reload",
    ],
    [
      "history-starts-now",
      "What was kept here is gone or could not be read: the history starts now.",
      "In this browser, starting now",
    ],
    [
      "reload-needed",
      "A newer version of this page has the history here: nothing more is kept until a reload brings that version.",
      "Nothing more is kept until a reload",
    ],
  ] as const)("of %s is one notice and one fact", (notice, line, fact) => {
    expect(noticesOf({ notice, skew: undefined })).toEqual([["storage", notice, line]]);
    expect(storageText(notice)).toBe(fact);
  });

  it("is no notice while all is well", () => {
    expect(noticesOf({ notice: undefined, skew: undefined })).toEqual([]);
    expect(storageText(undefined)).toBe("In this browser");
  });
});

describe("a clock that is off", () => {
  it.each([
    { low: 63 * MINUTE, high: 63 * MINUTE + 900, text: "1 h 03 m behind the API's" },
    { low: 121 * SECOND, high: 122 * SECOND, text: "2 m 02 s behind the API's" },
    { low: 6 * MINUTE, high: 14 * MINUTE, text: "6–14 m behind the API's" },
    { low: 63 * MINUTE, high: Infinity, text: "at least 1 h 03 m behind the API's" },
    { low: -63 * MINUTE, high: -63 * MINUTE + 900, text: "1 h 03 m ahead of the API's" },
    { low: -Infinity, high: -26 * HOUR, text: "at least 1 d 02 h ahead of the API's" },
  ])("by $low..$high is told without being asked", ({ text, ...skew }) => {
    expect(noticesOf({ notice: undefined, skew })).toEqual([
      [
        "clock",
        skew.low > 0 ? "behind" : "ahead",
        `This computer's clock is ${text}; ages and durations here go by the API's.`,
      ],
    ]);
    expect(plain(clockText(skew))).toBe(`This computer's is ${text}`);
  });

  it.each([
    {
      what: "less than two minutes",
      low: 30 * SECOND,
      high: 31 * SECOND,
      fact: "This computer's is 31 s behind the API's",
    },
    {
      what: "two minutes, or no more",
      low: 120 * SECOND,
      high: 130 * SECOND,
      fact: "This computer's is 2 m 10 s behind the API's",
    },
    { what: "hours, or nothing at all", low: 0, high: 3 * HOUR, fact: undefined },
    { what: "what nobody knows", low: -Infinity, high: Infinity, fact: undefined },
    { what: "less than answers take", low: -4 * SECOND, high: -3 * SECOND, fact: undefined },
    { what: "nothing that is a number", low: NaN, high: NaN, fact: undefined },
  ])("by $what is told to those who ask, as far as it is known", ({ low, high, fact }) => {
    expect(noticesOf({ notice: undefined, skew: { low, high } })).toEqual([]);
    expect(plain(clockText({ low, high }))).toBe(fact);
  });

  it("comes after storage, whatever both say", () => {
    const skew = { low: HOUR, high: HOUR };
    expect(noticesOf({ notice: "memory-only", skew }).map(([about]) => about)).toEqual(["storage", "clock"]);
  });

  it("is told of only where every possible difference is over two minutes, and with no number that is none", () => {
    const ms = fc.oneof(fc.integer({ min: -1e9, max: 1e9 }), fc.constantFrom(-Infinity, Infinity));
    fc.assert(
      fc.property(ms, ms, (a, b) => {
        const skew = { low: Math.min(a, b), high: Math.max(a, b) };
        const told = watchNotices({ notice: undefined, skew });
        const isOff = skew.low > 2 * MINUTE || skew.high < -2 * MINUTE;
        expect(told).toHaveLength(isOff ? 1 : 0);
        expect(told[0]?.text ?? "").not.toMatch(/Infinity|NaN/u);
        expect(clockText(skew) !== undefined || !isOff).toBe(true);
      }),
    );
  });
});

describe("the calls of an hour", () => {
  const HOUR = 3_600_000;
  it.each([
    [0, 0, "None so far"],
    [1, 0, "1 so far"],
    [2, 300, "2 so far"],
    [7, 35_000, "7 in 35 s, 10.3 a minute"],
    [2, 60_000, "2 in 1 m 00 s, 1 a minute"],
    [31, HOUR, "31 in the last hour, 0.5 a minute"],
    [412, HOUR - 4_000, "412 in the last hour, 6.9 a minute"],
    [12_345, HOUR, "12 345 in the last hour, 205.7 a minute"],
  ])("%d in %d ms are told as %s", (count, spanMs, text) => {
    expect(plain(callsText({ count, spanMs }))).toBe(text);
  });
});
