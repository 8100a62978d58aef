import { describe, expect, it } from "vitest";
import type { Held, HeldOverTime } from "../../domain/held-over-time.ts";
import { heldArea, heldWords } from "./held-area.ts";

const held = (step: number, vcpus: number): Held => ({ step, vcpus, memoryMebibytes: 0, gpus: 0 });
const GRID = { from: 0, stepMs: 10, steps: 10 };
const WINDOW = { from: 0, to: 100 };

const picture = (stretches: readonly (readonly Held[])[], newest?: Held): HeldOverTime => ({
  steps: GRID.steps,
  stretches,
  newest,
});

describe("what was held, drawn", () => {
  it("goes in steps, and on from the newest answer as far as that tells", () => {
    const last = held(8, 4);
    expect(heldArea(picture([[held(5, 2), held(6, 4), last]], last), GRID, WINDOW, 100).line).toBe(
      "M500 16H600V5H1000",
    );
    expect(heldArea(picture([[held(5, 2), held(6, 4), last]], last), GRID, WINDOW, 85).line).toBe(
      "M500 16H600V5H850",
    );
  });

  it("is broken where nobody watched, and nothing of nothing", () => {
    const { line, area } = heldArea(picture([[held(1, 4), held(2, 4)], [held(5, 4)]]), GRID, WINDOW, 100);
    expect(line).toBe("M100 5H200M500 5H501");
    expect(area.split("Z").length - 1).toBe(2);
    expect(heldArea(picture([]), GRID, WINDOW, 100)).toEqual({ line: "", area: "" });
  });
});

describe("what was held, told", () => {
  it("tells the present, the least and the most, as far as somebody watched", () => {
    const last = held(8, 4);
    expect(heldWords(picture([[held(7, 0), last]], last), "in the last 3 h")).toBe(
      "Held: 4 vCPU in the newest answer, 0 to 4 while watched in the last 3 h",
    );
    expect(heldWords(picture([[held(7, 2)]]), "in the last 3 h")).toBe(
      "Held: 2 vCPU while watched in the last 3 h",
    );
    expect(heldWords(picture([]), "in the last 3 h")).toBe("Held: nobody watched in the last 3 h");
  });
});
