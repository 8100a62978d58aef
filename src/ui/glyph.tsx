/** Each has its shape and its colour in icons.css. */
export const GLYPH_KINDS = [
  "starting",
  "running",
  "completed",
  "failed",
  "unrecognised",
  "idle",
  "ended",
  "missing",
] as const;

/** What a glyph can say: the training states, the activities of sessions, and `missing` for an id that was not returned. */
export type GlyphKind = (typeof GLYPH_KINDS)[number];

interface GlyphProps {
  readonly kind: GlyphKind;
  /** CSS px: 14 in rows, 12 in counts, 18 in page titles. */
  readonly size?: 12 | 14 | 18 | undefined;
  /** Spoken. Left out, the glyph is decoration beside the word that says the same. */
  readonly label?: string | undefined;
}

/** A state as a shape that is told apart without colour (icons.css). A running one turns slowly, except at 12 px. */
export function Glyph({ kind, size = 14, label }: GlyphProps) {
  const turns = kind === "running" && size !== 12;
  return (
    <i
      className={`g ${kind} s${size}${turns ? " turn" : ""}`}
      {...(label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label })}
    />
  );
}
