const RING = "M1.75 7A5.25 5.25 0 1 1 12.25 7A5.25 5.25 0 1 1 1.75 7Z";

/**
 * Each shape is one path on 14 px, because there are some in every row of the list: an area with holes, so that it stands
 * on any ground, or a line. Which of the two, the style sheet says (base.css).
 */
const SHAPES = {
  starting: RING,
  running:
    "M13.1 7A6.1 6.1 0 1 1 10 1.7A.9.9 0 0 1 9.2 3.2A4.4 4.4 0 1 0 11.4 7A.9.9 0 0 1 13.1 7ZM4.5 7A2.5 2.5 0 1 1 9.5 7A2.5 2.5 0 1 1 4.5 7Z",
  completed:
    "M1 7A6 6 0 1 1 13 7A6 6 0 1 1 1 7ZM3.8 7.8L5.6 9.6A.8.8 0 0 0 6.8 9.5L10.3 5.6A.8.8 0 0 0 9.1 4.6L6.2 7.8 5 6.6A.8.8 0 0 0 3.8 7.8Z",
  failed:
    "M3.2 1.2h7.6a2 2 0 0 1 2 2v7.6a2 2 0 0 1-2 2h-7.6a2 2 0 0 1-2-2v-7.6a2 2 0 0 1 2-2ZM5.3 4.1 7 5.9 8.7 4.1A.8.8 0 0 1 9.9 5.3L8.1 7 9.9 8.7A.8.8 0 0 1 8.7 9.9L7 8.1 5.3 9.9A.8.8 0 0 1 4.1 8.7L5.9 7 4.1 5.3A.8.8 0 0 1 5.3 4.1Z",
  idle: RING,
  ended: "M2.5 4A1.5 1.5 0 0 1 4 2.5h6A1.5 1.5 0 0 1 11.5 4v6a1.5 1.5 0 0 1-1.5 1.5H4A1.5 1.5 0 0 1 2.5 10Z",
  unrecognised:
    "M1.2 7A5.8 5.8 0 1 1 12.8 7A5.8 5.8 0 1 1 1.2 7ZM5.5 5.6a1.5 1.5 0 1 1 2.2 1.4c-.5.2-.7.5-.7 1M7 9.9h.01",
  missing: "M4.4 4.8a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1 .7-1 1.4M7 11h.01",
} as const;

/** What a glyph can say: the training states, the activities of sessions, and `missing` for an id that was not returned. */
export type GlyphKind = keyof typeof SHAPES;

interface GlyphProps {
  readonly kind: GlyphKind;
  /** CSS px: 14 in rows, 12 in counts, 18 in page titles. */
  readonly size?: 12 | 14 | 18 | undefined;
  /** Spoken. Left out, the glyph is decoration beside the word that says the same. */
  readonly label?: string | undefined;
}

/** A state as a shape that is told apart without colour. A running one turns slowly, except at 12 px. */
export function Glyph({ kind, size = 14, label }: GlyphProps) {
  const turns = kind === "running" && size !== 12;
  return (
    <svg
      className={`g ${kind} s${size}${turns ? " turn" : ""}`}
      viewBox="0 0 14 14"
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    >
      <path d={SHAPES[kind]} />
    </svg>
  );
}
