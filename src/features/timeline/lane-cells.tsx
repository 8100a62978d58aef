import { memo } from "react";
import { activityOf, trainingCounts } from "../../domain/activity.ts";
import { ageOf, ageSteps } from "../../domain/age.ts";
import { fingerprintPath } from "../../domain/fingerprint.ts";
import { formatDuration } from "../../domain/format-duration.ts";
import { formatCount, formatNumber, NO_BREAK_SPACE } from "../../domain/format-number.ts";
import { groupWords } from "../../domain/group-words.ts";
import type { KnownSession } from "../../domain/known.ts";
import { locationParts } from "../../domain/location-words.ts";
import { shortNumber } from "../../domain/short-number.ts";
import { ACTIVITIES, TRAINING_STATES, TRAINING_STATE_ORDER } from "../../domain/states.ts";
import type { GroupRow } from "../../domain/timeline-block.ts";
import type { TimelineRow } from "../../domain/timeline-rows.ts";
import { cx } from "../../ui/cx.ts";
import { Duration } from "../../ui/duration.tsx";
import { Fingerprint } from "../../ui/fingerprint.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { IdText, Plain } from "../../ui/hostile-text.tsx";
import { Icon } from "../../ui/icon.tsx";
import { pageNow, useNow } from "../../ui/tick.ts";
import { keyed } from "../../ui/keyed.ts";
import { LOCATION_ICONS } from "../../ui/location-icons.ts";
import { titleText, visibleText } from "../../ui/visible-text.ts";
import { Link } from "../../url/link.tsx";
import { sessionPath } from "../../url/paths.ts";

export const LaneCells = memo(function LaneCells({ row }: { readonly row: TimelineRow }) {
  return row.kind === "group" ? <GroupCells row={row} /> : <SessionCells known={row.known} />;
});

/** A session in words, for who does not see its lane: `Session 5d40..., Training, 1 running, 4 completed`. */
function laneName(known: KnownSession): string {
  const counts = trainingCounts(known);
  const told = TRAINING_STATE_ORDER.flatMap((state) =>
    counts[state] > 0 ? [`${formatNumber(counts[state])} ${TRAINING_STATES[state].label.toLowerCase()}`] : [],
  );
  const words = [ACTIVITIES[activityOf(known)].label, ...(told.length > 0 ? told : ["no trainings"])];
  return `Session ${visibleText(known.session.id)}, ${words.join(", ")}`;
}

function SessionCells({ known }: { readonly known: KnownSession }) {
  const { session } = known;
  const activity = activityOf(known);
  return (
    <>
      <span role="gridcell" className="c-id" title={ACTIVITIES[activity].label}>
        <Glyph kind={activity} />
        <Link to={sessionPath(session.id)} tabIndex={-1} className="whole" aria-label={laneName(known)}>
          <IdText id={session.id} named />
        </Link>
      </span>
      <span role="gridcell" className="c-model">
        <Fingerprint path={fingerprintPath(session.modelId)} />
        <IdText id={session.modelId} />
      </span>
      <span role="gridcell" className="c-age">
        <Age known={known} />
      </span>
    </>
  );
}

const Age = memo(function Age({ known }: { readonly known: KnownSession }) {
  const now = useNow(...ageSteps(known, pageNow()));
  return <Duration parts={formatDuration(ageOf(known, now))} />;
});

function GroupCells({ row: { label, spec, sessions, shown, trainings } }: { readonly row: GroupRow }) {
  const { name, id, type } = groupWords(label);
  const many = formatCount(sessions.length, "session");
  const isAll = shown === sessions.length;
  const others = isAll ? many : `${formatNumber(shown)} of ${many}`;
  const parts =
    label.kind === "persistent" && spec ? locationParts({ ...label, kind: "persistent", spec }) : undefined;
  const running = `${formatNumber(trainings.running)} running`;
  return (
    <>
      <span role="gridcell" className="c-chev" />
      <span role="gridcell" className="c-group">
        {label.kind === "model" ? (
          <Fingerprint path={fingerprintPath(label.modelId)} />
        ) : (
          label.kind !== "all" && <Icon name={LOCATION_ICONS[label.kind]} size={14} />
        )}
        {id !== undefined || type !== undefined ? (
          <span className="sr-only">{name} </span>
        ) : (
          <b>{label.kind === "temporary" ? "Temporary" : name}</b>
        )}
        {id !== undefined && <IdText id={id} />}
        {type !== undefined && <Plain text={type} />}
        {parts && (
          // What there is no room for is not seen at all.
          <span className="t3 of of-parts" title={titleText([...parts, many].join(" · "))}>
            {keyed(parts, String).map(({ key, value }, index) => (
              <bdi key={key} className={index > 0 ? "part more" : "part"}>
                {index > 0 && `${NO_BREAK_SPACE}· `}
                {visibleText(value)}
              </bdi>
            ))}
          </span>
        )}
        {/* The eye counts rows; what is not among them has to be said. */}
        <span
          className={cx("count-of", parts && isAll ? "sr-only" : parts ? "t3 few" : "t3 of")}
          title={isAll ? many : `${others} in this time`}
        >
          {" "}
          {parts && !isAll ? `${formatNumber(shown)} of ${formatNumber(sessions.length)}` : others}
        </span>
      </span>
      <span role="gridcell" className="c-running">
        {trainings.running > 0 && (
          <span role="img" aria-label={running} title={running}>
            <Glyph kind="running" size={12} />
            {shortNumber(trainings.running)}
          </span>
        )}
      </span>
    </>
  );
}
