import type { ReactNode } from "react";
import { Glyph, type GlyphKind } from "./glyph.tsx";

/** A state's word on its tint, in the state's word colour. */
export function Pill({ tone, children }: { readonly tone: GlyphKind; readonly children: ReactNode }) {
  return <span className={`pill ${tone}`}>{children}</span>;
}

interface StateWordProps {
  readonly kind: GlyphKind;
  readonly label: ReactNode;
}

/** Glyph and word together; the word never takes the mark's colour, which is too light for text. */
export function StateWord({ kind, label }: StateWordProps) {
  return (
    <span className={`state ${kind}`}>
      <Glyph kind={kind} />
      {label}
    </span>
  );
}
