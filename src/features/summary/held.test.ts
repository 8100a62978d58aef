import { describe, expect, it } from "vitest";
import type { Held, HeldOverTime } from "../../domain/held-over-time.ts";
import { listParams } from "../../url/list-params.ts";
import { heldPaths } from "./held-paths.ts";
import { heldWords } from "./held-words.ts";

const held = (step: number, vcpus: number): Held => ({ step, vcpus, memoryMebibytes: vcpus * 1024, gpus: 0 });
const over = (...stretches: readonly (readonly Held[])[]): HeldOverTime => ({
  steps: 120,
  stretches,
  newest: stretches.at(-1)?.at(-1),
});
const NOTHING: HeldOverTime = { steps: 120, stretches: [], newest: undefined };

describe("the drawing of what was held", () => {
  it("goes in steps from the first to the newest answer, where a dot is", () => {
    expect(heldPaths(over([held(0, 0), held(60, 10), held(90, 10), held(120, 5)]), "vcpus")).toEqual({
      line: "M0 27H35V6H70V16.5H70",
      area: "M0 27H35V6H70V16.5H70V28H0Z",
      dot: { x: 70, y: 16.5 },
    });
  });

  it("is broken where nobody watched, and a single instant can be seen", () => {
    const { line } = heldPaths(over([held(0, 10)], [held(60, 10), held(72, 10)]), "vcpus");
    expect(line).toBe("M0 6H1M35 6H42");
  });

  it("lies on the ground where nothing was held, and is empty where nobody watched", () => {
    expect(heldPaths(over([held(0, 3), held(12, 3)]), "gpus").line).toBe("M0 27H7");
    expect(heldPaths(NOTHING, "vcpus")).toEqual({ line: "", area: "", dot: undefined });
  });
});

describe("the words of what was held", () => {
  const whole = over([held(0, 12), held(60, 90), held(120, 84.25)]);
  const words = (of: HeldOverTime, { range = listParams.range.default, isFresh = true } = {}) =>
    heldWords(of, "vcpus", { range, isFresh });

  it("tell the present, and between what it went", () => {
    expect(words(whole)).toBe("vCPU in use: 84.25 now, 12 to 90 in the last 3 h");
    expect(heldWords(whole, "memoryMebibytes", { range: { kind: "last", name: "15m" }, isFresh: true })).toBe(
      "Memory in use: 84.3\u202fGiB now, 12\u202fGiB to 90\u202fGiB in the last 15 min",
    );
  });

  it("tell a figure that did not change once", () => {
    expect(heldWords(whole, "gpus", { range: { kind: "last", name: "all" }, isFresh: true })).toBe(
      "GPUs in use: 0 now, 0 in the time shown",
    );
  });

  it("do not speak for a time nobody watched, nor for a present nobody knows", () => {
    const part = over([held(60, 1), held(100, 2)]);
    expect(words(part, { isFresh: false })).toBe(
      "vCPU in use: 2 in the last answer, 1 to 2 while watched in the last 3 h",
    );
    expect(words(NOTHING)).toBe("vCPU in use: nobody watched in the last 3 h");
  });

  it("know of no present in a time that is over", () => {
    const range = { kind: "fixed", from: 0, to: 1 } as const;
    expect(heldWords({ ...whole, newest: undefined }, "vcpus", { range, isFresh: true })).toBe(
      "vCPU in use: 12 to 90 in the time shown",
    );
  });
});
