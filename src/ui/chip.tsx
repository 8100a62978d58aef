import { Fragment } from "react";
import { keyed } from "./keyed.ts";
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
      <First text={shownText(first)} />
      {more.length > 0 && (
        <span className="more">
          {keyed(more, String).map(({ key, value }) => (
            <Fragment key={key}>
              {" · "}
              <Part text={value} />
            </Fragment>
          ))}
        </span>
      )}
    </span>
  );
}

/** Nothing has to be isolated from plain letters and figures, and there are some in every row. */
const First = ({ text }: { readonly text: string }) =>
  isPlain(text) ? text : <bdi className="sp">{text}</bdi>;

const Part = ({ text }: { readonly text: string }) => <bdi className="sp">{shownText(text)}</bdi>;
