import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rowsAndSpace } from "./rows-in-sight.ts";

describe("rows in sight", () => {
  it("have the space of the others around them", () => {
    expect(rowsAndSpace(10, 3, 4, [])).toEqual([
      { kind: "space", key: "space 0", rows: 3 },
      { kind: "row", index: 3 },
      { kind: "row", index: 4 },
      { kind: "space", key: "space 5", rows: 5 },
    ]);
  });

  it("keep what is to be drawn wherever it is", () => {
    const rows = rowsAndSpace(1_000, 500, 510, [7, -1, 1_000]);
    expect(rows.slice(0, 3)).toEqual([
      { kind: "space", key: "space 0", rows: 7 },
      { kind: "row", index: 7 },
      { kind: "space", key: "space 8", rows: 492 },
    ]);
  });

  it("with their space are always all the rows, in order", () => {
    const place = fc.integer({ min: -50, max: 250 });
    fc.assert(
      fc.property(fc.nat(200), place, place, fc.array(place, { maxLength: 4 }), (count, a, b, kept) => {
        let next = 0;
        for (const row of rowsAndSpace(count, Math.min(a, b), Math.max(a, b), kept)) {
          // Space is never nothing, and a row is the one that comes next.
          expect(row.kind === "row" ? row.index : row.rows).toBeGreaterThanOrEqual(
            row.kind === "row" ? next : 1,
          );
          next = row.kind === "row" ? row.index + 1 : next + row.rows;
        }
        expect(next).toBe(count);
      }),
    );
  });
});
