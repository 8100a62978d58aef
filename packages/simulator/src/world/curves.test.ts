import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { entriesAt, entryTime, METRIC_NAMES, METRICS, progressAt } from "./curves.ts";
import type { TrainingPlan } from "./life.ts";

const plan: TrainingPlan = {
  id: "t",
  createdAt: 1_000_000,
  runsFrom: 1_010_000,
  endsAt: 1_610_000,
  outcome: { state: "completed" },
  salt: 42,
};

describe("the curves of a training", () => {
  it("measure nothing before it runs, more while it runs, and no more once it has ended", () => {
    expect(entriesAt(plan, plan.createdAt)).toBe(0);
    expect(entriesAt(plan, plan.runsFrom + 5000)).toBe(1);
    expect(entriesAt(plan, plan.endsAt)).toBe(120);
    expect(entriesAt(plan, plan.endsAt + 1e9)).toBe(120);
  });

  it("never change an entry that was measured, whatever the instant of asking", () => {
    fc.assert(
      fc.property(fc.nat(119), fc.constantFrom(...METRIC_NAMES), (step, name) => {
        expect(METRICS[name].values(plan, step)).toEqual(METRICS[name].values(plan, step));
        expect(entryTime(plan, step)).toBeGreaterThan(plan.runsFrom);
        expect(entryTime(plan, step)).toBeLessThanOrEqual(plan.endsAt);
      }),
    );
  });

  it("lower the loss and raise the accuracy over a training", () => {
    const [first, last] = [METRICS.loss.values(plan, 0)[0] ?? 0, METRICS.loss.values(plan, 119)[0] ?? 0];
    expect(last).toBeLessThan(first / 2);
    expect(METRICS.accuracy.values(plan, 119)[0]).toBeGreaterThan(METRICS.accuracy.values(plan, 0)[0] ?? 1);
  });

  it("end as not a number when the code under training raised an exception (every other such training)", () => {
    const failing: TrainingPlan = { ...plan, outcome: { state: "failed", reason: { code: "exception" } } };
    expect(METRICS.loss.values(failing, 119)).toEqual([Number.NaN]);
    expect(METRICS.loss.values({ ...failing, salt: 43 }, 119)).not.toEqual([Number.NaN]);
  });

  it("show progress from 0 to 1", () => {
    expect(progressAt(plan, plan.createdAt)).toBe(0);
    expect(progressAt(plan, (plan.runsFrom + plan.endsAt) / 2)).toBe(0.5);
    expect(progressAt(plan, plan.endsAt)).toBe(1);
  });
});
