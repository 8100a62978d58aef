import { memo } from "react";

/** The pictures in index.html, as `#ic-` and their name. A style sheet's picture would be a document of its own to the browser. */
export const ICON_NAMES = [
  "down",
  "copy",
  "temp",
  "rack",
  "pause",
  "play",
  "refresh",
  "cloud",
  "sun",
  "moon",
  "auto",
  "hash",
  "search",
  "sort",
  "clock",
  "link",
  "filter",
  "close",
  "check",
  "warn",
  "info",
  "question",
  "key",
  "settings",
  "demo",
  "gateway",
  "eye",
  "shield",
  "offline",
  "next",
  "open",
  "braces",
  "minus",
  "plus",
] as const;
export type IconName = (typeof ICON_NAMES)[number];

interface IconProps {
  readonly name: IconName;
  /** Edge in CSS px. Left out, the style sheet of the place decides (16, or 14 in buttons, chips and fields). */
  readonly size?: number | undefined;
}

/** A picture beside words: hidden from assistive technology, so the words must stand without it. */
export const Icon = memo(({ name, size }: IconProps) => (
  <svg
    className="ic"
    viewBox="0 0 16 16"
    aria-hidden="true"
    style={size === undefined ? undefined : { width: size, height: size }}
  >
    <use href={`#ic-${name}`} />
  </svg>
));
