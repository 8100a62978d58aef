import { useMemo, type ReactNode } from "react";
import { activityLog, type ActivityEvent } from "../../domain/activity-log.ts";
import {
  EVENT_KIND_LABELS,
  eventKnown,
  eventNote,
  eventText,
  eventsOf,
  logText,
} from "../../domain/activity-words.ts";
import { EVENT_KINDS, type EventKind } from "../../domain/event-kinds.ts";
import type { KnownSession, Watched } from "../../domain/known.ts";
import { TRAINING_STATES } from "../../domain/states.ts";
import type { Zone } from "../../domain/zone.ts";
import { CopyTextButton } from "../../ui/copy-button.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { IdText } from "../../ui/hostile-text.tsx";
import { Icon } from "../../ui/icon.tsx";
import { useRowsInSight } from "../../ui/rows-in-sight.ts";
import { Segmented } from "../../ui/segmented.tsx";
import { Moment } from "./training-cells.tsx";

interface ActivityLogProps {
  readonly session: KnownSession;
  readonly watched: readonly Watched[];
  readonly zone: Zone;
  /** Which of it to show. */
  readonly kind: EventKind;
  readonly onKind: (kind: EventKind) => void;
}

/** Px, as in page.css. */
const ROW = 32;
const KINDS = EVENT_KINDS.map((value) => ({ value, label: EVENT_KIND_LABELS[value] }));

/** Everything observed of one session, newest first. */
export function ActivityLog({ session, watched, zone, kind, onKind }: ActivityLogProps) {
  const since = watched[0]?.from;
  const all = useMemo(() => activityLog(session, watched), [session, watched]);
  const events = useMemo(() => eventsOf(all, kind), [all, kind]);
  const { ref, rows, rowHeight } = useRowsInSight(events.length, ROW, []);
  return (
    <>
      <div className="tab-tools">
        <Segmented label="Show" options={KINDS} value={kind} onChange={onKind} />
        {since !== undefined && (
          <p>
            Changes this dashboard observed since <Moment at={since} zone={zone} />, newest first
          </p>
        )}
        <span className="grow" />
        <CopyTextButton
          label="Copy log"
          text={() => logText(session.session.id, events)}
          done="Log copied"
          note={kind === "all" ? undefined : `${EVENT_KIND_LABELS[kind]} only`}
        />
      </div>
      {events.length === 0 && <p className="text-xs text-text-2">{NONE[kind]}</p>}
      <ul className="log card" ref={ref} hidden={events.length === 0}>
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

const NONE = {
  all: "Nothing was observed yet.",
  session: "Nothing was observed of the session itself yet.",
  trainings: "No training was seen yet.",
  connection: "No gap: answers came all the time.",
} as const satisfies Record<EventKind, string>;

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
      data-sight={place - 1}
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
      <span className="src">{eventKnown(event, zone)}</span>
    </li>
  );
}

function EventGlyph({ event }: { readonly event: ActivityEvent }) {
  switch (event.kind) {
    case "session-seen":
    case "session-back":
      return <Glyph kind="idle" />;
    case "session-ended":
      return <Glyph kind="ended" />;
    case "training-seen":
    case "training-changed":
      return <Glyph kind={event.state} size={12} />;
    case "gap":
      return <Icon name="refresh" size={14} />;
  }
}

function What({ event, zone }: { readonly event: ActivityEvent; readonly zone: Zone }): ReactNode {
  switch (event.kind) {
    case "session-seen":
      return (
        <>
          {eventText(event)} <span className="t3">{eventNote(event, zone)}</span>
        </>
      );
    case "session-ended":
    case "session-back":
    case "gap":
      return eventText(event);
    case "training-seen":
    case "training-changed":
      return (
        <>
          Training <IdText id={event.training.training.id} /> first seen{" "}
          <span className={`word ${event.state}`}>{TRAINING_STATES[event.state].label.toLowerCase()}</span>{" "}
          <span className="t3">{eventNote(event, zone)}</span>
        </>
      );
  }
}
