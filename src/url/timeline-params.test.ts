import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENDED_CHOICES, LOCATION_KINDS, NO_FILTER } from "../domain/filter.ts";
import { GROUPS } from "../domain/group.ts";
import { LIVE_ACTIVITIES } from "../domain/session-facts.ts";
import { hostileText } from "../domain/text-fixture.ts";
import { RANGE_ORDER, type TimeRange } from "../domain/time-range.ts";
import { toWellFormed } from "../domain/well-formed.ts";
import { listParams } from "./list-params.ts";
import { timelineParams, type TimelineView } from "./timeline-params.ts";
import { readView, writeView } from "./view.ts";

const DEFAULT: TimelineView = {
  ...NO_FILTER,
  group: "launcher",
  folded: [],
  range: { kind: "last", name: "3h" },
};

const FROM = Date.UTC(2026, 10, 23, 12);
const TO = FROM + 90_500;

describe("the parameters of the timeline", () => {
  it("have the documented defaults", () => {
    expect(readView(timelineParams, "")).toEqual({ view: DEFAULT, ignored: [] });
  });

  it("are written in the documented order", () => {
    const view: TimelineView = {
      range: { kind: "fixed", from: FROM, to: TO },
      ended: "hide",
      group: "none",
      folded: ["persistent:l"],
      model: ["m"],
      launcher: ["l"],
      location: ["persistent"],
      state: ["idle"],
      q: "t",
      ids: ["i"],
    };
    expect(writeView(timelineParams, "", view)).toBe(
      "?ids=i&q=t&state=idle&location=persistent&launcher=l&model=m&group=none&ended=hide&folded=persistent:l" +
        "&from=2026-11-23T12:00:00Z&to=2026-11-23T12:01:30.500Z",
    );
  });

  it.each(GROUPS)("group by %s, by launcher without a word", (group) => {
    const search = writeView(timelineParams, "", { group });
    expect(search).toBe(group === "launcher" ? "" : `?group=${group}`);
    expect(readView(timelineParams, search).view.group).toBe(group);
  });

  it("fall back to their defaults for rubbish, and say so", () => {
    const search = "?state=ended&location=moon&group=ids&ended=no&range=2h&from=2026-11-23T12:00:00Z";
    expect(readView(timelineParams, search)).toEqual({
      view: DEFAULT,
      ignored: [
        "state=ended",
        "location=moon",
        "group=ids",
        "ended=no",
        "range=2h",
        "from=2026-11-23T12:00:00Z",
      ],
    });
  });

  it("read the list's filters as the list does, and leave its other parameters as they are", () => {
    const search = "?ids=a,b&q=x+y&state=running&launcher=l&model=m&ended=only&sort=model&open=a&paused=1";
    const { view, ignored } = readView(timelineParams, search);
    const list = readView(listParams, search).view;
    expect(ignored).toEqual([]);
    for (const key of Object.keys(NO_FILTER) as (keyof typeof NO_FILTER)[])
      expect(view[key]).toEqual(list[key]);
    expect(writeView(timelineParams, search, { q: "" })).toContain("&sort=model&open=a&paused=1");
  });

  const ids = fc.uniqueArray(hostileText.map(toWellFormed), { maxLength: 4 });
  const instants = fc.tuple(fc.nat(4e12), fc.integer({ min: 1, max: 1e9 }));
  const ranges: fc.Arbitrary<TimeRange> = fc.oneof(
    fc.constantFrom(...RANGE_ORDER).map((name) => ({ kind: "last" as const, name })),
    instants.map(([from, length]) => ({ kind: "fixed" as const, from, to: from + length })),
  );
  const views: fc.Arbitrary<TimelineView> = fc.record({
    ids,
    q: hostileText.map(toWellFormed),
    state: fc.subarray([...LIVE_ACTIVITIES]),
    location: fc.subarray([...LOCATION_KINDS]),
    launcher: ids,
    model: ids,
    group: fc.constantFrom(...GROUPS),
    ended: fc.constantFrom(...ENDED_CHOICES),
    folded: ids,
    range: ranges,
  });

  it("bring any view through a link unchanged", () => {
    fc.assert(
      fc.property(views, (view) => {
        const { search } = new URL(`http://localhost/timeline${writeView(timelineParams, "", view)}`);
        expect(readView(timelineParams, search)).toEqual({ view, ignored: [] });
      }),
    );
  });

  it("read any search string", () => {
    fc.assert(
      fc.property(hostileText, (rubbish) => {
        const { view } = readView(timelineParams, `?group=${rubbish}&from=${rubbish}&to=${rubbish}`);
        expect(GROUPS).toContain(view.group);
        expect(["last", "fixed"]).toContain(view.range.kind);
      }),
    );
  });
});
