/** The page's mark as an icon: what a browser's tab, a home screen and a launcher show. */
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { BrandMark } from "../src/ui/brand-mark.tsx";

/** On the ground of the dark theme, as an icon stands beside others of any colour. */
const GROUND = "#151519";
const COLOURS = { currentColor: "#eeeef1", "var(--accent)": "#e579c4" } as const;

interface Shape {
  /** Of the ground's corners, of 32. */
  readonly radius: number;
  /** How wide the mark is, of 32. */
  readonly mark: number;
}

const ROUNDED: Shape = { radius: 7, mark: 22 };
/** A system cuts what shape it likes out of it: only the middle four fifths are certain to stay. */
const WHOLE: Shape = { radius: 0, mark: 17 };

/** Each picture, by its place in public/icons, and how many pixels wide it is. */
export const PICTURES = {
  "192.png": { size: 192, shape: ROUNDED },
  "512.png": { size: 512, shape: ROUNDED },
  "maskable-512.png": { size: 512, shape: WHOLE },
  // Its corners are rounded by the system that shows it.
  "apple-180.png": { size: 180, shape: { ...ROUNDED, radius: 0 } },
} as const;

/** public/icon.svg, whole; or the drawing of a picture of another size and shape. */
export function iconSvg(size = 32, { radius, mark }: Shape = ROUNDED): string {
  const drawn = renderToStaticMarkup(createElement(BrandMark, { size: mark }));
  const at = (32 - mark) / 2;
  const inside = Object.entries(COLOURS)
    .reduce((text, [from, to]) => text.replaceAll(from, to), drawn)
    .replace(/ aria-hidden="true" focusable="false"/, "")
    .replace("<svg ", `<svg x="${at}" y="${at}" `);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="${size}" height="${size}">`,
    `<rect width="32" height="32" rx="${radius}" fill="${GROUND}"/>`,
    `${inside}</svg>\n`,
  ].join("");
}
