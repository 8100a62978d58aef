import { describe, expect, it } from "vitest";
import { crowdOf } from "./crowd.ts";
import { knownSession } from "./known-fixture.ts";
import type { KnownTraining } from "./known.ts";
import { drawStrip } from "./timeline.ts";

const SECOND = 1000;
const WINDOW = { from: 0, to: 1_000 * SECOND };
const WIDTH = 1_000;

function training(id: string, from: number, to: number): KnownTraining {
  return {
    training: { id, createdAt: from * SECOND, state: "completed", rawState: "completed" },
    seen: [],
    end: { after: to * SECOND, by: to * SECOND },
  };
}

const lifeOf = (trainings: readonly KnownTraining[]) =>
  drawStrip({
    session: { ...knownSession({ startedAt: 0 }), trainings },
    window: WINDOW,
    look: { now: WINDOW.to, latestAt: WINDOW.to, freshForMs: 12_500 },
  });

describe("a crowded strip", () => {
  it("draws bars for those that can be told apart, and the others together, in words", () => {
    const narrow = Array.from({ length: 3 }, (_, i) => training(`n${i}`, 100 + i, 100.5 + i));
    const { marks, clusters, overflow } = crowdOf(
      lifeOf([...narrow, training("w", 500, 600)]),
      WINDOW,
      WIDTH,
    );
    expect(marks.map(({ trainingId }) => trainingId)).toEqual(["w"]);
    expect(clusters.map(({ title }) => title)).toEqual(["3\u00a0completed"]);
    expect(overflow).toBeUndefined();
  });

  it("counts those that found no lane of their own, and hides none", () => {
    const together = Array.from({ length: 7 }, (_, i) => training(`t${i}`, 100 + 10 * i, 900));
    const { marks, clusters, overflow } = crowdOf(lifeOf(together), WINDOW, WIDTH);
    expect(marks.length + clusters.reduce((sum, { count }) => sum + count, 0)).toBe(7);
    expect(overflow).toBe("+3");
  });
});
