/** The page's mark as an icon: what a browser's tab, a home screen and a launcher show. */

/** On the ground of the dark theme, as an icon stands beside others of any colour. */
const GROUND = "#151519";

/** Three bars that reach for now, on 20 px; the page draws the same (`#brand` in index.html). */
const BARS = [
  { x: 8, y: 2.5, width: 7.5 },
  { x: 1.5, y: 8.5, width: 14 },
  { x: 5, y: 14.5, width: 10.5 },
].map(({ x, y, width }) => `<rect x="${x}" y="${y}" width="${width}" height="3" rx="1"></rect>`);
const NOW = '<rect x="16.5" y="0.5" width="2" height="19" rx="1" fill="#e579c4"></rect>';

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
  const at = (32 - mark) / 2;
  const inside = `<svg x="${at}" y="${at}" viewBox="0 0 20 20" width="${mark}" height="${mark}"><g fill="#eeeef1">${BARS.join("")}</g>${NOW}</svg>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" width="${size}" height="${size}">`,
    `<rect width="32" height="32" rx="${radius}" fill="${GROUND}"/>`,
    `${inside}</svg>\n`,
  ].join("");
}
