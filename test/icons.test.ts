import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { iconSvg } from "../scripts/icon-drawings.ts";
import type { IconName } from "../src/ui/icon.tsx";

/** The type holds it to all names. */
const NAMES: Record<IconName, true> = {
  down: true,
  copy: true,
  temp: true,
  rack: true,
  pause: true,
  play: true,
  refresh: true,
  cloud: true,
  sun: true,
  moon: true,
  auto: true,
  hash: true,
  search: true,
  sort: true,
  clock: true,
  link: true,
  filter: true,
  close: true,
  check: true,
  warn: true,
  info: true,
  question: true,
  key: true,
  settings: true,
  demo: true,
  gateway: true,
  eye: true,
  shield: true,
  offline: true,
  next: true,
  open: true,
  braces: true,
  minus: true,
  plus: true,
};

const drawn = () =>
  Array.from(readFileSync("index.html", "utf8").matchAll(/id="ic-(\w+)"/gu), ([, name]) => name);

describe("icons", () => {
  it("are those that the document draws, each once", () => {
    expect(new Set(drawn())).toEqual(new Set(Object.keys(NAMES)));
    expect(new Set(drawn()).size).toBe(drawn().length);
  });
});

describe("the page's mark", () => {
  it("has the shapes of its icon", () => {
    const shapes = (drawing: string) =>
      Array.from(drawing.matchAll(/<rect[^>]*? x="([\d.]+)" y="([\d.]+)" width="([\d.]+)"/gu), (found) =>
        found.slice(1).map(Number),
      );
    const [, mark = ""] = /<g id="brand">([\s\S]*?)<\/g>/u.exec(readFileSync("index.html", "utf8")) ?? [];
    expect(shapes(mark)).toHaveLength(4);
    expect(shapes(iconSvg())).toEqual(shapes(mark));
  });
});
