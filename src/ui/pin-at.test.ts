import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowPlaces } from "./row-places.ts";
import { pinAt } from "./pin-at.ts";

/** Rows written `H` for a head of 32 px, `r` for a row of 20 under it, `-` for one of 20 under none. */
function laid(rows: string) {
  let head = -1;
  const heads = Array.from(rows).map((row, i) => {
    if (row === "H") head = i;
    else if (row === "-") head = -1;
    return head;
  });
  const places = rowPlaces(rows.length, (i) => (rows[i] === "H" ? 32 : 20));
  return { heads, places, at: (top: number) => pinAt(places, (i) => heads[i] ?? -1, top) };
}

describe("the head at the top of the view", () => {
  it.each([
    { rows: "HrrHr", top: 0, pin: undefined, why: "it stands there by itself" },
    { rows: "HrrHr", top: 10, pin: { head: 0, by: 10 }, why: "its rows are there" },
    { rows: "HrrHr", top: 40, pin: { head: 0, by: 40 }, why: "the next head is just below it" },
    { rows: "HrrHr", top: 60, pin: { head: 0, by: 40 }, why: "the next head pushes it" },
    { rows: "HrrHr", top: 72, pin: undefined, why: "the next head is there" },
    { rows: "HrrHr", top: 82, pin: { head: 3, by: 10 }, why: "the next group is there" },
    { rows: "Hr-", top: 45, pin: { head: 0, by: 20 }, why: "a row of no group pushes it as well" },
    { rows: "Hr-", top: 60, pin: undefined, why: "the row at the top has none" },
    { rows: "Hr", top: 51, pin: { head: 0, by: 20 }, why: "so does the end of the list" },
    { rows: "HH", top: 5, pin: undefined, why: "a folded group has no rows" },
    { rows: "rr", top: 5, pin: undefined, why: "there are none" },
    { rows: "", top: 0, pin: undefined, why: "there are no rows" },
  ])("of $rows at $top px: $why", ({ rows, top, pin }) => {
    expect(laid(rows).at(top)).toEqual(pin);
  });

  const lists = fc.array(fc.constantFrom("H", "r", "-"), { minLength: 1, maxLength: 40 });
  const places = fc.tuple(lists, fc.nat(900)).map(([list, at]) => {
    const laidOut = laid(list.join(""));
    const end = laidOut.places.start(laidOut.places.count);
    return { ...laidOut, top: at % end };
  });
  /** Of the rows after a head's own: the first that is none of them. */
  const afterGroup = (heads: readonly number[], head: number) => {
    const after = heads.findIndex((of, i) => i > head && of !== head);
    return after < 0 ? heads.length : after;
  };

  it("is that of the row there, and covers no row of another group", () => {
    fc.assert(
      fc.property(places, ({ heads, places: all, at, top }) => {
        const pin = at(top);
        fc.pre(pin !== undefined);
        expect(pin.head).toBe(heads[all.at(top)]);
        const height = all.start(pin.head + 1) - all.start(pin.head);
        const start = all.start(pin.head) + pin.by;
        expect(start).toBeLessThanOrEqual(top);
        expect(start + height).toBeLessThanOrEqual(all.start(afterGroup(heads, pin.head)));
      }),
    );
  });

  it("is there wherever rows of a group are that it does not stand above", () => {
    fc.assert(
      fc.property(places, ({ heads, places: all, at, top }) => {
        const head = heads[all.at(top)] ?? -1;
        fc.pre(head >= 0 && all.start(head) < top && afterGroup(heads, head) > head + 1);
        expect(at(top)?.head).toBe(head);
      }),
    );
  });
});
