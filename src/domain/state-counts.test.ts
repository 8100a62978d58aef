import { expect, it } from "vitest";
import { stateCounts } from "./state-counts.ts";

const NONE = { starting: 0, running: 0, completed: 0, failed: 0, unrecognised: 0 };

it("tells of each state there is, in the order of states", () => {
  expect(stateCounts({ ...NONE, failed: 1, running: 12_345 }).counts).toEqual([
    { kind: "running", words: "12\u202f345 running", shown: "12k" },
    { kind: "failed", words: "1 failed", shown: "1" },
  ]);
  expect(stateCounts(NONE)).toEqual({ counts: [], isMany: false });
});

it.each([
  [{ completed: 99 }, false],
  [{ completed: 100 }, true],
  [{ unrecognised: 1 }, true],
])("of %j asks for more room: %s", (some, isMany) => {
  expect(stateCounts({ ...NONE, ...some }).isMany).toBe(isMany);
});
