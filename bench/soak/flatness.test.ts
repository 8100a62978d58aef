import { expect, it } from "vitest";
import { flatness } from "./flatness.ts";

const day = (heapAt: (part: number) => number) =>
  Array.from({ length: 96 }, (_, index) => ({
    at: index * 900_000,
    heapPage: heapAt((index + 1) / 96) * 1e6,
    heapWorkers: 2e6,
    listeners: 100,
    nodes: 3_000,
  }));
const heapOf = (samples: ReturnType<typeof day>) => flatness(samples)[0];

it("is flat where the last quarter is as the second was", () => {
  expect(heapOf(day(() => 8))).toMatchObject({ early: 10, late: 10, met: true });
});

it("looks away from the time before the first quarter is over", () => {
  expect(heapOf(day((part) => (part < 0.2 ? 2 : 8)))).toMatchObject({ met: true });
});

it("is not flat where it grew by more than a tenth between them", () => {
  expect(heapOf(day((part) => (part < 0.5 ? 8 : 9.2)))).toMatchObject({ early: 10, late: 11.2, met: false });
});

it("takes a slow leak for one", () => {
  expect(heapOf(day((part) => 8 + 4 * part))?.met).toBe(false);
});

it("does not mind a single odd sample, nor falling", () => {
  expect(heapOf(day((part) => (part === 1 ? 20 : 8)))?.met).toBe(true);
  expect(heapOf(day((part) => 8 - 4 * part))?.met).toBe(true);
});
