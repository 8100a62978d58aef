import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { knownSession } from "./known-fixture.ts";
import { NOTHING_KNOWN } from "./known.ts";
import { allSince, knownSince } from "./known-extent.ts";

const WATCHED = [{ from: 500, to: 900 }];
const at = (startedAt: number) => knownSession({ id: `s${startedAt}`, startedAt });

describe("what is known begins", () => {
  it.each([
    ["nowhere before any answer", [], [], undefined],
    ["with the first look, where it showed nothing", [], WATCHED, 500],
    ["with the first start", [at(300), at(100), at(700)], WATCHED, 100],
    ["with the first look, where all began after it", [at(700)], WATCHED, 500],
    ["with an earlier life", [{ ...at(700), earlier: [at(50)] }], WATCHED, 50],
    ["with what has a start at all", [at(NaN)], [], undefined],
  ])("%s", (_, sessions, watched, expected) => {
    expect(knownSince(sessions, watched)).toBe(expected);
    const known = {
      ...NOTHING_KNOWN,
      sessions: new Map(sessions.map((one) => [one.session.id, one])),
      watched,
    };
    expect(allSince(known)).toBe(expected);
  });

  it("no later than any start", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(1000), { minLength: 1 }), (starts) => {
        expect(knownSince(starts.map(at), WATCHED)).toBe(Math.min(500, ...starts));
      }),
    );
  });

  it("as it was found, until there is another answer", () => {
    const sessions = new Map([["a", at(300)]]);
    const looked = vi.spyOn(sessions, "values");
    const known = { ...NOTHING_KNOWN, sessions, watched: WATCHED };
    expect([allSince(known), allSince(known)]).toEqual([300, 300]);
    expect(looked).toHaveBeenCalledTimes(1);
    expect(allSince({ ...known })).toBe(300);
    expect(looked).toHaveBeenCalledTimes(2);
  });
});
