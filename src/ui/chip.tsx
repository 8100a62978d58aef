import { createElement } from "react";
import { isPlain, shownText, titleText } from "./visible-text.ts";

const CLASS = {
  persistent: "chip",
  temporary: "chip t",
  unrecognised: "chip t q",
  absent: "chip t q",
} as const;

interface LocationChipProps {
  readonly kind: keyof typeof CLASS;
  /** The kind in words, spoken; undefined where what the chip stands in says it. */
  readonly label?: string | undefined;
  /** What the launcher has, most telling first; where there is little room only the first shows. As the API told it. */
  readonly parts: readonly string[];
  /** Shown on hover. As the API told it. */
  readonly title: string;
}

/** Where a session runs: a solid outline is a persistent launcher, a dashed one a temporary. */
export function LocationChip({ kind, label, parts, title }: LocationChipProps) {
  const [first = "", ...more] = parts;
  return (
    <span className={CLASS[kind]} title={titleText(title)}>
      {label !== undefined && <span className="sr-only">{label}: </span>}
      {more.length > 0 ? shown(first) : isolated(first)}
      {more.length > 0 &&
        // As children that stand still, which need no keys.
        createElement("span", { className: "more" }, ...more.flatMap((part) => [" · ", shown(part)]))}
    </span>
  );
}

const isolated = (text: string) => <bdi className="sp">{shownText(text)}</bdi>;

/** Nothing has to be isolated from plain letters and figures, and there are some in every row. */
const shown = (text: string) => (isPlain(text) ? text : isolated(text));
