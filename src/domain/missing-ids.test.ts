import { expect, it } from "vitest";
import { knownSession } from "./known-fixture.ts";
import { missingIds } from "./missing-ids.ts";

const known = knownSession({ id: "known" });
const sessions = new Map([["known", known]]);

it.each([
  ["of an answer with all sessions, each that is not known", "all", [], ["gone"]],
  [
    "of an answer for ids, each that it was asked for and did not hold",
    ["known", "gone"],
    ["gone"],
    ["gone"],
  ],
  ["none that the answer was not asked for", ["known"], [], []],
  ["none that was seen before", ["known"], ["known"], []],
] as const)("%s", (_, scope, unreturned, found) => {
  expect(missingIds(["known", "gone"], sessions, scope, unreturned)).toEqual(found);
});
