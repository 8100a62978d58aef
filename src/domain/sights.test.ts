import { expect, it } from "vitest";
import { answer, fold, theSession } from "./answer-fixture.ts";
import { sightsOf } from "./sights.ts";

it("of a session that one answer held is one sight", () => {
  const known = fold([answer(100, [{}])]);
  expect(sightsOf(theSession(known), known.latest?.sentAt)).toEqual({ first: 100, last: 100 });
});

it("of one that several held goes from the first to the last", () => {
  const known = fold([answer(100, [{}]), answer(200, [{}]), answer(300, [])]);
  expect(sightsOf(theSession(known), known.latest?.sentAt)).toEqual({ first: 110, last: 200 });
});

it("without an answer has no last", () => {
  const known = fold([answer(100, [{}])]);
  expect(sightsOf(theSession(known), undefined)).toEqual({ first: 110, last: undefined });
});
