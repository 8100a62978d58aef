import { memo } from "react";
import { ageOf, ageSteps } from "../../domain/age.ts";
import { fingerprintPath } from "../../domain/fingerprint.ts";
import { formatDuration } from "../../domain/format-duration.ts";
import { formatNumber } from "../../domain/format-number.ts";
import { formatIso } from "../../domain/format-time.ts";
import { LOCATION_LABELS, locationParts, locationTitle } from "../../domain/location-words.ts";
import type { KnownSession } from "../../domain/known.ts";
import { shortNumber } from "../../domain/short-number.ts";
import { activityOf, trainingCounts } from "../../domain/activity.ts";
import { ACTIVITIES, TRAINING_STATES, TRAINING_STATE_ORDER } from "../../domain/states.ts";
import { standingLook } from "../../domain/standing-look.ts";
import { drawStrip } from "../../domain/timeline.ts";
import { FADE } from "../../ui/bar-sizes.ts";
import { CHIP_CLASS, chipParts } from "../../ui/chip.tsx";
import { Duration } from "../../ui/duration.tsx";
import { Fingerprint } from "../../ui/fingerprint.tsx";
import { cx } from "../../ui/cx.ts";
import { Glyph } from "../../ui/glyph.tsx";
import { IdText, namedId } from "../../ui/hostile-text.tsx";
import { drawnWidth, drawnWindow } from "../../ui/live-frame.ts";
import { onDemand } from "../../ui/on-demand.tsx";
import { Strip } from "../../ui/strip.tsx";
import { pageNow, useNow } from "../../ui/tick.ts";
import { idTitle, titleText } from "../../ui/visible-text.ts";
import type { ListTime } from "./list-time.tsx";

interface SessionCellsProps {
  readonly known: KnownSession;
  readonly shortId: string | undefined;
  readonly time: ListTime;
}

/**
 * The cells of one session. What they are made of is called and not rendered by itself: none of it has state of its own, and
 * React keeps a record of each thing that it renders, dozens a row, at each row that is scrolled by.
 */
export const SessionCells = memo(function SessionCells({ known, shortId, time }: SessionCellsProps) {
  const { session } = known;
  const activity = activityOf(known);
  const modelId = idTitle(session.modelId);
  const { kind } = session.location;
  const parts = locationParts(session.location);
  return (
    <>
      <span role="gridcell" className="c-chev" />
      <span role="gridcell" className="c-glyph" title={ACTIVITIES[activity].label}>
        {Glyph({ kind: activity, label: ACTIVITIES[activity].label })}
      </span>
      <span role="gridcell" className="c-id" aria-label={idTitle(session.id)}>
        {IdText({ id: session.id, as: shortId, named: true })}
      </span>
      <span role="gridcell" className="c-model mono" title={modelId} aria-label={modelId}>
        {Fingerprint({ path: fingerprintPath(session.modelId) })}
        {namedId(session.modelId)}
      </span>
      <span role="gridcell" className="c-age" title={`Started ${formatIso(session.startedAt, time.zone)}`}>
        <Age known={known} />
      </span>
      <span
        role="gridcell"
        className={`c-loc ${CHIP_CLASS[kind]}`}
        title={titleText(locationTitle(session.location))}
        aria-label={titleText(`${LOCATION_LABELS[kind]}: ${parts.join(" · ")}`)}
      >
        {chipParts(parts)}
      </span>
      {counts(known)}
      <StripCell known={known} time={time} />
    </>
  );
});

/** Ticks on its own. An ended session's age is that at its last sight. */
function Age({ known }: { readonly known: KnownSession }) {
  const now = useNow(...ageSteps(known, pageNow()));
  return Duration({ parts: formatDuration(ageOf(known, now)) });
}

/** A count for each state there is, each state at its own place. */
function counts(known: KnownSession) {
  const counted = trainingCounts(known);
  return (
    <span role="gridcell" className={counted.unrecognised > 0 ? "c-counts counts five" : "c-counts counts"}>
      {TRAINING_STATE_ORDER.map((state) => {
        if (counted[state] === 0) return null;
        const { label } = TRAINING_STATES[state];
        return (
          <span
            key={state}
            role="img"
            aria-label={`${formatNumber(counted[state])} ${label.toLowerCase()}`}
            className={`n ${state}`}
            title={label}
          >
            {Glyph({ kind: state, size: 12 })}
            {shortNumber(counted[state])}
          </span>
        );
      })}
    </span>
  );
}

const StripCell = memo(function StripCell({
  known,
  time: { frame, staleFrom, width },
}: Omit<SessionCellsProps, "shortId">) {
  const window = drawnWindow(frame);
  const strip = drawStrip({ session: known, window, look: standingLook(frame, window, staleFrom) });
  const { band, lanes, marks } = strip;
  const props = { frame, band, lanes, width, sessionId: known.session.id };
  // Before the frame is laid again it moves to the left by what is drawn beyond the frame. The band holds all marks.
  const px = drawnWidth(frame, width);
  const leftMost = (band?.x0 ?? 1) * px - (px - width);
  return (
    <div role="gridcell" className={cx("tlc", !frame.live && "nonow", leftMost <= FADE && "clipped")}>
      {marks.length > MANY || strip.overflow > 0 ? (
        <CrowdedStrip {...props} drawn={strip} />
      ) : (
        <Strip {...props} marks={marks} />
      )}
    </div>
  );
});

/** So many trainings a strip draws one by one. */
const MANY = 24;

/** Few sessions have as many: what draws them is fetched when one does. */
const { Show: CrowdedStrip } = onDemand(
  () => import("./crowded-strip.tsx"),
  (file) => file.CrowdedStrip,
);
