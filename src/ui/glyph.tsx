import type { ReactNode } from "react";

/** The cut-outs take the colour of the surface behind: a container on another ground sets `--surface`. */
const SHAPES = {
  starting: (
    <circle
      cx="7"
      cy="7"
      r="5.25"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.75"
      strokeDasharray="2.75 2.75"
      strokeDashoffset="1.4"
    />
  ),
  running: (
    <>
      <path
        d="M9.6 2.45A5.25 5.25 0 1 0 12.25 7"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.75"
        strokeLinecap="round"
      />
      <circle cx="7" cy="7" r="2.5" fill="currentColor" />
    </>
  ),
  completed: (
    <>
      <circle cx="7" cy="7" r="6" fill="currentColor" />
      <path
        d="m4.4 7.2 1.8 1.8 3.5-3.9"
        fill="none"
        stroke="var(--surface)"
        strokeWidth="1.6"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </>
  ),
  failed: (
    <>
      <rect x="1.25" y="1.25" width="11.5" height="11.5" rx="2" fill="currentColor" />
      <path
        d="m4.7 4.7 4.6 4.6M9.3 4.7 4.7 9.3"
        stroke="var(--surface)"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </>
  ),
  idle: <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  ended: (
    <rect x="2.5" y="2.5" width="9" height="9" rx="1.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
  ),
  unrecognised: (
    <>
      <circle cx="7" cy="7" r="5.75" fill="none" stroke="currentColor" strokeWidth="1.25" />
      <path
        d="M5.5 5.6a1.55 1.55 0 1 1 2.2 1.4c-.5.25-.7.5-.7.95M7 9.9h.01"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.3"
        strokeLinecap="round"
      />
    </>
  ),
  missing: (
    <path
      d="M4.4 4.8a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1 .7-1 1.4M7 11h.01"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeLinecap="round"
    />
  ),
} as const satisfies Record<string, ReactNode>;

/** What a glyph can say: the training states, the activities of sessions, and `missing` for an id that was not returned. */
export type GlyphKind = keyof typeof SHAPES;

interface GlyphProps {
  readonly kind: GlyphKind;
  /** CSS px: 14 in rows, 12 in counts, 18 in page titles. */
  readonly size?: 12 | 14 | 18 | undefined;
  /** Spoken, and shown on hover. Left out, the glyph is decoration beside the word that says the same. */
  readonly label?: string | undefined;
}

/** A state as a shape that is told apart without colour. A running one turns slowly, except at 12 px. */
export function Glyph({ kind, size = 14, label }: GlyphProps) {
  const turns = kind === "running" && size !== 12;
  return (
    <svg
      className={`g ${kind} s${size}${turns ? " turn" : ""}`}
      viewBox="0 0 14 14"
      focusable="false"
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      {label === undefined ? null : <title>{label}</title>}
      {SHAPES[kind]}
    </svg>
  );
}
