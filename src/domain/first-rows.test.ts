import { describe, expect, it } from "vitest";
import { NO_FILTER } from "./filter.ts";
import { firstRows, type FirstView } from "./first-rows.ts";
import { knownSession } from "./known-fixture.ts";

const VIEW: FirstView = { ...NO_FILTER, sort: "-started", group: "none" };
const sessions = [
  knownSession({ id: "old", startedAt: 1, on: { launcher: "rack-a" } }),
  knownSession({ id: "over", startedAt: 9, ended: { after: 10, by: 11 } }),
  knownSession({ id: "new", startedAt: 3, modelId: "other" }),
  knownSession({ id: "middle", startedAt: 2, on: { launcher: "rack-b" }, trainings: ["running"] }),
];
const first = (count: number, view: Partial<FirstView> = {}) =>
  firstRows(sessions, { ...VIEW, ...view }, count).join(" ");

describe("the first rows of a list", () => {
  it("are those of the live sessions in their order, and then of those that ended", () => {
    expect(first(2)).toBe("new middle");
    expect(first(10)).toBe("new middle old over");
  });

  it("go by the order, the groups and the filters of the view", () => {
    expect(first(3, { sort: "started" })).toBe("old middle new");
    expect(first(3, { group: "launcher" })).toBe("old middle new");
    expect(first(3, { q: "RACK" })).toBe("middle old");
    expect(first(3, { ended: "only" })).toBe("over");
    expect(first(3, { model: ["nobody's"] })).toBe("");
  });
});
