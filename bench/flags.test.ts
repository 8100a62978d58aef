import { describe, expect, it } from "vitest";
import { readFlags } from "./flags.ts";

describe("the comparison", () => {
  it("is all sizes, three runs and ten polls", () => {
    expect(readFlags([])).toEqual({
      kind: "compare",
      sizes: [100, 1_000, 10_000],
      runs: 3,
      polls: 10,
      heapPolls: 100,
    });
  });

  it("is 10,000 once when quick", () => {
    expect(readFlags(["--quick"])).toEqual({
      kind: "compare",
      sizes: [10_000],
      runs: 1,
      polls: 5,
      heapPolls: 0,
    });
  });

  it("takes what is said besides quick", () => {
    expect(readFlags(["--quick", "--sizes", "100,500", "--polls", "3"])).toMatchObject({
      sizes: [100, 500],
      runs: 1,
      polls: 3,
    });
  });
});

it("soaks for a day, or as long as it is told", () => {
  expect(readFlags(["--soak"])).toEqual({ kind: "soak", hours: 24, speed: 30, seed: 1 });
  expect(readFlags(["--soak", "--hours", "0.5"])).toMatchObject({ hours: 0.5 });
});

it("lets two hundred watch through one gateway, or as many as it is told", () => {
  expect(readFlags(["--viewers"])).toEqual({ kind: "viewers", count: 200, minutes: 4, sessions: 10_000 });
  expect(readFlags(["--viewers", "--count", "9", "--minutes", "0.5", "--sessions", "25"])).toMatchObject({
    count: 9,
    minutes: 0.5,
    sessions: 25,
  });
});

it("measures the timelines once, or as often as it is told", () => {
  expect(readFlags(["--timelines"])).toEqual({ kind: "timelines", sessions: 10_000, runs: 1, polls: 5 });
  expect(readFlags(["--timelines", "--sessions", "500", "--runs", "3", "--polls", "2"])).toMatchObject({
    sessions: 500,
    runs: 3,
    polls: 2,
  });
});

it.each([
  [["--timelines", "--sessions", "10"], "--sessions must be a number from 100 to 50000"],
  [["--viewers", "--count", "0"], "--count must be a number from 1 to 10000"],
  [["--runs", "0"], "--runs must be a number from 1 to 100"],
  [["--runs", "1.5"], "--runs must be a whole number"],
  [["--sizes", "100,"], "--sizes must be a number from 10 to 50000"],
  [["--fast"], "Unknown option '--fast'"],
])("refuses %j with a sentence", (args, problem) => {
  expect(readFlags(args)).toEqual({ kind: "problem", problem });
});
