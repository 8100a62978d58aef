import { createElement, type ReactNode } from "react";
import { isPlain, shownText, titleText } from "./visible-text.ts";

/** Of a chip, by the kind of what it tells of: a solid outline is a persistent launcher, a dashed one a temporary. */
export const CHIP_CLASS = {
  persistent: "chip",
  temporary: "chip t",
  unrecognised: "chip t q",
  absent: "chip t q",
} as const;

interface LocationChipProps {
  readonly kind: keyof typeof CHIP_CLASS;
  /** The kind in words, spoken. */
  readonly label: string;
  /** What the launcher has, most telling first; where there is little room only the first shows. As the API told it. */
  readonly parts: readonly string[];
  /** Shown on hover. As the API told it. */
  readonly title: string;
}

/** Where a session runs. */
export function LocationChip({ kind, label, parts, title }: LocationChipProps) {
  return (
    <span className={CHIP_CLASS[kind]} title={titleText(title)}>
      <span className="sr-only">{label}: </span>
      {chipParts(parts)}
    </span>
  );
}

/** What stands in a chip. @param parts as of `LocationChip` */
export function chipParts([first = "", ...more]: readonly string[]): ReactNode {
  return more.length === 0 ? (
    isolated(first)
  ) : (
    <>
      {shown(first)}
      {/* As children that stand still, which need no keys. */}
      {createElement("span", { className: "more" }, ...more.flatMap((part) => [" · ", shown(part)]))}
    </>
  );
}

const isolated = (text: string) => <bdi className="sp">{shownText(text)}</bdi>;

/** Nothing has to be isolated from plain letters and figures, and there are some in every row. */
const shown = (text: string) => (isPlain(text) ? text : isolated(text));
