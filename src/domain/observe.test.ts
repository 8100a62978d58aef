import { describe, expect, it } from "vitest";
import { answer, fold, session, theSession } from "./answer-fixture.ts";
import { lastSeenAt, NOTHING_KNOWN } from "./known.ts";
import { MOST_LIVES } from "./observe-session.ts";
import { observe } from "./observe.ts";

describe("the order of answers", () => {
  it("knows nothing before the first answer, and its facts after it", () => {
    expect(NOTHING_KNOWN).toEqual({ sessions: new Map(), watched: [], latest: undefined });
    expect(fold([answer(100, [])]).latest).toEqual({
      sentAt: 100,
      receivedAt: 110,
      scope: "all",
      unreadable: [],
      missing: [],
    });
  });

  it("folds the same answer twice into the very same object", () => {
    const first = answer(100, [{}]);
    const known = fold([first]);
    expect(observe(known, first)).toBe(known);
    expect(observe(known, answer(100, [{}]))).toBe(known);
  });

  it("leaves out an answer that was sent before the newest", () => {
    const known = fold([answer(100, [{ modelId: "new" }])]);
    expect(observe(known, answer(99, [{ modelId: "old" }], { receivedAt: 500 }))).toBe(known);
  });

  it("goes by the receipt where two were sent in the same millisecond", () => {
    const late = answer(100, [{ modelId: "late" }], { receivedAt: 120 });
    const early = answer(100, [{ modelId: "early" }]);
    expect(theSession(fold([early, late])).session.modelId).toBe("late");
    expect(theSession(fold([late, early])).session.modelId).toBe("late");
  });

  it("takes the receipt for no earlier than the sending when the clock was set back in between", () => {
    const setBack = answer(100, [{}], { receivedAt: 40 });
    const known = fold([setBack]);
    expect(theSession(known).firstSeen).toBe(100);
    expect(known.watched).toEqual([{ from: 100, to: 100 }]);
    expect(observe(known, setBack)).toBe(known);
  });
});

describe("a session", () => {
  it("was first seen at the receipt of the first answer that held it", () => {
    const known = fold([answer(100, [{}]), answer(200, [{}])]);
    expect(theSession(known).firstSeen).toBe(110);
    expect(lastSeenAt(known, theSession(known))).toBe(200);
  });

  it("keeps its object, and the map keeps its own, while answers change nothing", () => {
    const before = fold([answer(100, [{ trainings: ["t running"] }])]);
    const after = observe(before, answer(200, [{ trainings: ["t running"] }]));
    expect(after).not.toBe(before);
    expect(after.sessions).toBe(before.sessions);
  });

  it("takes a new reading and leaves the others their objects", () => {
    const before = fold([answer(100, [{ id: "a" }, { id: "b" }])]);
    const after = observe(before, answer(200, [{ id: "b", modelId: "other" }, { id: "a" }]));
    expect(theSession(after, "b").session.modelId).toBe("other");
    expect(theSession(after, "a")).toBe(theSession(before, "a"));
  });

  it("ended between the last answer that held it and the first complete one that does not", () => {
    const known = fold([answer(100, [{}]), answer(200, [{}]), answer(300, []), answer(400, [])]);
    expect(theSession(known)).toMatchObject({ ended: { after: 200, by: 310 }, lastSeen: 200 });
    expect(lastSeenAt(known, theSession(known))).toBe(200);
  });

  it("keeps its object after its end", () => {
    const before = fold([answer(100, [{}]), answer(200, [])]);
    expect(observe(before, answer(300, [])).sessions).toBe(before.sessions);
  });

  it("has not ended when a later answer brings it back, however long it was missing", () => {
    const before = fold([answer(100, [{}])]);
    const after = fold([answer(200, []), answer(300, []), answer(90_000, [{}])], before);
    const { absences, ...rest } = theSession(after);
    expect(rest).toEqual(theSession(before));
    expect(absences).toHaveLength(1);
  });

  it("was missing where answers left it out: after the last that held it, and until one did again", () => {
    const known = fold([
      answer(100, [{}]),
      answer(200, []),
      answer(300, [{}]),
      answer(400, [{}]),
      answer(500, []),
      answer(600, [], { unreadable: [{ index: 0, id: "s", reason: "no start" }] }),
    ]);
    const by = (sentAt: number) => answer(sentAt, []).receivedAt;
    expect(theSession(known).absences).toEqual([
      { after: 100, by: by(200), back: by(300) },
      { after: 400, by: by(500), back: by(600) },
    ]);
  });

  it("has not ended either when it comes back changed", () => {
    const known = fold([answer(100, [{}]), answer(200, []), answer(300, [{ modelId: "other" }])]);
    expect(theSession(known)).toMatchObject({ ended: undefined, lastSeen: undefined, firstSeen: 110 });
  });

  it("lives anew under another start, and its earlier life keeps the end that was seen", () => {
    const known = fold([
      answer(100, [{ startedAt: 1 }]),
      answer(200, []),
      answer(300, []),
      answer(400, [{ startedAt: 2 }]),
    ]);
    expect(theSession(known)).toMatchObject({ firstSeen: 410, lastSeen: undefined, ended: undefined });
    expect(theSession(known).earlier).toMatchObject([
      { session: { startedAt: 1 }, ended: { after: 100, by: 210 }, lastSeen: 100, earlier: [] },
    ]);
  });

  it("ended by the answer that holds its next life, when none before missed it; the newest earlier life first", () => {
    const known = fold([1, 2, 3].map((startedAt) => answer(startedAt * 100, [{ startedAt }])));
    expect(theSession(known).earlier).toMatchObject([
      { session: { startedAt: 2 }, ended: { after: 200, by: 310 } },
      { session: { startedAt: 1 }, ended: { after: 100, by: 210 } },
    ]);
  });

  it("keeps the newest earlier lives of one that starts anew in each answer, and not all of them", () => {
    const starts = Array.from({ length: MOST_LIVES + 20 }, (_, index) => index + 1);
    const known = theSession(fold(starts.map((startedAt) => answer(startedAt * 100, [{ startedAt }]))));
    expect(known.earlier.map((life) => life.session.startedAt)).toEqual(starts.slice(19, -1).toReversed());
  });

  it("returns to an earlier life when the server does, so that a wavering start makes no heap of lives", () => {
    const wavering = [1, 2, 1, 2, 1].map((startedAt, i) => answer(i * 100, [{ startedAt }]));
    const known = theSession(fold(wavering));
    expect(known).toMatchObject({ session: { startedAt: 1 }, firstSeen: 10, ended: undefined });
    expect(known.earlier).toMatchObject([{ session: { startedAt: 2 }, ended: { after: 300, by: 410 } }]);
    expect(known.earlier).toHaveLength(1);
  });
});

