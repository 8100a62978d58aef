import { describe, expect, it } from "vitest";
import { verdicts } from "./bars.ts";

const all = (ours: object, c: object = {}) => ({ n: {}, c, ours });
const found = (sessions: number, ours: object, c?: object) =>
  verdicts(sessions, all(ours, c)).map(({ words, met }) => [words, met]);

describe("10,000 sessions", () => {
  it("holds a poll to a tenth of the competent control's", () => {
    expect(found(10_000, { poll: 7.9 }, { poll: 80 })).toEqual([["at most 0.1 x C", true]]);
    expect(found(10_000, { poll: 8.1 }, { poll: 80 })).toEqual([["at most 0.1 x C", false]]);
  });

  it("holds a key both to the control and to 50 ms", () => {
    expect(found(10_000, { keyToPaint: 48 }, { keyToPaint: 16 })).toEqual([
      ["at most 2 x C", false],
      ["at most 50", true],
    ]);
  });

  it("allows no frame without rows", () => {
    expect(found(10_000, { blankScrolls: 0.1 })).toEqual([["at most 0", false]]);
  });

  it("compares the heap after many polls with that after load", () => {
    expect(found(10_000, { heap: 20, heapLater: 21.9 })).toContainEqual(["at most 1.1 x after load", true]);
    expect(found(10_000, { heap: 20, heapLater: 22.1 })).toContainEqual(["at most 1.1 x after load", false]);
  });
});

describe("fewer sessions", () => {
  it("holds a poll to the control's own time", () => {
    expect(found(1_000, { poll: 11 }, { poll: 10 })).toEqual([["at most 1 x C", false]]);
  });

  it("takes a hundredth of slow frames for none, whatever the control has", () => {
    expect(found(100, { slowFrames: 0.9 }, { slowFrames: 0 })).toEqual([["at most 1.3 x C", true]]);
  });
});

it("says nothing of what was not measured", () => {
  expect(found(10_000, { poll: 5 })).toEqual([]);
  expect(found(10_000, {}, { poll: 5 })).toEqual([]);
});
