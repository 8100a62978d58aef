import { describe, expect, it } from "vitest";
import { answer, fold, type WireFacts } from "./answer-fixture.ts";
import { findSession } from "./find-session.ts";
import { NOTHING_DONE, type TabFacts, tabSigns, whatIsDone } from "./tab-signs.ts";

const ID = "5d4015bb-0000-4000-8000-000000000000";
const OTHER = "c31d99e3-0000-4000-8000-000000000000";

type Facts = Partial<Omit<TabFacts, "known" | "session">> & { readonly of?: string };

/** The signs after these answers, ten seconds apart from 0 on. */
function signs(answers: readonly (readonly WireFacts[])[], { of, ...facts }: Facts = {}) {
  const known = fold(answers.map((sessions, index) => answer(index * 10_000, sessions)));
  const session = of === undefined ? undefined : { id: of, known: findSession(known, of) };
  const doing = whatIsDone(known, NOTHING_DONE);
  const { title, icon } = tabSigns({
    known,
    doing,
    session,
    view: undefined,
    hiddenSince: undefined,
    trouble: undefined,
    ...facts,
  });
  return [title, icon];
}

const training = (...trainings: readonly string[]): readonly WireFacts[] => [{ id: ID, trainings }];
const RAN_AND_FAILED = [training("t running", "u running"), training("t failed", "u running")];
const AWAY = { hiddenSince: 5_000 };

describe("the tab of the list", () => {
  it.each<[string, readonly (readonly WireFacts[])[], Facts, string, string]>([
    ["before any answer", [], {}, "Debug Sessions", "idle"],
    ["without sessions", [[]], {}, "Debug Sessions", "idle"],
    ["with nothing open", [training("t completed", "u failed")], {}, "Idle · Debug Sessions", "idle"],
    [
      "with open trainings",
      [training("t running", "u running", "v starting")],
      {},
      "2 running · Debug Sessions",
      "running",
    ],
    [
      "with trainings that only start",
      [training("t starting")],
      {},
      "1 starting · Debug Sessions",
      "running",
    ],
    ["after a session ended", [training("t running"), []], {}, "Debug Sessions", "idle"],
    ["while somebody sees the failure", RAN_AND_FAILED, {}, "1 running · Debug Sessions", "running"],
    [
      "after a failure that nobody saw",
      RAN_AND_FAILED,
      AWAY,
      "(1 failed) 1 running · Debug Sessions",
      "failed",
    ],
    [
      "after a failure that somebody saw",
      RAN_AND_FAILED,
      { hiddenSince: 15_000 },
      "1 running · Debug Sessions",
      "running",
    ],
    [
      "without answers",
      [training("t running")],
      { trouble: "Offline" },
      "Offline · Debug Sessions",
      "trouble",
    ],
    [
      "without answers, in another view than the list",
      [training("t running")],
      { trouble: "Offline", view: "Timeline" },
      "Offline · Timeline · Debug Sessions",
      "trouble",
    ],
    [
      "without answers after a failure that nobody saw",
      RAN_AND_FAILED,
      { ...AWAY, trouble: "Offline" },
      "(1 failed) Offline · Debug Sessions",
      "failed",
    ],
  ])("%s", (_, answers, facts, title, icon) => {
    expect(signs(answers, facts)).toEqual([title, icon]);
  });

  it("counts no session that the newest answer was not asked for", () => {
    const known = fold([
      answer(0, [
        { id: ID, trainings: ["t running"] },
        { id: OTHER, trainings: ["u running"] },
      ]),
      answer(10_000, [{ id: ID, trainings: ["t running"] }], { scope: [ID] }),
    ]);
    const doing = whatIsDone(known, NOTHING_DONE);
    expect(
      tabSigns({
        known,
        doing,
        session: undefined,
        view: undefined,
        hiddenSince: undefined,
        trouble: undefined,
      }).title,
    ).toBe("1 running · Debug Sessions");
  });

  it("says what matters in its first 20 characters", () => {
    const [title = ""] = signs(
      [
        training("t running", "u running", "v running", "w running"),
        training("t failed", "u running", "v running", "w running"),
      ],
      AWAY,
    );
    expect(title.slice(0, 20)).toBe("(1 failed) 3 running");
  });
});

describe("the tab of a session", () => {
  it.each<[string, readonly (readonly WireFacts[])[], Facts, string, string]>([
    ["before it is known", [], {}, "5d4015bb · Debug Sessions", "idle"],
    ["while it trains", [training("t running")], {}, "5d4015bb training · Debug Sessions", "running"],
    ["while it starts", [training("t starting")], {}, "5d4015bb starting · Debug Sessions", "running"],
    [
      "when its last training failed",
      [training("t failed")],
      {},
      "5d4015bb failed · Debug Sessions",
      "failed",
    ],
    ["when it is idle", [training("t completed")], {}, "5d4015bb idle · Debug Sessions", "idle"],
    ["when it ended", [training("t running"), []], {}, "5d4015bb ended · Debug Sessions", "idle"],
    [
      "after a failure that nobody saw",
      RAN_AND_FAILED,
      AWAY,
      "(1 failed) 5d4015bb training · Debug Sessions",
      "failed",
    ],
    [
      "without answers",
      [training("t running")],
      { trouble: "Paused" },
      "Paused · 5d4015bb · Debug Sessions",
      "trouble",
    ],
  ])("%s", (_, answers, facts, title, icon) => {
    expect(signs(answers, { ...facts, of: ID })).toEqual([title, icon]);
  });

  it("says nothing of other sessions' failures", () => {
    const answers = ["running", "failed"].map((state) => [
      { id: ID, trainings: ["t running"] },
      { id: OTHER, trainings: [`u ${state}`] },
    ]);
    expect(signs(answers, { ...AWAY, of: ID })).toEqual(["5d4015bb training · Debug Sessions", "running"]);
  });
});
