import { describe, expect, it } from "vitest";
import { excess } from "./retention.ts";

const MAX = 1_000;

describe("the sessions that are too many", () => {
  it.each([
    { what: "nothing is stored", sessions: 0, usage: 5_000, drop: 0 },
    { what: "there is room", sessions: 10, usage: 1_000, drop: 0 },
    { what: "a tenth is too much: then a fifth goes, for room", sessions: 110, usage: 1_100, drop: 20 },
    {
      what: "files did not shrink since the last pruning",
      sessions: 90,
      usage: 1_100,
      usageBefore: 1_100,
      drop: 0,
    },
    { what: "files grew again since", sessions: 110, usage: 1_200, usageBefore: 1_100, drop: 28 },
    { what: "the browser tells nothing and few are stored", sessions: 0, usage: undefined, drop: 0 },
    {
      what: "the browser tells nothing: a session counts as 4 KiB",
      sessions: 10,
      usage: undefined,
      drop: 10,
    },
  ])("are $drop when $what", ({ sessions, usage, usageBefore, drop }) => {
    expect(excess({ sessions, usage, usageBefore }, MAX)).toBe(drop);
  });

  it("are what is above the limit by count where the browser tells nothing", () => {
    expect(excess({ sessions: 1_000, usage: undefined }, 4_096_000)).toBe(0);
    expect(excess({ sessions: 1_001, usage: undefined }, 4_096_000)).toBe(101);
  });
});
