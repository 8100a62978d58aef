import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { session } from "../domain/answer-fixture.ts";
import { type Answer, type Known, NOTHING_KNOWN } from "../domain/known.ts";
import { gaps } from "../domain/watched.ts";
import { watching } from "../domain/watching-fixture.ts";
import { createWatch } from "./watch.ts";

const DAY = 86_400_000;
const at = (sentAt: number, ids: readonly string[] = ["a"]): Answer => ({
  sentAt,
  receivedAt: sentAt + 100,
  scope: "all",
  unreadable: [],
  sessions: ids.map((id) => session({ id, startedAt: 1_000 })),
});

function knownFrom(answers: readonly Answer[], plannedMs = 5_000): Known {
  const watch = createWatch();
  for (const answer of answers) watch.fold(answer, plannedMs);
  return watch.known();
}

describe("the watch of a connection", () => {
  it("tells who listens what each answer changed, and nobody about an answer that is no news", () => {
    const watch = createWatch();
    const heard = vi.fn<() => void>();
    const end = watch.subscribe(heard);
    watch.fold(at(10_000), 5_000);
    watch.fold(at(10_000), 5_000);
    expect(heard).toHaveBeenCalledTimes(1);
    end();
    watch.fold(at(15_000), 5_000);
    expect(heard).toHaveBeenCalledTimes(1);
  });

  it("says when it last took something in", () => {
    const watch = createWatch();
    expect(watch.foldedAt()).toBeUndefined();
    watch.fold(at(10_000), 5_000);
    expect(watch.foldedAt()).toBeLessThanOrEqual(performance.now());
  });

  it("takes a silence that was planned for no gap, and one that was not for one", () => {
    const watch = createWatch();
    watch.fold(at(0), 5_000);
    watch.fold(at(60_000), 60_000);
    expect(gaps(watch.known())).toEqual([]);
    watch.fold(at(120_000), 5_000);
    expect(gaps(watch.known())).toHaveLength(1);
  });

  it("forgets what it is told to, so that months of watching stay bounded", () => {
    const watch = createWatch((now) => ({ endedBefore: now - 7 * DAY }));
    watch.fold(at(0, ["old", "a"]), 5_000);
    watch.fold(at(5_000), 5_000);
    expect(watch.known().sessions.has("old")).toBe(true);
    for (let n = 1; n <= 200; n += 1) watch.fold(at(8 * DAY + n * 5_000), 5_000);
    expect([...watch.known().sessions.keys()]).toEqual(["a"]);
    expect(watch.known().watched).toHaveLength(1);
  });
});

describe("what is more than may stay in memory", () => {
  const forgetting = (isStored: boolean) => () => ({
    endedBefore: 0,
    mostEnded: () => 2,
    mayGo: () => isStored,
  });
  const answers = [at(0, ["a", "b", "c", "d"]), at(5_000, ["a", "b"]), at(10_000, ["a"]), at(15_000, ["a"])];

  it("goes with the next answer, and it is told from when on all is there", () => {
    const watch = createWatch(forgetting(true));
    for (const answer of answers) watch.fold(answer, 5_000);
    expect([...watch.known().sessions.keys()]).toEqual(["a", "b", "d"]);
    expect(watch.known().wholeFrom).toBe(5_100);
  });

  it("stays until it is stored, and what was stored before may go at once", () => {
    const watch = createWatch(forgetting(false));
    for (const answer of answers) watch.fold(answer, 5_000);
    expect(watch.known().sessions.size).toBe(4);
    const other = createWatch(forgetting(false));
    other.restore(watch.known());
    expect(other.known().sessions.size).toBe(3);
  });
});

describe("what was known before", () => {
  it("may come at any time: what is known is what it would be had it come first", () => {
    fc.assert(
      fc.property(watching, fc.nat(25), fc.nat(25), ({ answers }, first, second) => {
        const [kept, came] = [Math.min(first, second), Math.max(first, second)];
        const watch = createWatch();
        for (const answer of answers.slice(kept, came)) watch.fold(answer, 20);
        const before = knownFrom(answers.slice(0, kept), 20);
        expect(watch.restore(before)).toBe(before);
        for (const answer of answers.slice(came)) watch.fold(answer, 20);
        expect(watch.known()).toEqual(knownFrom(answers, 20));
      }),
    );
  });

  it("is told of to who listens, unless it is nothing", () => {
    const nothing = createWatch();
    nothing.subscribe(() => expect.unreachable());
    nothing.restore(NOTHING_KNOWN);
    const watch = createWatch();
    watch.fold(at(60_000, ["b"]), 5_000);
    const heard: (readonly string[])[] = [];
    watch.subscribe(() => heard.push([...watch.known().sessions.keys()]));
    watch.restore(knownFrom([at(1_000)]));
    expect(heard).toEqual([["a", "b"]]);
  });

  it("is taken in where another tab told that it knows nothing", () => {
    const watch = createWatch();
    watch.follow({ sessions: new Map(), watched: [], latest: undefined }, false);
    const before = knownFrom([at(1_000)]);
    expect(watch.restore(before)).toBe(before);
    expect(watch.known()).toBe(before);
  });

  it("is refused where another tab told as much, and taken where that tab did not live to tell it all", () => {
    const [first, second] = [at(1_000), at(6_000, ["a", "b"])];
    const watch = createWatch();
    watch.follow(knownFrom([first]), true);
    expect(watch.restore(knownFrom([first]))).toBeUndefined();
    expect(watch.restore(knownFrom([first, second]))).toBe(watch.known());
    expect([...watch.known().sessions.keys()]).toEqual(["a", "b"]);
  });

  it("is waited for no longer once it came, was nothing, or took too many answers to come", () => {
    const before = knownFrom([at(0, ["old"])]);
    const restored = createWatch();
    restored.fold(at(1_000), 5_000);
    restored.restore(NOTHING_KNOWN);
    expect(restored.known().sessions.size).toBe(1);
    expect(restored.restore(before)).toBeUndefined();
    const late = createWatch();
    for (let n = 1; n <= 201; n += 1) late.fold(at(n * 5_000), 5_000);
    expect(late.restore(before)).toBeUndefined();
    expect([...late.known().sessions.keys()]).toEqual(["a"]);
  });
});
