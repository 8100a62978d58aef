import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hostileText } from "../domain/text-fixture.ts";
import { flag, oneOf, text } from "./codec.ts";
import { idList } from "./list-codec.ts";
import { readView, single, writeView, type Params } from "./view.ts";

interface Pizza {
  readonly size: "small" | "large";
  readonly on: readonly string[];
  readonly note: string;
  readonly hot: boolean;
}

const params: Params<Pizza> = {
  size: single("size", oneOf<Pizza["size"]>(["small", "large"], "small")),
  on: single("on", idList),
  note: single("note", text),
  hot: single("hot", flag),
};

const PLAIN: Pizza = { size: "small", on: [], note: "", hot: false };

describe("readView", () => {
  it("is the default where nothing is said", () => {
    expect(readView(params, "")).toEqual({ view: PLAIN, ignored: [] });
    expect(readView(params, "?utm=1&__proto__=x")).toEqual({ view: PLAIN, ignored: [] });
  });

  it("reads each parameter by its codec", () => {
    expect(readView(params, "?hot=1&on=a,b%252Cc&note=x+y&size=large").view).toEqual({
      size: "large",
      on: ["a", "b,c"],
      note: "x y",
      hot: true,
    });
  });

  it("falls back to the default for what is invalid and names it in the order of the URL", () => {
    expect(readView(params, "?hot=yes&size=huge&note=ok")).toEqual({
      view: { ...PLAIN, note: "ok" },
      ignored: ["hot=yes", "size=huge"],
    });
  });

  it("takes the first of a repeated parameter and names the others", () => {
    expect(readView(params, "?note=a&note=b&size=huge&size=large")).toEqual({
      view: { ...PLAIN, note: "a" },
      ignored: ["note=b", "size=huge", "size=large"],
    });
  });

  it("clips a long value in the notice without cutting a character in half", () => {
    const [notice = ""] = readView(params, `?size=${encodeURIComponent("😀".repeat(5_000))}`).ignored;
    expect(notice).toBe(`size=${"😀".repeat(60)}…`);
    expect(readView(params, `?size=${"x".repeat(60)}`).ignored).toEqual([`size=${"x".repeat(60)}`]);
  });

  it("reads any search at all", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.constantFrom("size", "on", "hot", "x"), hostileText)), (pairs) => {
        const search = pairs.map(([name, value]) => `${name}=${value}`).join("&");
        const { view } = readView(params, search);
        expect(["small", "large"]).toContain(view.size);
        expect(Array.isArray(view.on)).toBe(true);
      }),
    );
  });
});

describe("writeView", () => {
  it("leaves defaults out and lists the rest in one order", () => {
    expect(writeView(params, "", {})).toBe("");
    expect(writeView(params, "", PLAIN)).toBe("");
    expect(writeView(params, "", { hot: true, on: ["a", "b"], size: "large" })).toBe(
      "?size=large&on=a,b&hot=1",
    );
  });

  it("changes what it is told to and keeps the rest of the view", () => {
    expect(writeView(params, "?hot=1&size=large", { note: "thin" })).toBe("?size=large&note=thin&hot=1");
    expect(writeView(params, "?hot=1&size=large", { hot: false })).toBe("?size=large");
  });

  it("keeps what is not its own byte for byte and in place", () => {
    const search = "?utm=a+b%2c&hot=1&%7Ex=%zz&flag&note=n&z=é";
    expect(writeView(params, search, { size: "large" })).toBe(
      "?utm=a+b%2c&size=large&note=n&hot=1&%7Ex=%zz&flag&z=é",
    );
    expect(writeView(params, "?utm=1", { hot: true })).toBe("?utm=1&hot=1");
    expect(writeView(params, "?utm=1&hot=1", { hot: false })).toBe("?utm=1");
  });

  it("drops what was invalid or repeated", () => {
    expect(writeView(params, "?size=huge&note=a&note=b", {})).toBe("?note=a");
  });

  const pizzas: fc.Arbitrary<Pizza> = fc.record({
    size: fc.constantFrom("small", "large"),
    on: fc.uniqueArray(hostileText.map((value) => value.replace(/\p{Surrogate}/gu, "?"))),
    note: hostileText.map((value) => value.replace(/\p{Surrogate}/gu, "?")),
    hot: fc.boolean(),
  });

  it("writes what is read back the same, whatever stood there before", () => {
    fc.assert(
      fc.property(pizzas, pizzas, (before, after) => {
        const search = writeView(params, `?utm=1&${writeView(params, "", before).slice(1)}&y=2`, after);
        expect(readView(params, search)).toEqual({ view: after, ignored: [] });
      }),
    );
  });

  it("has one spelling for one view", () => {
    fc.assert(
      fc.property(pizzas, (pizza) => {
        const search = writeView(params, "", pizza);
        expect(writeView(params, search, {})).toBe(search);
        expect(writeView(params, search, pizza)).toBe(search);
      }),
    );
  });

  it("keeps the bytes of any other parameter", () => {
    const foreign = fc
      .tuple(fc.constantFrom("utm", "a.b", "%20x", "é"), hostileText)
      .map(([name, value]) => `${name}=${value.replace(/[&#]/g, "")}`);
    fc.assert(
      fc.property(fc.array(foreign, { minLength: 1 }), (others) => {
        const search = `?${others.join("&")}`;
        expect(writeView(params, search, {})).toBe(search);
        expect(writeView(params, search, { hot: true })).toBe(`${search}&hot=1`);
      }),
    );
  });
});