describe("an answer that asks for some ids", () => {
  it("ends only those it asked for", () => {
    const known = fold([answer(100, [{ id: "a" }, { id: "b" }]), answer(200, [], { scope: ["a", "c"] })]);
    expect(theSession(known, "a").ended).toEqual({ after: 100, by: 210 });
    expect(theSession(known, "b")).toMatchObject({ ended: undefined, lastSeen: 100 });
  });

  it("writes down once when the others were last seen, until an answer holds them again", () => {
    const everything = fold([answer(100, [{ id: "a" }, { id: "b" }])]);
    const narrowed = fold([answer(200, [{ id: "a" }], { scope: ["a"] })], everything);
    const still = fold([answer(300, [{ id: "a" }], { scope: ["a"] })], narrowed);
    expect(theSession(narrowed, "a")).toBe(theSession(everything, "a"));
    expect(still.sessions).toBe(narrowed.sessions);
    expect(lastSeenAt(still, theSession(still, "b"))).toBe(100);
    const widened = fold([answer(400, [{ id: "a" }, { id: "b" }])], still);
    expect(theSession(widened, "b").lastSeen).toBeUndefined();
    expect(lastSeenAt(widened, theSession(widened, "b"))).toBe(400);
  });

  it("names each id that it does not hold once, readable or not", () => {
    const unreadable = [{ index: 0, id: "broken", reason: "no start" }];
    const scope = ["gone", "s", "broken", "gone"];
    expect(fold([answer(100, [{}], { scope, unreadable })]).latest?.missing).toEqual(["gone"]);
  });

  it("holds what it holds, asked for or not", () => {
    expect(fold([answer(100, [{}], { scope: ["other"] })]).sessions.has("s")).toBe(true);
  });
});

describe("the newest answer's own lists", () => {
  const facts = (id: string) => ({ scope: [id, "gone"], unreadable: [{ index: 0, reason: "no id" }] });

  it("keep their objects while answers say the same", () => {
    const before = fold([answer(100, [{ id: "a" }], facts("a"))]);
    const after = observe(before, answer(200, [{ id: "a" }], facts("a")));
    expect(after.latest).toMatchObject({ sentAt: 200, missing: ["gone"] });
    expect(after.latest?.scope).toBe(before.latest?.scope);
    expect(after.latest?.unreadable).toBe(before.latest?.unreadable);
    expect(after.latest?.missing).toBe(before.latest?.missing);
  });

  it("are those of the newest where it says something else", () => {
    const before = fold([answer(100, [{ id: "a" }], facts("a"))]);
    const other = { scope: ["a", "lost"], unreadable: [{ index: 0, reason: "no start" }] };
    expect(observe(before, answer(200, [{ id: "a" }], other)).latest).toMatchObject({
      ...other,
      missing: ["lost"],
    });
  });
});

