import { useEffect } from "react";
import type { TabIcon } from "../domain/tab-signs.ts";

const GROUND = '<rect width="32" height="32" rx="7" fill="#151519"/>';
const NOW = '<rect x="25" y="4" width="3" height="24" rx="1.5" fill="#e579c4"/>';
const line = (path: string, color: string, width: number) =>
  `<path d="${path}" fill="none" stroke="${color}" stroke-width="${width}" stroke-linecap="round"/>`;
const disc = (x: number, y: number, r: number, color: string) =>
  `<circle cx="${x}" cy="${y}" r="${r}" fill="${color}"/>`;
const picture = (...shapes: readonly string[]) =>
  `data:image/svg+xml,${encodeURIComponent(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${shapes.join("")}</svg>`)}`;

/** Told apart by shape. They hold their drawings, as the one that says the network is gone cannot come by network. */
const ICONS = {
  /** The page's own, as in index.html. */
  idle: "/icon.svg",
  /** An open ring with a dot, before the line of now. */
  running: picture(
    GROUND,
    line("M17.2 9A8 8 0 1 0 20.5 16", "#6ba6f8", 3.6),
    disc(12.5, 16, 3.7, "#6ba6f8"),
    NOW,
  ),
  /** A solid square with a cross. */
  failed: picture(
    '<rect width="32" height="32" rx="7" fill="#c92a0e"/>',
    line("m9 9 14 14M23 9 9 23", "#fff", 4.6),
  ),
  /** An outline with an exclamation mark: there is no now. */
  trouble: picture(
    '<rect x="1.5" y="1.5" width="29" height="29" rx="6" fill="#fff" stroke="#717078" stroke-width="3"/>',
    line("M16 8v9.5", "#4f4f57", 4.4),
    disc(16, 23.6, 2.6, "#4f4f57"),
  ),
} as const satisfies Record<TabIcon, string>;

/** Shows one of the pictures in the browser's tab, the page's own once it is left. An effect, because the icon is the document's. */
export function useFavicon(icon: TabIcon): void {
  useEffect(() => show(icon), [icon]);
  useEffect(() => () => show("idle"), []);
}

function show(icon: TabIcon): void {
  const link = document.querySelector('link[rel="icon"]');
  if (!(link instanceof HTMLLinkElement) || link.dataset["shows"] === icon) return;
  link.href = ICONS[icon];
  link.dataset["shows"] = icon;
}
