import type { ReactNode } from "react";

/**
 * The icons of the first view, and those of several places: a part that is fetched later draws its own. All are drawn on a
 * 16 px grid with a 1.5 px stroke in the colour of the text.
 */
const ICONS = {
  chev: <path d="m6 4 4 4-4 4" />,
  down: <path d="m4 6 4 4 4-4" />,
  copy: (
    <>
      <rect x="5.5" y="5.5" width="8" height="8" rx="1.5" />
      <path d="M10.5 5.5V4A1.5 1.5 0 0 0 9 2.5H4A1.5 1.5 0 0 0 2.5 4v5A1.5 1.5 0 0 0 4 10.5h1.5" />
    </>
  ),
  temp: (
    <>
      <rect x="2.75" y="4.25" width="10.5" height="7.5" rx="1.25" strokeDasharray="2.2 1.7" />
      <path d="M5.25 8h.01" />
    </>
  ),
  rack: (
    <>
      <rect x="2.5" y="3" width="11" height="4.25" rx="1" />
      <rect x="2.5" y="8.75" width="11" height="4.25" rx="1" />
      <path d="M5 5.1h.01M5 10.9h.01" />
    </>
  ),
  pause: <path d="M5.75 4v8M10.25 4v8" />,
  play: <path d="M5.5 3.75v8.5L12 8Z" />,
  refresh: <path d="M13 8a5 5 0 1 1-1.6-3.65M13 2.5v2.75h-2.75" />,
  cloud: <path d="M4.75 12.25a2.75 2.75 0 0 1-.3-5.48 3.75 3.75 0 0 1 7.2.73 2.4 2.4 0 0 1-.15 4.75Z" />,
  sun: (
    <>
      <circle cx="8" cy="8" r="2.75" />
      <path d="M8 1.75v1M8 13.25v1M1.75 8h1M13.25 8h1M3.6 3.6l.7.7M11.7 11.7l.7.7M12.4 3.6l-.7.7M4.3 11.7l-.7.7" />
    </>
  ),
  moon: <path d="M13.25 9.6A5.6 5.6 0 0 1 6.4 2.75a5.6 5.6 0 1 0 6.85 6.85Z" />,
  auto: (
    <>
      <circle cx="8" cy="8" r="5.25" />
      <path d="M8 2.75a5.25 5.25 0 0 1 0 10.5Z" fill="currentColor" />
    </>
  ),
  hash: <path d="M6.5 2.5 5 13.5M11 2.5 9.5 13.5M3 6h10.5M2.5 10H13" />,
  search: (
    <>
      <circle cx="7" cy="7" r="4.25" />
      <path d="m10.25 10.25 3.25 3.25" />
    </>
  ),
  sort: <path d="M3 4.5h10M3 8h7M3 11.5h4" />,
  clock: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 5v3.25l2 1.25" />
    </>
  ),
  link: (
    <path d="M6.75 9.25a2.6 2.6 0 0 0 3.7 0l2.3-2.3a2.6 2.6 0 0 0-3.7-3.7l-.8.8M9.25 6.75a2.6 2.6 0 0 0-3.7 0l-2.3 2.3a2.6 2.6 0 0 0 3.7 3.7l.8-.8" />
  ),
  filter: <path d="M2.5 4.5h11M4.5 8h7M6.5 11.5h3" />,
  eye: (
    <>
      <path d="M1.75 8S4 3.75 8 3.75 14.25 8 14.25 8 12 12.25 8 12.25 1.75 8 1.75 8Z" />
      <circle cx="8" cy="8" r="1.75" />
    </>
  ),
  close: <path d="m4.5 4.5 7 7M11.5 4.5l-7 7" />,
  check: <path d="m3.5 8.5 3 3 6-7" />,
  warn: <path d="M8 2.75 14 13H2L8 2.75ZM8 6.75v2.75M8 11.4h.01" />,
  info: (
    <>
      <circle cx="8" cy="8" r="5.5" />
      <path d="M8 7.5v3M8 5.25h.01" />
    </>
  ),
  question: <path d="M5.6 5.6a2.4 2.4 0 1 1 3.4 2.2c-.7.35-1 .75-1 1.5M8 12h.01" />,
  settings: (
    <>
      <path d="M2.5 5h6M12 5h1.5M2.5 11h1.5M7.5 11h6" />
      <circle cx="10.25" cy="5" r="1.75" />
      <circle cx="5.75" cy="11" r="1.75" />
    </>
  ),
  key: (
    <>
      <circle cx="5.25" cy="10.75" r="2.75" />
      <path d="m7.25 8.75 5.5-5.5M10.25 5.75l1.75 1.75" />
    </>
  ),
  demo: <path d="M6.25 2.5h3.5M7 2.5v4L3.6 12a1 1 0 0 0 .9 1.5h7a1 1 0 0 0 .9-1.5L9 6.5v-4" />,
  gateway: (
    <>
      <circle cx="3.75" cy="8" r="1.5" />
      <circle cx="12.25" cy="8" r="1.5" />
      <path d="M5.25 8h5.5M8 4v8" />
    </>
  ),
} as const satisfies Record<string, ReactNode>;

export type IconName = keyof typeof ICONS;

type IconProps = {
  /** Edge in CSS px. Left out, the style sheet of the place decides (16, or 14 in buttons, chips and fields). */
  readonly size?: number | undefined;
} & (
  | { readonly name: IconName }
  /** What is drawn in this place alone. */
  | { readonly drawing: ReactNode }
);

/** A picture beside words: hidden from assistive technology, so the words must stand without it. */
export function Icon({ size, ...picture }: IconProps) {
  return (
    <svg
      className="ic"
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
      style={size === undefined ? undefined : { width: size, height: size }}
    >
      {"name" in picture ? ICONS[picture.name] : picture.drawing}
    </svg>
  );
}