describe("an unreadable entry", () => {
  const unreadable = [{ index: 0, id: "s", reason: "no start" }];

  it("does not end its session, which keeps its last reading and the time of it", () => {
    const known = fold([answer(100, [{}]), answer(200, [], { unreadable }), answer(300, [], { unreadable })]);
    expect(theSession(known)).toMatchObject({ ended: undefined, lastSeen: 100, session: { modelId: "m" } });
  });

  it("leaves the end open until an answer lacks the entry too", () => {
    const known = fold([answer(100, [{}]), answer(200, [], { unreadable }), answer(300, [])]);
    expect(theSession(known).ended).toEqual({ after: 100, by: 310 });
  });

  it("takes back an end: something lives under the id", () => {
    const known = fold([answer(100, [{}]), answer(200, []), answer(300, [], { unreadable })]);
    expect(theSession(known)).toMatchObject({ ended: undefined, lastSeen: 100 });
  });

  it("tells less than a readable entry of the same id", () => {
    const before = fold([answer(100, [{}])]);
    expect(observe(before, answer(200, [{}], { unreadable })).sessions).toBe(before.sessions);
  });

  it("without an id may be any session, so that nothing ends by that answer", () => {
    const anonymous = [{ index: 0, reason: "no id" }];
    const known = fold([answer(100, [{}]), answer(200, [], { unreadable: anonymous })]);
    expect(theSession(known)).toMatchObject({ ended: undefined, lastSeen: 100 });
    expect(theSession(fold([answer(300, [])], known)).ended).toEqual({ after: 100, by: 310 });
  });
});

describe("answers that crossed", () => {
  it("do not end a session that the one still under way may have been too early to hold", () => {
    const slow = answer(100, [{}], { receivedAt: 200 });
    const known = fold([slow, answer(150, [], { receivedAt: 210 })]);
    expect(theSession(known)).toMatchObject({ ended: undefined, lastSeen: 100 });
    expect(theSession(fold([answer(220, [])], known)).ended).toEqual({ after: 100, by: 230 });
  });

  it("take a state that certainly follows, and only the next answer may take one back", () => {
    const slow = (state: string) => answer(100, [{ trainings: [`t ${state}`] }], { receivedAt: 200 });
    const crossing = (state: string) => answer(150, [{ trainings: [`t ${state}`] }], { receivedAt: 210 });
    expect(theSession(fold([slow("running"), crossing("failed")])).trainings[0]?.end).toEqual({
      after: 100,
      by: 210,
    });
    const behind = theSession(fold([slow("running"), crossing("starting")]));
    expect(behind).toMatchObject({ lastSeen: 100, trainings: [{ training: { state: "running" } }] });
    expect(behind.trainings[0]?.seen).toHaveLength(1);
  });

  it("keep a training that the earlier snapshot did not list yet", () => {
    const slow = answer(100, [{ trainings: ["t running"] }], { receivedAt: 200 });
    const known = fold([slow, answer(150, [{}], { receivedAt: 210 })]);
    expect(theSession(known).session.trainings).toHaveLength(1);
  });

  it("leave it to the server's clock which of two lives came later", () => {
    const slow = answer(100, [{ startedAt: 2 }], { receivedAt: 200 });
    const crossing = (startedAt: number) => answer(150, [{ startedAt }], { receivedAt: 210 });
    const behind = theSession(fold([slow, crossing(1)]));
    expect(behind).toMatchObject({ session: { startedAt: 2 }, lastSeen: 100, ended: undefined, earlier: [] });
    const ahead = theSession(fold([slow, crossing(3)]));
    expect(ahead).toMatchObject({ session: { startedAt: 3 }, earlier: [{ ended: { after: 100, by: 210 } }] });
  });
});

describe("duplicates within an answer", () => {
  const winner = (...facts: Parameters<typeof session>[0][]) => {
    const there = fold([answer(100, facts.map(session))]);
    const back = fold([answer(100, facts.toReversed().map(session))]);
    expect(there).toEqual(back);
    return theSession(there).session;
  };

  it("collapse to the later start", () => {
    expect(winner({ startedAt: 5 }, { startedAt: 9 }, { startedAt: 7 }).startedAt).toBe(9);
  });

  it("then to the one with more trainings, then to further progress", () => {
    expect(
      winner(
        { trainings: ["t failed"] },
        {
          trainings: ["t running", "u running"],
        },
      ).trainings,
    ).toHaveLength(2);
    expect(winner({ trainings: ["t completed"] }, { trainings: ["t failed"] }).trainings[0]?.state).toBe(
      "failed",
    );
  });

  it("then to the lesser JSON", () => {
    expect(winner({ modelId: "b" }, { modelId: "a" }).modelId).toBe("a");
  });

  it("collapse within a session to the training that got furthest, a failure before a completion", () => {
    const states = ["completed", "failed", "running"] as const;
    const read = winner({ trainings: states.map((state) => `t ${state} 5`) });
    expect(read.trainings).toMatchObject([{ id: "t", state: "failed" }]);
    for (const odd of [
      ["t odd 5", "t even 5"],
      ["t even 5", "t odd 5"],
    ])
      expect(winner({ trainings: odd }).trainings).toMatchObject([{ rawState: "even" }]);
    const known = fold([
      answer(100, [
        {
          trainings: ["t running 5", "t running 6"],
        },
      ]),
    ]);
    expect(theSession(known).trainings).toMatchObject([{ training: { createdAt: 6 } }]);
  });
});
