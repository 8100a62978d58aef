import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { iconSvg } from "../scripts/icon-drawings.ts";
import { ICON_NAMES } from "../src/ui/icon.tsx";

const page = readFileSync("index.html", "utf8");

describe("icons", () => {
  it("are those that the document draws, each once", () => {
    const drawn = Array.from(page.matchAll(/id="ic-(\w+)"/gu), ([, name]) => name);
    expect(new Set(drawn)).toEqual(new Set(ICON_NAMES));
    expect(new Set(drawn).size).toBe(drawn.length);
  });
});

describe("the page's mark", () => {
  it("has the shapes of its icon", () => {
    const shapes = (drawing: string) =>
      Array.from(drawing.matchAll(/<rect[^>]*? x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/gu), (found) =>
        found.slice(1).map(Number),
      );
    const [, mark = ""] = /<g id="brand">([\s\S]*?)<\/g>/u.exec(page) ?? [];
    expect(shapes(mark)).toHaveLength(4);
    expect(shapes(iconSvg())).toEqual(shapes(mark));
  });
});
