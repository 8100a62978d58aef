import type { ReactNode } from "react";

/** The pictures in src/styles/icons.css. */
export type IconName =
  | "down"
  | "copy"
  | "temp"
  | "rack"
  | "pause"
  | "play"
  | "refresh"
  | "cloud"
  | "sun"
  | "moon"
  | "auto"
  | "hash"
  | "search"
  | "sort"
  | "clock"
  | "link"
  | "filter"
  | "close"
  | "check"
  | "warn"
  | "info"
  | "question"
  | "key"
  | "settings"
  | "demo"
  | "gateway";

type IconProps = {
  /** Edge in CSS px. Left out, the style sheet of the place decides (16, or 14 in buttons, chips and fields). */
  readonly size?: number | undefined;
} & (
  | { readonly name: IconName }
  /** What is drawn in this place alone, on a 16 px grid with a 1.5 px stroke in the colour of the text. */
  | { readonly drawing: ReactNode }
);

/** A picture beside words: hidden from assistive technology, so the words must stand without it. */
export function Icon({ size, ...picture }: IconProps) {
  const style = size === undefined ? undefined : { width: size, height: size };
  if ("name" in picture) return <i className={`ic ic-${picture.name}`} aria-hidden="true" style={style} />;
  return (
    <svg className="ic" viewBox="0 0 16 16" aria-hidden="true" focusable="false" style={style}>
      {picture.drawing}
    </svg>
  );
}
