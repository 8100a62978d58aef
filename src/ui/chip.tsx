import { Fragment } from "react";
import { Icon } from "./icon.tsx";

const KINDS = {
  persistent: { className: "chip", icon: "rack", label: "Persistent launcher" },
  temporary: { className: "chip t", icon: "temp", label: "Temporary launcher" },
  unrecognised: { className: "chip t", icon: "question", label: "Unrecognised location" },
  absent: { className: "chip t", icon: "question", label: "No location" },
} as const;

interface LocationChipProps {
  readonly kind: keyof typeof KINDS;
  /** What the launcher has, most telling first; where there is little room only the first shows. */
  readonly parts: readonly string[];
  /** Shown on hover; the kind's words by default. */
  readonly title?: string | undefined;
}

/** Where a session runs: a solid outline is a persistent launcher, a dashed one a temporary. */
export function LocationChip({ kind, parts, title }: LocationChipProps) {
  const { className, icon, label } = KINDS[kind];
  const [first, ...more] = parts;
  return (
    <span className={className} title={title ?? label}>
      <Icon name={icon} />
      <span className="sr-only">{label}: </span>
      <span className="sp">{first}</span>
      {more.length > 0 && (
        <span className="more">
          {more.map((part) => (
            <Fragment key={part}>
              <span className="dotsep">·</span>
              <span className="sp">{part}</span>
            </Fragment>
          ))}
        </span>
      )}
    </span>
  );
}
