import { useMemo, useState } from "react";
import { formatCount, formatNumber } from "../../domain/format-number.ts";
import { formatMoment } from "../../domain/format-time.ts";
import { firstLines, type Folds, type JsonLine, NO_FOLDS, SHOWN_ITEMS } from "../../domain/json-lines.ts";
import type { Session } from "../../domain/session.ts";
import type { Zone } from "../../domain/zone.ts";
import { Button } from "../../ui/button.tsx";
import { CopyTextButton } from "../../ui/copy-button.tsx";
import { saveFile } from "../../ui/save-file.ts";
import { useNow } from "../../ui/tick.ts";
import { titleText, visibleText } from "../../ui/visible-text.ts";
import { Moment } from "./training-cells.tsx";

/** More than these nobody scrolls through, and a browser lays them out slowly. */
const SHOWN_LINES = 2_000;

interface RawViewProps {
  readonly session: Session;
  /** Sending of the last answer that held it, epoch ms. */
  readonly seenAt: number;
  readonly zone: Zone;
}

/** A session's JSON as the API answered it, unknown fields and all. Only what is open is ever looked at. */
export function RawView({ session, seenAt, zone }: RawViewProps) {
  const value = session.answered ?? session.wire;
  const [folds, setFolds] = useState(NO_FOLDS);
  const { lines, isCut } = useMemo(() => firstLines(value, folds, SHOWN_LINES), [value, folds]);
  const today = useNow(60_000);
  const json = () => JSON.stringify(value, null, 2);
  return (
    <>
      <div className="tab-tools">
        <p>
          As the API answered it at <Moment at={seenAt} zone={zone} />
        </p>
        <span className="grow" />
        <Button variant="ghost" onClick={() => setFolds({ ...NO_FOLDS, all: folds.all !== true })}>
          {folds.all === true ? "Fold all" : "Expand all"}
        </Button>
        <Button
          onClick={() => saveFile({ name: fileName(session.id), type: "application/json", text: json() })}
        >
          Download
        </Button>
        <CopyTextButton label="Copy JSON" text={json} done="JSON copied" />
      </div>
      <section className="code card" aria-label="Raw JSON" tabIndex={0}>
        {lines.map((line) => (
          <div key={`${line.kind === "folded" ? "open" : line.kind} ${line.path}`} className={line.kind}>
            <Line line={line} today={today} zone={zone} onFold={setFolds} />
          </div>
        ))}
      </section>
      {isCut && (
        <p className="text-xs text-text-2">
          The first {formatNumber(SHOWN_LINES)} lines: fold some to see what follows. Copy JSON has them all.
        </p>
      )}
    </>
  );
}

interface LineProps {
  readonly line: JsonLine;
  readonly today: number;
  readonly zone: Zone;
  readonly onFold: (change: (folds: Folds) => Folds) => void;
}

function Line({ line, today, zone, onFold }: LineProps) {
  const { depth, name, path, comma } = line;
  const indent = "  ".repeat(depth);
  const label = name === undefined ? "" : `${visibleText(JSON.stringify(name.slice(0, LONGEST_NAME)))}: `;
  const end = comma ? "," : "";
  switch (line.kind) {
    case "value":
      return (
        <>
          <bdi>
            {indent}
            <span className="k">{label}</span>
            <span className="s">{visibleText(line.text)}</span>
            {line.cut === 0 && end}
          </bdi>
          {line.cut > 0 && <span className="told">… and {formatNumber(line.cut)} more characters</span>}
          {line.at !== undefined && <span className="told">{formatMoment(line.at, today, zone)}</span>}
        </>
      );
    case "open":
    case "folded": {
      const isOpen = line.kind === "open";
      const count = formatCount(line.count, "item");
      return (
        <>
          <button
            type="button"
            className="fold"
            aria-expanded={isOpen}
            aria-label={`${name === undefined ? path.slice(path.lastIndexOf("/") + 1) || "All" : titleText(name)}, ${count}`}
            onClick={() => onFold((folds) => ({ ...folds, open: new Map(folds.open).set(path, !isOpen) }))}
          />
          <bdi>
            {indent}
            <span className="k">{label}</span>
            {line.brackets[0]}
            {!isOpen && (
              <>
                <span className="chip-count">{count}</span>
                {line.brackets[1]}
                {end}
              </>
            )}
          </bdi>
        </>
      );
    }
    case "close":
      return (
        <bdi>
          {indent}
          {line.brackets[1]}
          {end}
        </bdi>
      );
    case "rest":
      return (
        <>
          {indent}
          <button
            type="button"
            className="rest"
            onClick={() =>
              onFold((folds) => {
                const shown = (folds.shown.get(path) ?? SHOWN_ITEMS) + SHOWN_ITEMS;
                return { ...folds, shown: new Map(folds.shown).set(path, shown) };
              })
            }
          >
            Show {formatNumber(Math.min(line.count, SHOWN_ITEMS))} of {formatNumber(line.count)} more
          </button>
        </>
      );
  }
}

/** Names are of any length too. Characters. */
const LONGEST_NAME = 400;

/** Safe on every file system, whatever the id. */
const fileName = (id: string): string =>
  `decthings-session-${id.replaceAll(/[^\w-]+/g, "-").slice(0, 64)}.json`;
