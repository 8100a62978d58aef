import { expect, it } from "vitest";
import { TIMELINE_BARS, TIMELINE_FIGURES, timelineVerdicts } from "./bars.ts";

const ALL = Object.fromEntries(TIMELINE_FIGURES.map((figure) => [figure, 0.5]));

it("holds every figure that has a limit to it, and no other", () => {
  const held = timelineVerdicts(ALL).map(({ figure }) => figure);
  expect(held).toEqual(TIMELINE_FIGURES.filter((figure) => TIMELINE_BARS[figure].limit !== undefined));
  expect(held).not.toContain("heapPage");
});

it("is met up to the limit itself", () => {
  const metAt = (heap: number) =>
    timelineVerdicts({ ...ALL, heap }).find(({ figure }) => figure === "heap")?.met;
  expect([metAt(120), metAt(120.1)]).toEqual([true, false]);
});

it("is not met by what was not measured", () => {
  expect(timelineVerdicts({}).some(({ met }) => met)).toBe(false);
});
