import { Fragment } from "react";
import { Icon } from "./icon.tsx";
import { keyed } from "./keyed.ts";
import { shownText, titleText } from "./visible-text.ts";

const KINDS = {
  persistent: { className: "chip", icon: "rack" },
  temporary: { className: "chip t", icon: "temp" },
  unrecognised: { className: "chip t", icon: "question" },
  absent: { className: "chip t", icon: "question" },
} as const;

interface LocationChipProps {
  readonly kind: keyof typeof KINDS;
  /** The kind in words, spoken. */
  readonly label: string;
  /** What the launcher has, most telling first; where there is little room only the first shows. As the API told it. */
  readonly parts: readonly string[];
  /** Shown on hover. As the API told it. */
  readonly title: string;
}

/** Where a session runs: a solid outline is a persistent launcher, a dashed one a temporary. */
export function LocationChip({ kind, label, parts, title }: LocationChipProps) {
  const { className, icon } = KINDS[kind];
  const [first = "", ...more] = parts;
  return (
    <span className={className} title={titleText(title)}>
      <Icon name={icon} />
      <span className="sr-only">{label}: </span>
      <Part text={first} />
      {more.length > 0 && (
        <span className="more">
          {keyed(more, String).map(({ key, value }) => (
            <Fragment key={key}>
              <span className="dotsep">·</span>
              <Part text={value} />
            </Fragment>
          ))}
        </span>
      )}
    </span>
  );
}

function Part({ text }: { readonly text: string }) {
  return (
    <span className="sp">
      <bdi>{shownText(text)}</bdi>
    </span>
  );
}
