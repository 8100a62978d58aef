import { expect, it } from "vitest";
import { busyWarning } from "./busy.ts";

const compared = (...ratios: readonly [number, number, number]) => {
  const [n, c, ours] = ratios.map((ratio) => ({ poll: 10, pollWall: 10 * ratio }));
  return { n: n ?? {}, c: c ?? {}, ours: ours ?? {} };
};

it("is silent where polls go by in their processor time", () => {
  expect(busyWarning(compared(1.05, 1.1, 1.2))).toBeUndefined();
});

it("warns when most of them took longer", () => {
  expect(busyWarning(compared(1.1, 5, 4))).toContain("4.0 times");
});

it("is silent where nothing was measured", () => {
  expect(busyWarning({ n: {}, c: {}, ours: {} })).toBeUndefined();
});
