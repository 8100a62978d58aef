import { Glyph, type GlyphKind } from "./glyph.tsx";

interface StateCountsProps {
  readonly counts: readonly { readonly kind: GlyphKind; readonly words: string; readonly shown: string }[];
  /** They stand side by side, and not each at its own place. */
  readonly isMany: boolean;
}

/** A cell with a count for each state there is, in the column in which rows count it. */
export function StateCounts({ counts, isMany }: StateCountsProps) {
  return (
    <span role="gridcell" className={isMany ? "c-counts counts many" : "c-counts counts"}>
      {counts.map(({ kind, words, shown }) => (
        <span key={kind} role="img" aria-label={words} className={`n ${kind}`} title={words}>
          <Glyph kind={kind} size={12} />
          {shown}
        </span>
      ))}
    </span>
  );
}
