import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ENDED_CHOICES, LOCATION_KINDS, NO_FILTER } from "../domain/filter.ts";
import { GROUPS } from "../domain/group.ts";
import { LIVE_ACTIVITIES } from "../domain/session-facts.ts";
import { SORTS } from "../domain/sort.ts";
import { hostileText } from "../domain/text-fixture.ts";
import { RANGE_ORDER, type TimeRange } from "../domain/time-range.ts";
import { toWellFormed } from "../domain/well-formed.ts";
import { listParams, type ListView } from "./list-params.ts";
import { readView, writeView } from "./view.ts";

const DEFAULT: ListView = {
  ...NO_FILTER,
  sort: "-started",
  group: "none",
  open: [],
  folded: [],
  range: { kind: "last", name: "3h" },
  paused: false,
};

const FROM = Date.UTC(2026, 10, 23, 12);
const TO = FROM + 90_500;

describe("the parameters of the list", () => {
  it("have the documented defaults", () => {
    expect(readView(listParams, "")).toEqual({ view: DEFAULT, ignored: [] });
  });

  it("are all read", () => {
    const search =
      "?ids=a,b&q=x+y&state=running,failed&location=temporary&launcher=l&model=m,n&sort=trainings&group=model" +
      "&ended=only&open=a&folded=persistent:l,ended&from=2026-11-23T12:00:00Z&to=2026-11-23T12:01:30.500Z&paused=1";
    expect(readView(listParams, search)).toEqual({
      view: {
        ids: ["a", "b"],
        q: "x y",
        state: ["running", "failed"],
        location: ["temporary"],
        launcher: ["l"],
        model: ["m", "n"],
        sort: "trainings",
        group: "model",
        ended: "only",
        open: ["a"],
        folded: ["persistent:l", "ended"],
        range: { kind: "fixed", from: FROM, to: TO },
        paused: true,
      },
      ignored: [],
    });
  });

  it("are written in the documented order", () => {
    const view: ListView = {
      paused: true,
      range: { kind: "fixed", from: FROM, to: TO },
      folded: ["temporary"],
      open: ["a"],
      ended: "hide",
      group: "launcher",
      sort: "activity",
      model: ["m"],
      launcher: ["l"],
      location: ["persistent"],
      state: ["idle"],
      q: "t",
      ids: ["i"],
    };
    expect(writeView(listParams, "", view)).toBe(
      "?ids=i&q=t&state=idle&location=persistent&launcher=l&model=m&sort=activity&group=launcher&ended=hide&open=a&folded=temporary" +
        "&from=2026-11-23T12:00:00Z&to=2026-11-23T12:01:30.500Z&paused=1",
    );
  });

  it("fall back to their defaults for rubbish, and say so", () => {
    const search =
      "?state=ended&location=moon&sort=foo&group=ids&ended=no&range=2h&from=yesterday&to=today&paused=0&key=secret";
    expect(readView(listParams, search)).toEqual({
      view: DEFAULT,
      ignored: [
        "state=ended",
        "location=moon",
        "sort=foo",
        "group=ids",
        "ended=no",
        "range=2h",
        "from=yesterday",
        "to=today",
        "paused=0",
      ],
    });
  });

  it("ask for nothing when they are given empty, where empty has a meaning", () => {
    expect(readView(listParams, "?ids=&q=&state=&location=&launcher=&model=&open=&folded=")).toEqual({
      view: DEFAULT,
      ignored: [],
    });
  });

  it("hold hundreds of ids in a link of many thousand characters", () => {
    const ids = Array.from({ length: 500 }, (_, i) =>
      `${i}`.padStart(8, "0").concat("-a03c-4bc6-83ab-79340ef165ce"),
    );
    const search = writeView(listParams, "", { ids, open: ids });
    expect(search.length).toBeGreaterThan(30_000);
    expect(readView(listParams, search).view).toEqual({ ...DEFAULT, ids, open: ids });
  });

  const ids = fc.uniqueArray(hostileText.map(toWellFormed), { maxLength: 4 });
  const instants = fc.tuple(fc.nat(4e12), fc.integer({ min: 1, max: 1e9 }));
  const ranges: fc.Arbitrary<TimeRange> = fc.oneof(
    fc.constantFrom(...RANGE_ORDER).map((name) => ({ kind: "last" as const, name })),
    instants.map(([from, length]) => ({ kind: "fixed" as const, from, to: from + length })),
  );
  const views: fc.Arbitrary<ListView> = fc.record({
    ids,
    q: hostileText.map(toWellFormed),
    state: fc.subarray([...LIVE_ACTIVITIES]),
    location: fc.subarray([...LOCATION_KINDS]),
    launcher: ids,
    model: ids,
    sort: fc.constantFrom(...SORTS),
    group: fc.constantFrom(...GROUPS),
    ended: fc.constantFrom(...ENDED_CHOICES),
    open: ids,
    folded: ids,
    range: ranges,
    paused: fc.boolean(),
  });

  it("bring any view through a link unchanged", () => {
    fc.assert(
      fc.property(views, (view) => {
        const { search } = new URL(`http://localhost/${writeView(listParams, "", view)}`);
        expect(readView(listParams, search)).toEqual({ view, ignored: [] });
      }),
    );
  });
});
