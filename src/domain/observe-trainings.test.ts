import { describe, expect, it } from "vitest";
import { answer, fold, theSession } from "./answer-fixture.ts";
import type { KnownTraining } from "./known.ts";
import { MOST_SEEN } from "./observe-trainings.ts";

/** What is known of the trainings after answers at 100, 200, 300 ... that listed these. */
const after = (...lists: readonly (readonly string[])[]) =>
  theSession(fold(lists.map((trainings, index) => answer(100 * (index + 1), [{ trainings }])))).trainings;

/** What is known of one training that answers at 100, 200, 300 ... showed in these states. */
function course(...states: readonly string[]): KnownTraining {
  const [training] = after(...states.map((state) => [`t ${state}`]));
  if (training === undefined) throw new Error("no training is known");
  return training;
}

describe("the states of a training", () => {
  it("are each kept with the interval in which they were taken", () => {
    expect(course("starting", "starting", "running", "completed").seen).toEqual([
      { state: "starting", rawState: "starting", entered: { after: undefined, by: 110 } },
      { state: "running", rawState: "running", entered: { after: 200, by: 310 } },
      { state: "completed", rawState: "completed", entered: { after: 300, by: 410 } },
    ]);
  });

  it("are told apart by the server's own word", () => {
    expect(course("running", "paused", "resting").seen.map(({ rawState }) => rawState)).toEqual([
      "running",
      "paused",
      "resting",
    ]);
  });

  it("count from the last answer that held the session, not from one that was asked for others", () => {
    const known = fold([
      answer(100, [{ trainings: ["t running"] }]),
      answer(200, [], { scope: ["other"] }),
      answer(300, [{ trainings: ["t failed"] }]),
    ]);
    expect(theSession(known).trainings[0]?.end).toEqual({ after: 100, by: 310 });
  });
});

describe("a training whose state is another in each answer", () => {
  const many = (length: number, word: (index: number) => string) =>
    Array.from({ length }, (_, at) => word(at));

  it("keeps when each kind of state began, the newest of what differs in words alone, and its end", () => {
    const words = many(300, (at) => `warming-${at}`);
    const { seen, end } = course("starting", "running", ...words, "running", "completed");
    expect(seen).toHaveLength(MOST_SEEN);
    expect(seen.slice(0, 3)).toEqual([
      { state: "starting", rawState: "starting", entered: { after: undefined, by: 110 } },
      { state: "running", rawState: "running", entered: { after: 100, by: 210 } },
      { state: "unrecognised", rawState: "warming-0", entered: { after: 200, by: 310 } },
    ]);
    expect(seen.slice(-3).map(({ rawState }) => rawState)).toEqual(["warming-299", "running", "completed"]);
    expect(end).toEqual({ after: 30_300, by: 30_410 });
  });

  it("keeps its end where the server wavers between two of them", () => {
    const wavering = many(300, (at) => (at % 2 === 0 ? "completed" : "failed"));
    const { seen, end } = course("running", ...wavering);
    expect(seen).toHaveLength(MOST_SEEN);
    expect(end).toEqual(course("running", "completed").end);
  });
});

describe("the end of a training", () => {
  it("lies between the last sight of it open and the first of it ended", () => {
    expect(course("running", "running", "failed", "failed").end).toEqual({ after: 200, by: 310 });
  });

  it("has no earliest instant when it had ended before it was first seen", () => {
    expect(course("completed", "completed").end).toEqual({ after: undefined, by: 110 });
  });

  it("is not known while it is open or in a state nobody knows", () => {
    expect(course("running").end).toBeUndefined();
    expect(course("running", "paused").end).toBeUndefined();
  });

  it("may lie within an unrecognised state on the way", () => {
    expect(course("running", "cancelling", "failed").end).toEqual({ after: 100, by: 310 });
    expect(course("cancelling", "failed").end).toEqual({ after: undefined, by: 210 });
  });

  it("stays where it was when the server changes one ended state for another", () => {
    expect(course("running", "completed", "failed").end).toEqual({ after: 100, by: 210 });
  });

  it("is open again when the server takes it back, and what was seen stays seen", () => {
    const back = course("running", "completed", "running");
    expect(back.end).toBeUndefined();
    expect(back.seen.map(({ state }) => state)).toEqual(["running", "completed", "running"]);
    expect(course("running", "completed", "running", "failed").end).toEqual({ after: 300, by: 410 });
  });

  it("is not told by the end of its session", () => {
    const known = fold([answer(100, [{ trainings: ["t running"] }]), answer(200, [])]);
    expect(theSession(known).trainings[0]?.end).toBeUndefined();
  });
});

describe("the list of trainings", () => {
  it("keeps one that is no longer listed, as it was last seen", () => {
    const [gone, listed] = after(["a running 1", "b running 2"], ["b running 2"], ["b failed 2"]);
    expect(gone).toMatchObject({ training: { id: "a", state: "running" }, end: undefined, lastListed: 100 });
    expect(listed).toMatchObject({ training: { id: "b", state: "failed" } });
  });

  it("counts a change while it was not listed from the last answer that listed it", () => {
    const [back] = after(["t running"], [], [], ["t completed"]);
    expect(back?.end).toEqual({ after: 100, by: 410 });
    expect(back).not.toHaveProperty("lastListed");
  });

  it("goes by creation, then id, whether listed or not", () => {
    const known = after(["c failed 2", "z failed 1"], ["b running 2", "y running 3"]);
    expect(known.map(({ training }) => training.id)).toEqual(["z", "b", "c", "y"]);
  });

  it("takes a corrected creation over", () => {
    const [corrected] = after(["t running 2"], ["t running 1"]);
    expect(corrected).toMatchObject({ training: { createdAt: 1 }, seen: [{ entered: { by: 110 } }] });
  });

  it("leaves unchanged trainings their objects when another changes", () => {
    const before = fold([
      answer(100, [
        {
          trainings: ["a failed", "b running"],
        },
      ]),
    ]);
    const changed = fold(
      [
        answer(200, [
          {
            trainings: ["a failed", "b failed"],
          },
        ]),
      ],
      before,
    );
    expect(theSession(changed).trainings[0]).toBe(theSession(before).trainings[0]);
  });

  it("keeps its own object when only something else about the session changes", () => {
    const before = fold([answer(100, [{ trainings: ["a failed"] }])]);
    const changed = fold([answer(200, [{ trainings: ["a failed"], modelId: "other" }])], before);
    expect(theSession(changed).trainings).toBe(theSession(before).trainings);
  });
});
