import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortId, shortIds } from "./format-id.ts";

const UUID = "5d4015bb-0603-4684-be15-b782015b5dec";

describe("a short id", () => {
  it("is the first 8 characters", () => {
    expect(shortId(UUID)).toBe("5d4015bb");
    expect(shortId("12345678")).toBe("12345678");
    expect(shortId("123456789")).toBe("12345678");
  });

  it("is the whole id where that is shorter", () => {
    expect(shortId("run 7")).toBe("run 7");
  });

  it("never cuts a character outside the basic plane in half", () => {
    expect(shortId("🦊".repeat(20))).toBe("🦊".repeat(8));
    expect(shortId("1234567🦊9")).toBe("1234567🦊");
  });

  it("stands for an empty id with a word", () => {
    expect(shortId("")).toBe("(empty)");
  });

  it("is a beginning of the id of at most 8 code points, whatever the id", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", minLength: 1 }), (id) => {
        expect(id.startsWith(shortId(id))).toBe(true);
        expect(Array.from(shortId(id)).length).toBe(Math.min(8, Array.from(id).length));
      }),
    );
  });

  it("takes no longer for 10 kB", () => {
    expect(shortId("x".repeat(10_000))).toBe("xxxxxxxx");
    expect(shortId("\ud83e".repeat(10_000))).toBe("\ud83e".repeat(8));
  });
});

describe("short ids on one screen", () => {
  it("are the first 8 characters where these tell them apart", () => {
    const other = "cc3e7e94-0603-4684-be15-b782015b5dec";
    expect([...shortIds([UUID, other])]).toEqual([
      [UUID, "5d4015bb"],
      [other, "cc3e7e94"],
    ]);
  });

  it("are 13 characters for those that are equal in 8, and only for those", () => {
    const twin = "5d4015bb-ffff-4684-be15-b782015b5dec";
    const other = "cc3e7e94-0603-4684-be15-b782015b5dec";
    const short = shortIds([UUID, other, twin]);
    expect([UUID, twin, other].map((id) => short.get(id))).toEqual([
      "5d4015bb-0603",
      "5d4015bb-ffff",
      "cc3e7e94",
    ]);
  });

  it("grow by the groups of a uuid until they differ", () => {
    const twin = "5d4015bb-0603-4684-ffff-b782015b5dec";
    expect([...shortIds([UUID, twin]).values()]).toEqual([
      "5d4015bb-0603-4684-be15",
      "5d4015bb-0603-4684-ffff",
    ]);
  });

  it("show both ends where the beginnings are alike for more than 13 characters", () => {
    const last = "5d4015bb-0603-4684-be15-000000000000";
    expect([...shortIds([UUID, last]).values()]).toEqual(["5d40…015b5dec", "5d40…00000000"]);
    const many = Array.from({ length: 60 }, (_, i) => `${"x".repeat(60)}-${i}`);
    expect(new Set(shortIds(many).values()).size).toBe(60);
  });

  it("do not show ends that another id is already shown by", () => {
    const ids = [0, 1].flatMap((group) => [0, 1].map((i) => `same${group}-in-thirteen-0000000${i}`));
    expect(new Set(shortIds(ids).values()).size).toBe(4);
  });

  it("do not grow for an id that is given twice", () => {
    expect([...shortIds([UUID, UUID])]).toEqual([[UUID, "5d4015bb"]]);
  });

  it("hold an id that is the beginning of another", () => {
    expect([...shortIds(["12345678", "123456789"]).values()]).toEqual(["12345678", "123456789"]);
  });

  it("give every id one entry, and different ones to ids that differ in their first 36", () => {
    const id = fc.string({ unit: fc.constantFrom("a", "b", "🦊"), minLength: 1, maxLength: 36 });
    fc.assert(
      fc.property(fc.array(id, { maxLength: 30 }), (ids) => {
        const short = shortIds(ids);
        expect(new Set(short.keys())).toEqual(new Set(ids));
        expect(new Set(short.values()).size).toBe(new Set(ids).size);
      }),
    );
  });

  it("stay ambiguous rather than grow past a uuid's length", () => {
    const ids = ["x".repeat(10_000), "x".repeat(10_001), ""];
    expect([...shortIds(ids).values()]).toEqual(["x".repeat(36), "x".repeat(36), "(empty)"]);
  });
});
