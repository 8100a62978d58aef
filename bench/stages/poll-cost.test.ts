import { expect, it } from "vitest";
import { pollCost } from "./poll-cost.ts";

const call = (startedAt: number) => ({ target: "ours", startedAt, endedAt: startedAt + 50 });
const CALLS = [call(0), call(5_000), call(10_000), call(15_000)];

/** Work that begins at `at` and is on a processor half of the time. */
const task = (at: number, ms: number) => ({ startedAt: at, ms, cpuMs: ms / 2 });
/** What the page does anyway: 4 ms each second. */
const TICKS = Array.from({ length: 150 }, (_, index) => task(index * 100 + 10, 0.4));

it("is what a poll costs beyond what the page does anyway", () => {
  const tasks = [...TICKS, task(100, 30), task(200, 70), task(5_100, 90), task(10_100, 500)];
  const { wall, cpu } = pollCost(tasks, CALLS);
  expect(wall.poll).toBeCloseTo(100, 0);
  expect(cpu.poll).toBeCloseTo(50, 0);
  expect(wall.idle).toBeCloseTo(20, 0);
  expect(wall.longestTasks).toEqual([70, 90, 500]);
});

it("is nothing for polls that cost nothing", () => {
  const { wall } = pollCost(TICKS, CALLS);
  expect(wall.poll).toBeCloseTo(0, 0);
  expect(wall.longestTasks).toEqual([0.4, 0.4, 0.4]);
});

it("leaves out what was before the first call and after the last", () => {
  const { wall } = pollCost([task(-500, 900), ...TICKS, task(15_100, 900)], CALLS);
  expect(wall.poll).toBeCloseTo(0, 0);
});

it("does without what the page does anyway where polls follow each other closely", () => {
  const { wall } = pollCost([task(100, 30), task(1_100, 30)], [call(0), call(1_000), call(2_000)]);
  expect(wall.poll).toBe(30);
  expect(wall.idle).toBeNaN();
});
