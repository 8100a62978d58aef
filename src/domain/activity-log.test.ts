import { describe, expect, it } from "vitest";
import { activityLog, activityCount } from "./activity-log.ts";
import { knownSession } from "./known-fixture.ts";
import type { KnownSession } from "./known.ts";

const session = (): KnownSession => {
  const known = knownSession({ startedAt: 100, trainings: ["completed"], ended: { after: 900, by: 1_000 } });
  const [training] = known.trainings;
  if (!training) throw new Error("the fixture has a training");
  return {
    ...known,
    firstSeen: 200,
    trainings: [
      {
        ...training,
        seen: [
          { state: "running", rawState: "running", entered: { after: undefined, by: 200 } },
          { state: "completed", rawState: "completed", entered: { after: 500, by: 600 } },
        ],
        end: { after: 500, by: 600 },
      },
    ],
  };
};

describe("the log of what was observed", () => {
  it("tells when it was missing and when it was there again", () => {
    const away = { ...session(), ended: undefined, absences: [{ after: 650, by: 700, back: 800 }] };
    const log = activityLog(away, []);
    expect(log.slice(0, 2)).toEqual([
      { key: "back:100:700", at: 800, kind: "session-back" },
      { key: "ended:100:700", at: 700, kind: "session-ended", ended: { after: 650, by: 700 } },
    ]);
    expect(activityCount(away, [])).toBe(log.length);
    expect(new Set(log.map(({ key }) => key)).size).toBe(log.length);
  });

  it("tells each sight once, newest first", () => {
    expect(activityLog(session(), []).map(({ kind, at }) => [kind, at])).toEqual([
      ["session-ended", 1_000],
      ["training-changed", 600],
      ["training-seen", 200],
      ["session-seen", 200],
    ]);
  });

  it.each([
    [[]],
    [
      [
        { from: 0, to: 250 },
        { from: 500, to: 900 },
      ],
    ],
  ])("has as many events as are counted, watched in %j", (watched) => {
    expect(activityCount(session(), watched)).toBe(activityLog(session(), watched).length);
  });

  it("tells the gaps within the session's time, and no others", () => {
    const watched = [
      { from: 10, to: 50 },
      { from: 190, to: 300 },
      { from: 400, to: 950 },
      { from: 2_000, to: 3_000 },
      { from: 4_000, to: 5_000 },
    ];
    const gaps = activityLog(session(), watched).filter(({ kind }) => kind === "gap");
    expect(gaps.map(({ key }) => key)).toEqual(["gap:950", "gap:300"]);
  });

  it("tells the lives before it under the same id", () => {
    const before = knownSession({ startedAt: 50, ended: { after: 80, by: 90 } });
    const log = activityLog({ ...session(), earlier: [{ ...before, firstSeen: 60 }] }, []);
    expect(log.slice(-2).map(({ kind, at }) => [kind, at])).toEqual([
      ["session-ended", 90],
      ["session-seen", 60],
    ]);
    expect(new Set(log.map(({ key }) => key)).size).toBe(log.length);
  });

  it("has a key of its own for each event", () => {
    const keys = activityLog(session(), [
      { from: 1, to: 300 },
      { from: 400, to: 500 },
    ]).map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});
