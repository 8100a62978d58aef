import { expect, it } from "vitest";
import { frameCost, stripCost } from "./strip-cost.ts";

const way = (frames: number, ...cpu: readonly number[]) => ({
  frames,
  rows: 20,
  tasks: cpu.map((cpuMs, index) => ({ startedAt: index, ms: 2 * cpuMs, cpuMs })),
});

it("is the time on a processor in a frame", () => {
  expect(frameCost(way(10, 30, 20))).toBe(5);
});

it("is what a frame costs more for each row in view", () => {
  expect(stripCost(way(10, 100, 50), way(20, 100))).toBe(0.5);
});

it("is nothing where full strips cost no more", () => {
  expect(stripCost(way(10, 1), way(10, 2))).toBe(0);
});
