import { describe, expect, it } from "vitest";
import { session } from "./answer-fixture.ts";
import { applyDelta, deltaBetween, mergeDeltas } from "./known-delta.ts";
import { NOTHING_KNOWN } from "./known.ts";
import { observe } from "./observe.ts";
import { slices } from "./delta-slices.ts";

const knownOf = (ids: readonly string[]) =>
  observe(NOTHING_KNOWN, {
    sentAt: 5_000,
    receivedAt: 5_010,
    scope: "all",
    unreadable: [],
    sessions: ids.map((id) => session({ id, startedAt: 1_000 })),
  });
const many = Array.from({ length: 950 }, (_, i) => `s${i}`);

describe("a change in parts", () => {
  it("is one part where it is small", () => {
    const delta = deltaBetween(NOTHING_KNOWN, knownOf(["a", "b"]));
    expect([...slices(delta)]).toEqual([delta]);
  });

  it.each([[[]], [["s940", "s3", "unknown"]], [many.slice(100, 500)]])(
    "is the change when they are put together, whatever comes first",
    (first: readonly string[]) => {
      const before = knownOf(["old", ...many.slice(0, 20)]);
      const after = knownOf(many);
      const delta = deltaBetween(before, after);
      const parts = [...slices(delta, new Set(first))];
      expect(parts.length).toBeGreaterThan(3);
      const merged = parts.reduce((whole, part) => mergeDeltas(whole, part));
      expect(applyDelta(before, merged)).toEqual(after);
      const wanted = first.filter((id) => id !== "unknown");
      const early = parts[0]?.changed.map((one) => one.session.id) ?? [];
      expect(early.slice(0, wanted.length).toSorted()).toEqual(wanted.toSorted());
      expect(Math.max(...parts.slice(1).map(({ changed }) => changed.length))).toBeLessThanOrEqual(200);
    },
  );
});
