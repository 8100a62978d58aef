import { describe, expect, it } from "vitest";
import { type Look, LOOKING, nextLook } from "./since-look.ts";

const MINUTE = 60_000;

/** The look after the page was hidden and shown at these instants, in turn. */
const after = (...instants: readonly number[]): Look =>
  instants.reduce((look, at, index) => nextLook(look, index % 2 === 0, at), LOOKING);

describe("a time away", () => {
  it("goes on while the page is hidden", () => {
    expect(after(1_000)).toEqual({ hiddenSince: 1_000, wasHidden: true, away: undefined });
  });

  it("is told on the return when it was longer than a minute", () => {
    expect(after(1_000, 1_001 + MINUTE).away).toEqual({ at: 1_000, returnedAt: 1_001 + MINUTE });
    expect(after(1_000, 1_000 + MINUTE).away).toBeUndefined();
  });

  it("is still told after a short one, and replaced by a long one", () => {
    const first = { at: 0, returnedAt: 5 * MINUTE };
    const short = after(0, 5 * MINUTE, 6 * MINUTE, 6 * MINUTE + 1);
    expect(short).toEqual({ hiddenSince: undefined, wasHidden: true, away: first });
    expect(after(0, 5 * MINUTE, 6 * MINUTE, 9 * MINUTE).away).toEqual({
      at: 6 * MINUTE,
      returnedAt: 9 * MINUTE,
    });
  });

  it("begins once, however often the page is said to be hidden or shown", () => {
    const hidden = nextLook(LOOKING, true, 1);
    expect(nextLook(hidden, true, 2)).toBe(hidden);
    expect(nextLook(LOOKING, false, 3)).toBe(LOOKING);
  });
});
