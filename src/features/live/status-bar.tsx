import type { ReactNode } from "react";
import { formatNumber } from "../../domain/format-number.ts";
import { formatMoment } from "../../domain/format-time.ts";
import type { Known } from "../../domain/known.ts";
import { gaps, watchingSince } from "../../domain/watched.ts";
import type { Zone } from "../../domain/zone.ts";
import { zoneLabel } from "../../domain/zone-label.ts";
import { useNow } from "../../ui/tick.ts";

interface StatusBarProps {
  readonly known: Known;
  readonly zone: Zone;
  /** What the view is about: how many sessions, or which one. */
  readonly children: ReactNode;
  /** Shows what can be done by keyboard. */
  readonly onHelp: () => void;
}

/** The quiet line at the bottom: what is shown, since when it is watched, and in which zone times are. */
export function StatusBar({ known, zone, children, onHelp }: StatusBarProps) {
  const now = useNow(60_000);
  const since = watchingSince(known);
  const unwatched = gaps(known);
  const last = unwatched.at(-1);
  return (
    <footer className="statusbar">
      {children}
      {since !== undefined && (
        <span>
          Watching since <b>{formatMoment(since, now, zone)}</b>
        </span>
      )}
      {last && (
        <span>
          {unwatched.length === 1 ? "1 gap" : `${formatNumber(unwatched.length)} gaps, the last`}{" "}
          <b>
            {formatMoment(last.from, now, zone)}–{formatMoment(last.to, now, zone)}
          </b>
        </span>
      )}
      <span className="grow" />
      <span>{zoneLabel(now, zone)}</span>
      <button type="button" onClick={onHelp}>
        <kbd>?</kbd> shortcuts
      </button>
    </footer>
  );
}
