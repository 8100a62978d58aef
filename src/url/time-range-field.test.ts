import { describe, expect, it } from "vitest";
import { RANGE_ORDER, type TimeRange } from "../domain/time-range.ts";
import { timeRangeField } from "./time-range-field.ts";
import { readView, writeView } from "./view.ts";

const DEFAULT_RANGE: TimeRange = { kind: "last", name: "3h" };
const params = { range: timeRangeField("3h") };
const read = (search: string) => readView(params, search);
const write = (range: TimeRange, search = "") => writeView(params, search, { range });

const FROM = "from=2026-11-23T12:00:00Z";
const TO = "to=2026-11-23T13:00:00Z";
const fixed: TimeRange = {
  kind: "fixed",
  from: Date.UTC(2026, 10, 23, 12),
  to: Date.UTC(2026, 10, 23, 13),
};

describe("the time range of a link", () => {
  it.each(RANGE_ORDER)("is the last %s when the link says so", (name) => {
    const range: TimeRange = { kind: "last", name };
    expect(read(`?range=${name}`)).toEqual({ view: { range }, ignored: [] });
    expect(read(write(range)).view.range).toEqual(range);
  });

  it("leaves the URL when it is the default", () => {
    expect(write(DEFAULT_RANGE, "?range=1h")).toBe("");
  });

  it("is fixed by from and to together, in either order of the link", () => {
    expect(read(`?${FROM}&${TO}`)).toEqual({ view: { range: fixed }, ignored: [] });
    expect(read(`?${TO}&${FROM}`)).toEqual({ view: { range: fixed }, ignored: [] });
    expect(write(fixed)).toBe(`?${FROM}&${TO}`);
  });

  it.each([
    ["from stands alone", `?${FROM}`, [FROM]],
    ["to stands alone", `?${TO}`, [TO]],
    ["one of them is no instant", `?${FROM}&to=later`, [FROM, "to=later"]],
    ["one of them is empty", `?from=&${TO}`, ["from=", TO]],
    ["they are equal", `?${FROM}&${FROM.replace("from", "to")}`, [FROM, FROM.replace("from", "to")]],
    [
      "they are the wrong way round",
      `?${TO.replace("to", "from")}&${FROM.replace("from", "to")}`,
      [TO.replace("to", "from"), FROM.replace("from", "to")],
    ],
  ])("ignores from and to when %s", (_, search, ignored) => {
    expect(read(search)).toEqual({ view: { range: DEFAULT_RANGE }, ignored });
  });

  it("goes by range where from and to do not count", () => {
    expect(read(`?range=1h&${FROM}`)).toEqual({
      view: { range: { kind: "last", name: "1h" } },
      ignored: [FROM],
    });
  });

  it("goes by from and to where a link gives range as well", () => {
    expect(read(`?range=1h&${FROM}&${TO}`)).toEqual({ view: { range: fixed }, ignored: ["range=1h"] });
  });

  it("is written one way at a time", () => {
    expect(write(fixed, "?range=1h")).toBe(`?${FROM}&${TO}`);
    expect(write({ kind: "last", name: "all" }, `?${FROM}&${TO}`)).toBe("?range=all");
  });

  it.each([
    [Number.NaN, 1],
    [2, 1],
    [0.5, 1],
    [0, Number.POSITIVE_INFINITY],
  ])("writes nothing for what no link can say: %s to %s", (from, to) => {
    expect(write({ kind: "fixed", from, to })).toBe("");
  });
});
