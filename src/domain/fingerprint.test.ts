import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fingerprint, fingerprintPath } from "./fingerprint.ts";

/** Ids of the shape of uuids, a new one for each number. */
const uuid = (n: number) =>
  `${(n * 2_654_435_761).toString(16).padStart(8, "0").slice(-8)}-0603-4684-be15-b782015b5dec`;

const any = fc.string({ unit: fc.constantFrom("a", "b", "0", "-", "🦊", "\ud83e", "\u0000") });

describe("a fingerprint", () => {
  it("is 5 by 5 and the same mirrored", () => {
    fc.assert(
      fc.property(any, (id) => {
        const squares = fingerprint(id);
        expect(squares.length).toBe(25);
        for (const [i, isFilled] of squares.entries()) {
          const row = i - (i % 5);
          expect(isFilled).toBe(squares[row + 4 - (i % 5)]);
        }
      }),
    );
  });

  it("is the same for the same id, always", () => {
    expect(fingerprintPath("437c5061-f499-4bf4-b76c-8fc8e69e75be")).toBe(
      "M0 0h2v2h-2zM2 0h2v2h-2zM4 0h2v2h-2zM6 0h2v2h-2zM8 0h2v2h-2zM0 2h2v2h-2zM8 2h2v2h-2zM2 4h2v2h-2zM4 4h2v2h-2zM6 4h2v2h-2zM2 8h2v2h-2zM6 8h2v2h-2z",
    );
  });

  it("is never empty", () => {
    const empty = Array.from({ length: 100_000 }, (_, n) => String(n)).filter(
      (id) => !fingerprint(id).includes(true),
    );
    expect(empty).toEqual([]);
    for (const id of ["", "x".repeat(10_000)]) expect(fingerprint(id)).toContain(true);
  });

  it("differs for different ids, but for a few in a thousand", () => {
    const pictures = new Set(Array.from({ length: 1000 }, (_, n) => fingerprintPath(uuid(n))));
    // 32,768 pictures: about 15 of a thousand ids share one by chance.
    expect(pictures.size).toBeGreaterThan(970);
  });

  it("fills every square for about half of all ids", () => {
    const filled = Array.from({ length: 25 }, () => 0);
    for (let n = 0; n < 2000; n += 1) {
      for (const [i, isFilled] of fingerprint(uuid(n)).entries())
        if (isFilled) filled[i] = (filled[i] ?? 0) + 1;
    }
    expect(Math.min(...filled)).toBeGreaterThan(850);
    expect(Math.max(...filled)).toBeLessThan(1150);
  });
});

describe("its path", () => {
  it("draws each filled square where it is, two units wide", () => {
    fc.assert(
      fc.property(any, (id) => {
        const corners = fingerprintPath(id).matchAll(/M(\d) (\d)h2v2h-2z/g);
        const drawn = [...corners].map(([, x, y]) => Number(x) / 2 + (Number(y) / 2) * 5);
        const filled = fingerprint(id).flatMap((isFilled, i) => (isFilled ? [i] : []));
        expect(drawn).toEqual(filled);
      }),
    );
  });

  it("holds nothing but squares", () => {
    expect(fingerprintPath('"><script>')).toMatch(/^(M\d \dh2v2h-2z)+$/);
  });
});
