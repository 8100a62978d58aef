import { describe, expect, it } from "vitest";
import { groupSessions } from "./group.ts";
import { knownSession } from "./known-fixture.ts";

const sessions = [
  knownSession({ id: "1", modelId: "m2", on: "absent" }),
  knownSession({ id: "2", modelId: "m1", on: "temporary" }),
  knownSession({ id: "3", modelId: "m2", on: { launcher: "rack-b" } }),
  knownSession({ id: "4", modelId: "m1", on: { launcher: "rack-a" } }),
  knownSession({ id: "5", modelId: "__proto__", on: { launcher: "rack-b" } }),
  knownSession({ id: "6", modelId: "m1", on: { type: "moon" } }),
];

const groups = (group: Parameters<typeof groupSessions>[1], of = sessions) =>
  groupSessions(of, group).map(({ label, sessions: inside }) => [
    label,
    inside.map((known) => known.session.id).join(" "),
  ]);

describe("groupSessions", () => {
  it("makes one group of everything when there is nothing to group by", () => {
    expect(groups("none")).toEqual([[{ kind: "all" }, "1 2 3 4 5 6"]]);
  });

  it("gathers by launcher: persistent ones by id, then temporary, then what nobody knows", () => {
    expect(groups("launcher")).toEqual([
      [{ kind: "persistent", launcherId: "rack-a" }, "4"],
      [{ kind: "persistent", launcherId: "rack-b" }, "3 5"],
      [{ kind: "temporary" }, "2"],
      [{ kind: "unrecognised", type: "moon" }, "6"],
      [{ kind: "absent" }, "1"],
    ]);
  });

  it("gathers by model, and a prototype word is a model like any other", () => {
    expect(groups("model")).toEqual([
      [{ kind: "model", modelId: "__proto__" }, "5"],
      [{ kind: "model", modelId: "m1" }, "2 4 6"],
      [{ kind: "model", modelId: "m2" }, "1 3"],
    ]);
  });

  it("keeps the groups in place when the sessions come in another order", () => {
    const labels = (of: typeof sessions) => groups("launcher", of).map(([label]) => label);
    expect(labels(sessions.toReversed())).toEqual(labels(sessions));
  });

  it("gives a launcher named like a kind its own key", () => {
    const odd = [
      knownSession({ on: { launcher: "temporary" } }),
      knownSession({ on: { type: "temporary" } }),
    ];
    const keys = groupSessions([...odd, ...sessions], "launcher").map(({ key }) => key);
    expect(new Set(keys).size).toBe(7);
  });

  it("has no groups for no sessions", () => {
    expect(groupSessions([], "none")).toEqual([]);
  });
});
