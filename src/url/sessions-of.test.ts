import { describe, expect, it } from "vitest";
import { listParams } from "./list-params.ts";
import { fitsLink, pathOfSessions } from "./sessions-of.ts";
import { readView } from "./view.ts";

const ids = (count: number, length = 36) =>
  Array.from({ length: count }, (_, index) => `${index}`.padEnd(length, "x"));
const viewOf = (path: string) => readView(listParams, new URL(path, "http://page.example").search).view;

describe("a link to some sessions", () => {
  it("names them, and drops every filter that would hide one", () => {
    const view = { q: "resnet", state: ["running"], ended: "hide", group: "model" } as const;
    expect(viewOf(pathOfSessions(["a", "b,%"], view, { ended: "only" }))).toMatchObject({
      ids: ["a", "b,%"],
      q: "",
      state: [],
      ended: "show",
      group: "model",
    });
  });

  it.each([
    ["more than 20", ids(21)],
    ["very long ids", ids(2, 5_000)],
  ])("falls back to another filter for %s", (_, many) => {
    expect(fitsLink(many)).toBe(false);
    expect(viewOf(pathOfSessions(many, { sort: "model" }, { ended: "only" }))).toMatchObject({
      ids: [],
      ended: "only",
      sort: "model",
    });
  });

  it("names as many as 20", () => {
    expect(fitsLink(ids(20))).toBe(true);
    expect(viewOf(pathOfSessions(ids(20))).ids).toHaveLength(20);
  });
});
