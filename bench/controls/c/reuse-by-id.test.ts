import { expect, it } from "vitest";
import { reuseById } from "./reuse-by-id.ts";

const session = (id: string, state = "running") => ({ id, trainingSessions: [{ id: "t", state }] });

it("keeps the sessions that say the same, wherever they stand now", () => {
  const before = [session("a"), session("b")];
  const after = reuseById(before, [session("new"), session("b"), session("a", "failed")]);
  expect(after).toEqual([session("new"), session("b"), session("a", "failed")]);
  expect(Array.isArray(after) && after[1]).toBe(before[1]);
});

it("is the old list itself when nothing changed", () => {
  const before = [session("a"), session("b")];
  expect(reuseById(before, [session("a"), session("b")])).toBe(before);
});

it("takes the first answer as it is", () => {
  const answer = [session("a")];
  expect(reuseById(undefined, answer)).toBe(answer);
});
