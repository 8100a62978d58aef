import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clipText, visibleText } from "./visible-text.ts";

describe("text of unknown origin", () => {
  it("stays as it is where everything in it can be seen", () => {
    for (const text of ["5d4015bb", "Zoë ☃ 日本語 عربي", "👩‍🚀".replace("\u200d", "")])
      expect(visibleText(text)).toBe(text);
  });

  it("shows controls as their pictures", () => {
    expect(visibleText("a\u0000b\nc\u007f")).toBe("a␀b␊c␡");
  });

  it("shows what would reorder or hide text by its code point", () => {
    expect(visibleText("\u202egnp.exe")).toBe("⟨U+202E⟩gnp.exe");
    expect(visibleText("a\u200bb\ufeff")).toBe("a⟨U+200B⟩b⟨U+FEFF⟩");
    expect(visibleText("\u{e0041}")).toBe("⟨U+E0041⟩");
  });

  it("replaces half of a pair, and leaves whole pairs alone", () => {
    expect(visibleText("x\ud800y")).toBe("x�y");
    expect(visibleText("😀")).toBe("😀");
  });

  it("leaves nothing invisible, whatever comes", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        const shown = visibleText(text);
        expect(shown).not.toMatch(/[\p{Cc}\p{Cs}\p{Bidi_Control}]/u);
        expect(visibleText(shown)).toBe(shown);
      }),
    );
  });
});

describe("clipping", () => {
  it("marks what it leaves out, and cuts no character in two", () => {
    expect(clipText("abcdef", 3)).toBe("abc…");
    expect(clipText("😀😀😀", 2)).toBe("😀😀…");
  });

  it("leaves text that fits", () => {
    expect(clipText("abc", 3)).toBe("abc");
    expect(clipText("😀😀😀", 3)).toBe("😀😀😀");
  });
});
