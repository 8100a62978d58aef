import type { CSSProperties, ReactNode } from "react";

interface TooltipProps {
  /** What `aria-describedby` of the thing described points to. */
  readonly id?: string | undefined;
  /** The tooltip's left top corner in the viewport, CSS px. */
  readonly at: { readonly left: number; readonly top: number };
  /** On which side of the thing it stands; its arrow points the other way. */
  readonly side: "above" | "below" | "left" | "right";
  /** Where along that side the arrow stands, CSS px from its left or top; the middle or the first line by default. */
  readonly arrow?: number | undefined;
  readonly children: ReactNode;
}

const position = ({ left, top }: TooltipProps["at"], arrow: number | undefined): CSSProperties => ({
  left,
  top,
  "--arrow": arrow === undefined ? undefined : `${arrow}px`,
});

/** A panel of facts beside a bar. It takes no pointer: what is under it stays reachable. */
export function Tooltip({ id, at, side, arrow, children }: TooltipProps) {
  return (
    <div className={`tip ${side}`} role="tooltip" id={id} style={position(at, arrow)}>
      {children}
    </div>
  );
}

/** Facts in two columns, figures on the right. */
export function TipFacts({ rows }: { readonly rows: readonly (readonly [string, ReactNode])[] }) {
  return (
    <dl>
      {rows.map(([name, value]) => (
        <div className="contents" key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
