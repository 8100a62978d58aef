import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heldIn, inFewParts, isJournal, type JournalPart } from "./journal.ts";
import { createJournalCount } from "./journal-count.ts";

const part = fc
  .array(fc.tuple(fc.constantFrom("a", "b", "c", "d", "__proto__"), fc.option(fc.string())), { maxLength: 6 })
  .map((entries): JournalPart => new Map(entries));
const parts = fc.array(part, { maxLength: 8 });

describe("a journal", () => {
  it("says of each session what the newest part that names it says", () => {
    fc.assert(
      fc.property(parts, part, (before, last) => {
        const after = heldIn([...before, last]);
        for (const [id, text] of last) expect(after.get(id) ?? null).toBe(text);
        const others = [...heldIn(before)].filter(([id]) => !last.has(id));
        expect(others.filter(([id, text]) => after.get(id) !== text)).toEqual([]);
      }),
    );
  });

  it("says the same once it is written anew, and goes on as before", () => {
    fc.assert(
      fc.property(parts, parts, (before, later) => {
        const anew = inFewParts(heldIn(before));
        expect(heldIn(anew)).toEqual(heldIn(before));
        expect(heldIn([...anew, ...later])).toEqual(heldIn([...before, ...later]));
      }),
    );
  });

  it("is written anew in parts of hundreds", () => {
    const held = new Map(Array.from({ length: 450 }, (_, id) => [String(id), "text"]));
    expect(inFewParts(held).map(({ size }) => size)).toEqual([200, 200, 50]);
  });

  it.each([[[]], [[new Map()]], [[new Map<string, unknown>([["a", 7]])]]])("is %j", (value) => {
    expect(isJournal(value)).toBe(true);
  });

  it.each([[undefined], [[{}]], [[new Map([[1, "text"]])]]])("is not %j", (value) => {
    expect(isJournal(value)).toBe(false);
  });
});

describe("the count of a journal", () => {
  it("has the sessions that are in it, however it came to be", () => {
    fc.assert(
      fc.property(parts, parts, (before, later) => {
        const count = createJournalCount();
        count.begin(before);
        later.forEach(count.add);
        const held = heldIn([...before, ...later]);
        expect(count.sessions()).toBe(held.size);
        for (const id of ["a", "b", "c", "d", "__proto__"]) expect(count.has(id)).toBe(held.has(id));
      }),
    );
  });

  it("is never long right after it was written anew", () => {
    const count = createJournalCount();
    for (const sessions of [0, 1, 200, 10_000]) {
      count.begin(inFewParts(new Map(Array.from({ length: sessions }, (_, id) => [String(id), "text"]))));
      expect([count.isLong(), count.isLoose()]).toEqual([false, false]);
    }
  });

  it("is long by its text too: a session of thousands of trainings is a megabyte each time", () => {
    const count = createJournalCount();
    const text = "x".repeat(1_000_000);
    let parts = 0;
    for (; !count.isLong(); parts += 1) count.add(new Map([["a", text]]));
    // One holds, as much again and four more are past.
    expect([parts, count.isLoose()]).toEqual([7, true]);
    count.add(new Map([["a", null]]));
    expect([count.sessions(), count.isLong()]).toEqual([0, true]);
  });

  it("is long once most of it is past, and where it could not be written anew, once it is as much again", () => {
    const count = createJournalCount();
    const longAfter = () => {
      let parts = 0;
      for (; !count.isLong(); parts += 1) count.add(new Map([["a", "text"]]));
      return parts;
    };
    expect(longAfter()).toBe(101);
    count.failed();
    expect(longAfter()).toBe(100);
    count.begin([new Map([["a", "text"]])]);
    expect(longAfter()).toBe(100);
  });
});
