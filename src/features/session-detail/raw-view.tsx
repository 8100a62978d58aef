import { useMemo } from "react";
import { formatNumber } from "../../domain/format-number.ts";
import type { Session } from "../../domain/session.ts";
import type { Zone } from "../../domain/zone.ts";
import { Button } from "../../ui/button.tsx";
import { CopyTextButton } from "../../ui/copy-button.tsx";
import { keyed } from "../../ui/keyed.ts";
import { saveFile } from "../../ui/save-file.ts";
import { visibleText } from "../../ui/visible-text.ts";
import { Moment } from "./training-cells.tsx";

/** More than these nobody scrolls through, and a browser lays them out slowly. */
const SHOWN_LINES = 2_000;

interface RawViewProps {
  readonly session: Session;
  /** Sending of the last answer that held it, epoch ms. */
  readonly seenAt: number;
  readonly zone: Zone;
}

/** A session's JSON as the API answered it, unknown fields and all. */
export function RawView({ session, seenAt, zone }: RawViewProps) {
  const { json, shown, more } = useMemo(() => textOf(session), [session]);
  return (
    <>
      <div className="flex items-center gap-2 text-xs text-text-2">
        <span>
          As the API answered it at <Moment at={seenAt} zone={zone} />
        </span>
        <span className="grow" />
        <Button
          onClick={() => saveFile({ name: fileName(session.id), type: "application/json", text: json })}
        >
          Download
        </Button>
        <CopyTextButton label="Copy JSON" text={json} done="JSON copied" />
      </div>
      <section className="code card" aria-label="Raw JSON" tabIndex={0}>
        {shown.map(({ key, value }) => (
          <div key={key}>
            <bdi>{value}</bdi>
          </div>
        ))}
      </section>
      {more > 0 && (
        <p className="text-xs text-text-2">
          and {formatNumber(more)} more {more === 1 ? "line" : "lines"}: Copy JSON has them all
        </p>
      )}
    </>
  );
}

/** Safe on every file system, whatever the id. */
const fileName = (id: string): string =>
  `decthings-session-${id.replaceAll(/[^\w-]+/g, "-").slice(0, 64)}.json`;

function textOf(session: Session) {
  const json = JSON.stringify(session.answered ?? session.wire, null, 2);
  const lines = json.split("\n");
  return {
    json,
    shown: keyed(lines.slice(0, SHOWN_LINES).map(visibleText), String),
    more: Math.max(0, lines.length - SHOWN_LINES),
  };
}
