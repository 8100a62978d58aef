import { Glyph, type GlyphKind } from "./glyph.tsx";

interface LegendProps {
  readonly states: readonly { readonly kind: GlyphKind; readonly label: string }[];
}

/** What the marks of a timeline mean. For the eye: each mark says the same in words of its own. */
export function Legend({ states }: LegendProps) {
  return (
    <div className="legend" aria-hidden="true">
      {states.map(({ kind, label }) => (
        <span key={kind}>
          <Glyph kind={kind} size={12} />
          {label}
        </span>
      ))}
      <span>
        <i className="sw bar completed soft" />
        End not exactly known
      </span>
    </div>
  );
}
