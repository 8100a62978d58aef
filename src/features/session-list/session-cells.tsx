import { memo } from "react";
import { ageOf } from "../../domain/age.ts";
import { fingerprintPath } from "../../domain/fingerprint.ts";
import { formatDuration } from "../../domain/format-duration.ts";
import { formatIso } from "../../domain/format-time.ts";
import { LOCATION_LABELS, locationParts, locationTitle } from "../../domain/location-words.ts";
import type { KnownSession } from "../../domain/known.ts";
import { activityOf, trainingCounts } from "../../domain/activity.ts";
import { ACTIVITIES, TRAINING_STATES, TRAINING_STATE_ORDER } from "../../domain/states.ts";
import { standingLook } from "../../domain/standing-look.ts";
import { drawStrip } from "../../domain/timeline.ts";
import { LocationChip } from "../../ui/chip.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Duration } from "../../ui/duration.tsx";
import { Fingerprint } from "../../ui/fingerprint.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { IdText } from "../../ui/hostile-text.tsx";
import { drawnWindow } from "../../ui/live-frame.ts";
import { Strip } from "../../ui/strip.tsx";
import { useNow } from "../../ui/tick.ts";
import type { ListTime } from "./list-time.tsx";

interface SessionCellsProps {
  readonly known: KnownSession;
  readonly shortId: string | undefined;
  readonly time: ListTime;
}

/** The cells of one session. */
export const SessionCells = memo(function SessionCells({ known, shortId, time }: SessionCellsProps) {
  const { session } = known;
  const activity = activityOf(known);
  return (
    <>
      <span role="gridcell" className="c-chev" />
      <span role="gridcell" className="c-glyph" title={ACTIVITIES[activity].label}>
        <Glyph kind={activity} label={ACTIVITIES[activity].label} />
      </span>
      <span role="gridcell" className="c-id">
        <IdText id={session.id} as={shortId} />
        <CopyButton text={session.id} label="Copy session id" done="Id copied" tabIndex={-1} />
      </span>
      <span role="gridcell" className="c-model">
        <Fingerprint path={fingerprintPath(session.modelId)} />
        <IdText id={session.modelId} />
      </span>
      <span role="gridcell" className="c-age" title={`Started ${formatIso(session.startedAt, time.zone)}`}>
        <Age known={known} />
      </span>
      <span role="gridcell" className="c-loc">
        <LocationChip
          kind={session.location.kind}
          label={LOCATION_LABELS[session.location.kind]}
          parts={locationParts(session.location)}
          title={locationTitle(session.location)}
        />
      </span>
      <Counts known={known} />
      <div role="gridcell" className={time.frame.live ? "tlc" : "tlc nonow"}>
        <RowStrip known={known} time={time} />
      </div>
    </>
  );
});

/** Ticks on its own. An ended session's age is that at its last sight. */
function Age({ known }: { readonly known: KnownSession }) {
  return <Duration parts={formatDuration(ageOf(known, useNow()))} />;
}

/** A count for each state there is, each state at its own place. */
function Counts({ known }: { readonly known: KnownSession }) {
  const counts = trainingCounts(known);
  return (
    <span role="gridcell" className={counts.unrecognised > 0 ? "c-counts counts five" : "c-counts counts"}>
      {TRAINING_STATE_ORDER.map((state) => {
        if (counts[state] === 0) return null;
        const { label } = TRAINING_STATES[state];
        return (
          <span
            key={state}
            role="img"
            aria-label={`${counts[state]} ${label.toLowerCase()}`}
            className={`n ${state}`}
            title={label}
          >
            <Glyph kind={state} size={12} />
            {counts[state]}
          </span>
        );
      })}
    </span>
  );
}

function RowStrip({ known, time: { frame, staleFrom, width } }: Omit<SessionCellsProps, "shortId">) {
  const window = drawnWindow(frame);
  const strip = drawStrip({ session: known, window, look: standingLook(frame, window, staleFrom) });
  return (
    <Strip
      frame={frame}
      band={strip.band}
      marks={strip.marks}
      lanes={strip.lanes}
      width={width}
      sessionId={known.session.id}
    />
  );
}
