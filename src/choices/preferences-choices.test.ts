import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "../domain/text-fixture.ts";
import {
  DENSITIES,
  decodePreferences,
  DEFAULT_PREFERENCES,
  encodePreferences,
  HIDDEN_WAYS,
  INTERVALS_MS,
  KEEP_DAYS,
  limitsOf,
  MAX_MEGABYTES,
  withChange,
} from "./preferences-choices.ts";

const preferences = fc.record({
  intervalMs: fc.constantFrom(...INTERVALS_MS),
  whenHidden: fc.constantFrom(...HIDDEN_WAYS),
  history: fc.record({
    keepDays: fc.constantFrom(...KEEP_DAYS),
    maxMegabytes: fc.constantFrom(...MAX_MEGABYTES),
  }),
  density: fc.constantFrom(...DENSITIES),
});

describe("choices that were kept", () => {
  it("are read as they were written", () => {
    fc.assert(
      fc.property(preferences, (chosen) => {
        expect(decodePreferences(encodePreferences(chosen))).toEqual(chosen);
      }),
    );
  });

  it.each<{ what: string; kept: string | null; read: object }>([
    { what: "nothing", kept: null, read: {} },
    { what: "no JSON", kept: "{intervalMs:10000", read: {} },
    { what: "no object", kept: "10000", read: {} },
    { what: "null", kept: "null", read: {} },
    { what: "a list", kept: "[10000]", read: {} },
    { what: "one field", kept: '{"intervalMs":10000}', read: { intervalMs: 10_000 } },
    {
      what: "an interval nobody offers",
      kept: '{"intervalMs":1,"whenHidden":"pause"}',
      read: { whenHidden: "pause" },
    },
    { what: "a number as text", kept: '{"intervalMs":"10000"}', read: {} },
    { what: "a way that is only a name of JavaScript", kept: '{"whenHidden":"toString"}', read: {} },
    { what: "a prototype", kept: '{"__proto__":{"intervalMs":10000}}', read: {} },
    {
      what: "a history that is none",
      kept: '{"history":7,"intervalMs":60000}',
      read: { intervalMs: 60_000 },
    },
    {
      what: "half a history",
      kept: '{"history":{"keepDays":30,"maxMegabytes":null}}',
      read: { history: { keepDays: 30, maxMegabytes: 200 } },
    },
    { what: "a density nobody offers", kept: '{"density":"cosy"}', read: {} },
    { what: "a density", kept: '{"density":"compact"}', read: { density: "compact" } },
    { what: "more than there is", kept: '{"intervalMs":30000,"theme":"dark"}', read: { intervalMs: 30_000 } },
  ])("$what", ({ kept, read }) => {
    expect(decodePreferences(kept)).toEqual({ ...DEFAULT_PREFERENCES, ...read });
  });

  it("fall back field by field, whatever stands there", () => {
    const rubbish = fc.oneof(fc.jsonValue(), hostileText);
    fc.assert(
      fc.property(preferences, rubbish, rubbish, (chosen, interval, days) => {
        const kept = JSON.stringify({
          ...chosen,
          intervalMs: interval,
          history: { ...chosen.history, keepDays: days },
        });
        const read = decodePreferences(kept);
        expect(INTERVALS_MS).toContain(read.intervalMs);
        expect(KEEP_DAYS).toContain(read.history.keepDays);
        expect(read.whenHidden).toBe(chosen.whenHidden);
        expect(read.history.maxMegabytes).toBe(chosen.history.maxMegabytes);
      }),
    );
  });

  it("are the defaults where no text says otherwise", () => {
    fc.assert(
      fc.property(fc.oneof(hostileText, fc.json()), (text) => {
        fc.pre(
          !["intervalMs", "whenHidden", "history", "density"].some((name) => text.includes(`"${name}"`)),
        );
        expect(decodePreferences(text)).toEqual(DEFAULT_PREFERENCES);
      }),
    );
  });
});

describe("a change", () => {
  it("leaves alone what it does not name", () => {
    fc.assert(
      fc.property(preferences, fc.constantFrom(...KEEP_DAYS), (before, keepDays) => {
        expect(withChange(before, {})).toEqual(before);
        expect(withChange(before, { history: { keepDays } })).toEqual({
          ...before,
          history: { ...before.history, keepDays },
        });
      }),
    );
  });
});

describe("what history is bounded by", () => {
  it("is seven days and 200 MB by default", () => {
    expect(limitsOf(DEFAULT_PREFERENCES.history)).toEqual({
      keepMs: 7 * 86_400_000,
      maxBytes: 200_000_000,
    });
  });

  it("is what was chosen, in the store's units", () => {
    expect(limitsOf({ keepDays: 30, maxMegabytes: 50 })).toEqual({
      keepMs: 2_592_000_000,
      maxBytes: 50_000_000,
    });
  });
});
