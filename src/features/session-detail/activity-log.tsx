import { useMemo, type ReactNode } from "react";
import { activityLog, type ActivityEvent } from "../../domain/activity-log.ts";
import { rangeText, widthText } from "../../domain/duration-range.ts";
import { durationText } from "../../domain/format-duration.ts";
import { formatClock } from "../../domain/format-time.ts";
import type { Interval, KnownSession, Watched } from "../../domain/known.ts";
import { TRAINING_STATES } from "../../domain/states.ts";
import type { Zone } from "../../domain/zone.ts";
import { Glyph } from "../../ui/glyph.tsx";
import { IdText } from "../../ui/hostile-text.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useRowsInSight } from "../../ui/rows-in-sight.ts";
import { Moment } from "./training-cells.tsx";

interface ActivityLogProps {
  readonly session: KnownSession;
  readonly watched: readonly Watched[];
  readonly zone: Zone;
}

/** Px, as in page.css. */
const ROW = 32;

/** Everything observed of one session, newest first. */
export function ActivityLog({ session, watched, zone }: ActivityLogProps) {
  const since = watched[0]?.from;
  const events = useMemo(() => activityLog(session, watched), [session, watched]);
  const { ref, rows, rowHeight } = useRowsInSight(events.length, ROW, []);
  return (
    <>
      {since !== undefined && (
        <p className="text-xs text-text-2">
          Changes this dashboard observed since <Moment at={since} zone={zone} />, newest first
        </p>
      )}
      <ul className="log card" ref={ref}>
        {rows.map((row) => {
          if (row.kind === "space") {
            return (
              <li
                key={row.key}
                aria-hidden="true"
                className="space"
                style={{ height: row.rows * rowHeight }}
              />
            );
          }
          const event = events[row.index];
          return (
            event && (
              <EventLine key={event.key} event={event} place={row.index + 1} of={events.length} zone={zone} />
            )
          );
        })}
      </ul>
    </>
  );
}

interface EventLineProps {
  readonly event: ActivityEvent;
  /** 1-based among all of them. */
  readonly place: number;
  readonly of: number;
  readonly zone: Zone;
}

function EventLine({ event, place, of, zone }: EventLineProps) {
  return (
    <li
      data-sight=""
      aria-posinset={place}
      aria-setsize={of}
      className={event.kind === "gap" ? "note" : undefined}
    >
      <Moment at={event.at} zone={zone} />
      <span className="gw">
        <EventGlyph event={event} />
      </span>
      <span className="what">
        <What event={event} zone={zone} />
      </span>
      <span className="src">{knownTo(event, zone)}</span>
    </li>
  );
}

const OFFLINE = (
  <path d="M2.5 2.5l11 11M4.1 7.1A5.9 5.9 0 0 1 6.6 5.7M11.9 7.1a5.9 5.9 0 0 0-2.6-1.5M6.2 9.6a2.9 2.9 0 0 1 2.6-.6M8 12h.01" />
);

function EventGlyph({ event }: { readonly event: ActivityEvent }) {
  switch (event.kind) {
    case "session-seen":
      return <Glyph kind="idle" />;
    case "session-ended":
      return <Glyph kind="ended" />;
    case "training-seen":
    case "training-changed":
      return <Glyph kind={event.state} size={12} />;
    case "gap":
      return <Icon drawing={OFFLINE} size={14} />;
  }
}

function What({ event, zone }: { readonly event: ActivityEvent; readonly zone: Zone }): ReactNode {
  switch (event.kind) {
    case "session-seen":
      return (
        <>
          Session first seen <span className="t3">started {formatClock(event.startedAt, zone)}</span>
        </>
      );
    case "session-ended":
      return "Session no longer reported";
    case "gap":
      return "Watching resumed";
    case "training-seen":
    case "training-changed":
      return (
        <>
          Training <IdText id={event.training.training.id} /> first seen{" "}
          <span className={`word ${event.state}`}>{TRAINING_STATES[event.state].label.toLowerCase()}</span>{" "}
          <span className="t3">{trainingNote(event, zone)}</span>
        </>
      );
  }
}

type TrainingEvent = Extract<ActivityEvent, { kind: "training-seen" | "training-changed" }>;

function trainingNote(event: TrainingEvent, zone: Zone): string {
  const { createdAt } = event.training.training;
  if (event.kind === "training-seen") return `created ${formatClock(createdAt, zone)}`;
  const { after, by } = event.entered;
  return `after ${rangeText(Math.max(0, (after ?? createdAt) - createdAt), Math.max(0, by - createdAt))}`;
}

function knownTo(event: ActivityEvent, zone: Zone): string {
  switch (event.kind) {
    case "session-seen":
    case "training-seen":
      return "";
    case "gap":
      return `after ${durationText(event.to - event.from)} without an answer`;
    case "session-ended":
      return betweenWords(event.ended, zone);
    case "training-changed":
      return betweenWords(event.entered, zone);
  }
}

/** An interval of up to ten seconds is told by its width, a wider one by its ends. */
function betweenWords({ after, by }: Interval, zone: Zone): string {
  if (after === undefined) return "before watching";
  if (by - after <= 10_000) return `within ${widthText(by - after)}`;
  return `between ${formatClock(after, zone)} and ${formatClock(by, zone)}`;
}
