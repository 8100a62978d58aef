import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readIds } from "./paste.ts";
import { hostileText } from "./text-fixture.ts";

const A = "ee8b127e-a03c-4bc6-83ab-79340ef165ce";
const B = "c005bc29-9827-42a4-81d8-def3f3749117";

describe("a paste that holds UUIDs", () => {
  it("gives those and nothing else, in the order of their first mention", () => {
    expect(readIds(`2026-11-23 12:00 WARN session=${B} (was ${A}): lost ${B}`, [])).toEqual([B, A]);
  });

  it("finds them in links, percent-encoded ones too", () => {
    expect(readIds(`http://127.0.0.1:4173/?ids=${A}%2C${B}&open=${A}#x`, [])).toEqual([A, B]);
    expect(readIds(`http://127.0.0.1:4173/sessions/${A}?tab=raw`, [])).toEqual([A]);
  });

  it("finds them glued to other text and in any case, as they are typed", () => {
    expect(readIds(`id_${A}_x${B.toUpperCase()}.log`, [])).toEqual([A, B.toUpperCase()]);
  });

  it("does not take what only looks like one", () => {
    expect(readIds("ee8b127e-a03c-4bc6-83ab-79340ef165c", [])).toEqual([
      "ee8b127e-a03c-4bc6-83ab-79340ef165c",
    ]);
  });
});

describe("a paste without UUIDs", () => {
  it("is split at white space, commas, semicolons, quotes and brackets", () => {
    expect(readIds(`a,b;c\td\r\ne "f" 'g' \`h\` “i” ‘j’ «k» (l) [m] {n} <o>\u00a0p,,;; q`, [])).toEqual(
      "abcdefghijklmnopq".split(""),
    );
  });

  it("leaves every other character in the id", () => {
    expect(readIds("job/7:α-β_γ.δ %20 a=b 😀 __proto__", [])).toEqual([
      "job/7:α-β_γ.δ",
      "%20",
      "a=b",
      "😀",
      "__proto__",
    ]);
  });

  it("drops duplicates", () => {
    expect(readIds("x y x y", [])).toEqual(["x", "y"]);
  });

  it.each(["", "  \n ", ",;[]()"])("holds no id in %j", (text) => {
    expect(readIds(text, [A])).toEqual([]);
  });
});

describe("the beginning of an id", () => {
  it("becomes the one known id it begins", () => {
    expect(readIds("ee8b c005bc29", [A, B])).toEqual([A, B]);
  });

  it("stays as typed below 4 characters", () => {
    expect(readIds("ee8", [A])).toEqual(["ee8"]);
    expect(readIds("😀😀😀", ["😀😀😀😀"])).toEqual(["😀😀😀"]);
    expect(readIds("😀😀😀😀", ["😀😀😀😀😀"])).toEqual(["😀😀😀😀😀"]);
  });

  it("stays as typed when several known ids begin with it, even if one of them is it", () => {
    expect(readIds("job-1", ["job-10", "job-11"])).toEqual(["job-1"]);
    expect(readIds("job-1", ["job-1", "job-10"])).toEqual(["job-1"]);
  });

  it("stays as typed when no known id begins with it", () => {
    expect(readIds("8b127e nobody EE8B", [A])).toEqual(["8b127e", "nobody", "EE8B"]);
  });

  it("drops as a duplicate of the id it stands for", () => {
    expect(readIds("job-7 job-77", ["job-77"])).toEqual(["job-77"]);
  });

  it("is not ambiguous because an id is known twice", () => {
    expect(readIds("ee8b", [A, A])).toEqual([A]);
  });

  it("also completes a UUID that begins a longer id", () => {
    expect(readIds(A, [`${A}-worker`, B])).toEqual([`${A}-worker`]);
  });
});

describe("readIds", () => {
  const piece = fc.stringMatching(/^[ab]{1,6}$/);

  it("agrees with looking at every known id in turn", () => {
    fc.assert(
      fc.property(fc.array(piece), fc.array(piece), (pieces, known) => {
        const complete = (typed: string) => {
          const begun = [...new Set(known)].filter((id) => id.startsWith(typed));
          return typed.length >= 4 && begun.length === 1 ? (begun[0] ?? typed) : typed;
        };
        expect(readIds(pieces.join(" "), known)).toEqual([...new Set(pieces.map(complete))]);
      }),
    );
  });

  it("reads any text, and its own result again to the same", () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const once = readIds(text, []);
        expect(readIds(once.join("\n"), [])).toEqual(once);
      }),
    );
  });

  it("reads 50,000 pieces against 50,000 known ids, which each with each would not finish in time", () => {
    const known = Array.from({ length: 50_000 }, (_, i) => `session-${String(i).padStart(6, "0")}-x`);
    const text = known.map((id) => id.slice(0, -2)).join("\n");
    expect(readIds(text, known)).toEqual(known);
  });
});
