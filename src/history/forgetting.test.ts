import { describe, expect, it } from "vitest";
import { knownSession } from "../domain/known-fixture.ts";
import { forgettingAt, lookedAt, type Looks, UNSEEN } from "./forgetting.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const NOW = 100 * DAY;

const after = (...instants: readonly number[]): Looks => instants.reduce(lookedAt, UNSEEN);
const forgetting = (looks: Looks, isSettled = true) => forgettingAt(NOW, 7 * DAY, looks, () => isSettled);

describe("what ended goes", () => {
  it.each<[string, number, Looks]>([
    ["after two hours where somebody looks", NOW - 2 * HOUR, after(NOW - HOUR, NOW - 1_000)],
    ["no sooner than somebody looked last", NOW - 5 * HOUR, after(NOW - 5 * HOUR)],
    [
      "not at once for who comes back: that is told first",
      NOW - 5 * HOUR,
      after(NOW - 5 * HOUR, NOW - 1_000, NOW),
    ],
    [
      "once that was told",
      NOW - 2 * HOUR,
      after(NOW - 5 * HOUR, NOW - 11 * MINUTE, NOW - 6 * MINUTE, NOW - 1_000),
    ],
    ["after a week whoever looks", NOW - 7 * DAY, after(NOW - 8 * DAY)],
    ["after a week where nobody has looked yet", NOW - 7 * DAY, UNSEEN],
    ["after a week for who has only come", NOW - 7 * DAY, after(NOW - 1_000)],
  ])("%s", (_, endedBefore, looks) => {
    expect(forgetting(looks)).toMatchObject({ endedBefore, watchedBefore: NOW - 7 * DAY });
  });
});

describe("of more than may stay", () => {
  it.each([
    [0, 4_000],
    [25, 3_975],
    [3_500, 500],
    [10_000, 500],
  ])("with %d that run, %d that ended stay", (running, most) => {
    expect(forgetting(UNSEEN).mostEnded?.(running)).toBe(most);
  });

  it.each<[string, boolean, number | undefined, boolean]>([
    ["what is stored", true, NOW - 30_001, true],
    ["what is not stored", false, NOW - 30_001, false],
    ["what may be back", true, NOW - 30_000, false],
    ["what has not ended", true, undefined, false],
  ])("%s: %s", (_, isSettled, by, mayGo) => {
    const known = knownSession(by === undefined ? {} : { ended: { after: by - 1, by } });
    expect(forgetting(UNSEEN, isSettled).mayGo?.(known)).toBe(mayGo);
  });
});
