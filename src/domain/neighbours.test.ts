import { describe, expect, it } from "vitest";
import { knownSession } from "./known-fixture.ts";
import { neighboursOf, onLauncherOf } from "./neighbours.ts";

const on = (id: string, launcher: string, startedAt: number) =>
  knownSession({ id, on: { launcher }, startedAt });
const self = on("self", "rack", 1);

describe("sessions that share a launcher", () => {
  it("are the others on the same persistent launcher, newest first", () => {
    const all = [self, on("older", "rack", 2), on("newer", "rack", 3), on("elsewhere", "other", 4)];
    expect(neighboursOf(self, all).map(({ session }) => session.id)).toEqual(["newer", "older"]);
  });

  it("stand with the session itself in the order of their starts", () => {
    const all = [self, on("older", "rack", 0), on("newer", "rack", 3), on("elsewhere", "other", 4)];
    expect(onLauncherOf(self, all).map(({ session }) => session.id)).toEqual(["newer", "self", "older"]);
  });

  it("stand with a session that ended, too", () => {
    const ended = { ...self, ended: { after: 1, by: 2 } };
    expect(onLauncherOf(ended, [ended]).map(({ session }) => session.id)).toEqual(["self"]);
  });

  it("are only those still reported", () => {
    const gone = knownSession({ id: "gone", on: { launcher: "rack" }, ended: { after: 1, by: 2 } });
    expect(neighboursOf(self, [gone])).toEqual([]);
  });

  it("are none for a temporary launcher: it is the session's own", () => {
    const temporary = knownSession({ id: "a" });
    expect(neighboursOf(temporary, [temporary, knownSession({ id: "b" })])).toEqual([]);
  });
});
