import { expect, it } from "vitest";
import { medianFigures } from "./figures.ts";

it("takes the median of each figure by itself", () => {
  const runs = [
    { firstRow: 300, poll: 9 },
    { firstRow: 100, poll: 7 },
    { firstRow: 200, poll: 8 },
  ];
  expect(medianFigures(runs)).toEqual({ firstRow: 200, poll: 8 });
});

it("takes a figure from those runs that have it", () => {
  expect(medianFigures([{ firstRow: 300 }, { firstRow: 100 }, { heapLater: 20 }])).toEqual({
    firstRow: 200,
    heapLater: 20,
  });
});
