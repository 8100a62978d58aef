import { describe, expect, it } from "vitest";
import { median, shareOver, sum } from "./statistics.ts";

describe("median", () => {
  it.each([
    [[3], 3],
    [[9, 1, 5], 5],
    [[4, 1, 2, 9], 3],
    [[10, 9, 100], 10],
  ])("of %j is %d", (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it("of nothing is no number", () => {
    expect(median([])).toBeNaN();
  });

  it("leaves the order of the values alone", () => {
    const values = [3, 1, 2];
    median(values);
    expect(values).toEqual([3, 1, 2]);
  });
});

describe("shareOver", () => {
  it("counts what is over the limit, and not what is at it", () => {
    expect(shareOver([10, 33.4, 50, 16], 33.4)).toBe(0.25);
  });

  it("is nothing where there is nothing", () => {
    expect(shareOver([], 1)).toBe(0);
  });
});

it("sums up", () => {
  expect(sum([1, 2.5])).toBe(3.5);
});
