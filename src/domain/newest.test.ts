import { expect, it } from "vitest";
import { knownSession } from "./known-fixture.ts";
import { newestOf } from "./newest.ts";

const at = (startedAt: number) => knownSession({ id: `s-${startedAt}`, startedAt });

it.each([[[3, 1, 2]], [[1, 2, 3]], [[2, 3, 1]]])("of sessions started at %j is the one of 3", (starts) => {
  expect(newestOf(starts.map(at))?.session.id).toBe("s-3");
});

it("of none is none", () => {
  expect(newestOf([])).toBeUndefined();
});
