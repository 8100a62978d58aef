import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LOCATION_KINDS } from "../domain/filter.ts";
import { LAUNCHER_SORTS } from "../domain/launcher-sorts.ts";
import { hostileText } from "../domain/text-fixture.ts";
import { RANGE_ORDER, type TimeRange } from "../domain/time-range.ts";
import { toWellFormed } from "../domain/well-formed.ts";
import { launchersParams, type LaunchersView } from "./launchers-params.ts";
import { readView, writeView } from "./view.ts";

const DEFAULT: LaunchersView = {
  launcher: [],
  location: [],
  sort: "size",
  open: [],
  folded: [],
  range: { kind: "last", name: "3h" },
};

describe("the parameters of the launchers", () => {
  it("ask for all launchers by default, the largest first", () => {
    expect(readView(launchersParams, "?launcher=&q=a")).toEqual({ view: DEFAULT, ignored: [] });
    expect(writeView(launchersParams, "?launcher=a&sort=-seen", { launcher: [], sort: "size" })).toBe("");
  });

  it("fall back to their defaults for rubbish, and say so", () => {
    expect(readView(launchersParams, "?location=moon&sort=-started&range=2h")).toEqual({
      view: DEFAULT,
      ignored: ["location=moon", "sort=-started", "range=2h"],
    });
  });

  const ids = fc.uniqueArray(hostileText.map(toWellFormed), { maxLength: 4 });
  const ranges: fc.Arbitrary<TimeRange> = fc.oneof(
    fc.constantFrom(...RANGE_ORDER).map((name) => ({ kind: "last" as const, name })),
    fc
      .tuple(fc.nat(4e12), fc.integer({ min: 1, max: 1e9 }))
      .map(([from, length]) => ({ kind: "fixed" as const, from, to: from + length })),
  );
  const views: fc.Arbitrary<LaunchersView> = fc.record({
    launcher: ids,
    location: fc.subarray([...LOCATION_KINDS]),
    sort: fc.constantFrom(...LAUNCHER_SORTS),
    open: ids,
    folded: ids,
    range: ranges,
  });

  it("bring any view through a link unchanged", () => {
    fc.assert(
      fc.property(views, (view) => {
        const { search } = new URL(`http://localhost/launchers${writeView(launchersParams, "", view)}`);
        expect(readView(launchersParams, search)).toEqual({ view, ignored: [] });
      }),
    );
  });
});
