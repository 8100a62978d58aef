import { expect, it } from "vitest";
import { mainThreadTasks, SYNC_MARK } from "./trace.ts";

const MAIN = { pid: 7, tid: 1 };
const task = (ts: number, dur: number, more: object = {}) => ({
  name: "RunTask",
  ph: "X",
  ts,
  dur,
  tdur: dur / 2,
  ...MAIN,
  ...more,
});
const mark = { name: SYNC_MARK, ph: "I", ts: 1_000_000, ...MAIN };

it("dates tasks by the mark, in milliseconds", () => {
  expect(mainThreadTasks({ traceEvents: [mark, task(1_500_000, 40_000)] }, 10_000)).toEqual([
    { startedAt: 10_500, ms: 40, cpuMs: 20 },
  ]);
});

it("takes the tasks of the marked thread alone, in order", () => {
  const traceEvents = [
    task(3_000_000, 1_000),
    task(2_000_000, 2_000),
    task(2_500_000, 9_000, { tid: 2 }),
    task(2_500_000, 9_000, { pid: 8 }),
    task(2_500_000, 9_000, { name: "Paint" }),
    mark,
  ];
  expect(mainThreadTasks({ traceEvents }, 0).map(({ ms }) => ms)).toEqual([2, 1]);
});

it("counts a task within a task once", () => {
  const traceEvents = [mark, task(2_000_000, 50_000), task(2_010_000, 5_000), task(2_050_000, 1_000)];
  expect(mainThreadTasks({ traceEvents }, 0).map(({ ms }) => ms)).toEqual([50, 1]);
});

it("does without the mark not at all", () => {
  expect(() => mainThreadTasks({ traceEvents: [task(0, 1)] }, 0)).toThrow("mark");
});
