import { describe, expect, it, vi } from "vitest";
import { session } from "../domain/answer-fixture.ts";
import type { Answer } from "../domain/known.ts";
import { gaps } from "../domain/watched.ts";
import { createWatch } from "./watch.ts";

const DAY = 86_400_000;
const at = (sentAt: number, ids: readonly string[] = ["a"]): Answer => ({
  sentAt,
  receivedAt: sentAt + 100,
  scope: "all",
  unreadable: [],
  sessions: ids.map((id) => session({ id, startedAt: 1_000 })),
});

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

  it("forgets what ended more than a week ago, so that months of watching stay bounded", () => {
    const watch = createWatch();
    watch.fold(at(0, ["old", "a"]), 5_000);
    watch.fold(at(5_000), 5_000);
    expect(watch.known().sessions.has("old")).toBe(true);
    for (let n = 1; n <= 200; n += 1) watch.fold(at(8 * DAY + n * 5_000), 5_000);
    expect([...watch.known().sessions.keys()]).toEqual(["a"]);
    expect(watch.known().watched).toHaveLength(1);
  });
});
