import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "../domain/text-fixture.ts";
import { toWellFormed } from "../domain/well-formed.ts";
import { percentEncode, splitQuery, writeSegment } from "./query.ts";

describe("splitQuery", () => {
  it("reads names and values as browsers do, and keeps the bytes", () => {
    expect(splitQuery("?a=1&b=x+y%20z&&c&=v&d=1=2&%61b=%C3%A9")).toEqual([
      { raw: "a=1", name: "a", value: "1" },
      { raw: "b=x+y%20z", name: "b", value: "x y z" },
      { raw: "c", name: "c", value: "" },
      { raw: "=v", name: "", value: "v" },
      { raw: "d=1=2", name: "d", value: "1=2" },
      { raw: "%61b=%C3%A9", name: "ab", value: "é" },
    ]);
  });

  it("takes the search with or without its question mark, and only the first of them", () => {
    expect(splitQuery("a=1")).toEqual(splitQuery("?a=1"));
    expect(splitQuery("??a=1")).toEqual([{ raw: "?a=1", name: "?a", value: "1" }]);
    expect(splitQuery("?")).toEqual([]);
  });

  it("reads any search the way URLSearchParams does", () => {
    fc.assert(
      fc.property(hostileText, (search) => {
        const pairs = splitQuery(`?${search}`).map(({ name, value }) => [name, value]);
        expect(pairs).toEqual([...new URLSearchParams(`?${search}`)]);
      }),
    );
  });
});

describe("writeSegment", () => {
  it("is read back as it was written", () => {
    fc.assert(
      fc.property(hostileText.map(toWellFormed), (value) => {
        expect(splitQuery(`?${writeSegment("q", value)}`)).toMatchObject([{ name: "q", value }]);
      }),
    );
  });

  it("stays what it is when a browser makes it part of an address", () => {
    fc.assert(
      fc.property(hostileText.map(toWellFormed), (value) => {
        const search = `?${writeSegment("q", value)}`;
        expect(new URL(`http://localhost/${search}`).search).toBe(search);
      }),
    );
  });

  it("keeps commas and colons readable and encodes what ends a link in a text", () => {
    expect(writeSegment("from", "2026-11-23T12:00:00Z")).toBe("from=2026-11-23T12:00:00Z");
    expect(writeSegment("ids", "a,b")).toBe("ids=a,b");
    expect(writeSegment("q", "(a) 'b' *!")).toBe("q=%28a%29%20%27b%27%20%2A%21");
  });
});

describe("percentEncode", () => {
  it("is undone by decodeURIComponent", () => {
    fc.assert(
      fc.property(hostileText.map(toWellFormed), (value) => {
        expect(decodeURIComponent(percentEncode(value))).toBe(value);
      }),
    );
  });
});
