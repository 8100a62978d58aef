import { memo, useMemo, type ReactNode } from "react";
import { activityOf, trainingCounts } from "../../domain/activity.ts";
import { ageOf, ageSteps } from "../../domain/age.ts";
import { fingerprintPath } from "../../domain/fingerprint.ts";
import { formatDuration } from "../../domain/format-duration.ts";
import { formatCount, formatNumber, partsText } from "../../domain/format-number.ts";
import { gpus, memory, vcpu } from "../../domain/format-size.ts";
import { formatMoment } from "../../domain/format-time.ts";
import { groupWords } from "../../domain/group-words.ts";
import { heldGrid } from "../../domain/held-over-time.ts";
import type { KnownSession, Watched } from "../../domain/known.ts";
import { launcherHeld } from "../../domain/launcher-held.ts";
import { type Capacity, capacityOf, type Launcher } from "../../domain/launchers.ts";
import { locationParts } from "../../domain/location-words.ts";
import { standingLook } from "../../domain/standing-look.ts";
import { stateCounts } from "../../domain/state-counts.ts";
import { ACTIVITIES } from "../../domain/states.ts";
import { drawStrip } from "../../domain/timeline.ts";
import type { Zone } from "../../domain/zone.ts";
import { CopyButton } from "../../ui/copy-button.tsx";
import { Duration } from "../../ui/duration.tsx";
import { Fingerprint } from "../../ui/fingerprint.tsx";
import { Glyph } from "../../ui/glyph.tsx";
import { IdText, Plain } from "../../ui/hostile-text.tsx";
import { Icon } from "../../ui/icon.tsx";
import { drawnWidth, drawnWindow, type Frame, placeParts, useShift } from "../../ui/live-frame.ts";
import { LOCATION_ICONS } from "../../ui/location-icons.ts";
import { StateCounts } from "../../ui/state-counts.tsx";
import { Strip } from "../../ui/strip.tsx";
import { pageNow, useNow } from "../../ui/tick.ts";
import { visibleText } from "../../ui/visible-text.ts";
import { Link } from "../../url/link.tsx";
import { sessionPath, sessionsPath } from "../../url/paths.ts";
import { HEIGHT, heldArea, heldWords, WIDTH } from "./held-area.ts";
import type { LauncherRow } from "./launcher-rows.ts";

/** What all strips share. */
export interface LauncherTime {
  readonly frame: Frame;
  /** The same as words: `in the last 3 h`. */
  readonly words: string;
  readonly width: number;
  readonly zone: Zone;
  readonly staleFrom: number | undefined;
  /** When all that is told was watched (`wholeStretches`). */
  readonly watched: readonly Watched[];
}

interface LauncherCellsProps {
  readonly row: LauncherRow;
  readonly time: LauncherTime;
}

export const LauncherCells = memo(function LauncherCells({ row, time }: LauncherCellsProps) {
  switch (row.kind) {
    case "launcher":
      return <HeadCells launcher={row.launcher} time={time} />;
    case "before":
      return <BeforeCells launcher={row.launcher} time={time} />;
    case "session":
      return <SessionCells known={row.known} isAlone={row.isAlone} time={time} />;
  }
});

/** What it has: a persistent one as it was last seen, temporary ones together. What another location has, nobody tells. */
function capacityNow({ label, now, specs, held }: Launcher): Capacity | undefined {
  if (label.kind === "persistent") return specs[0] && capacityOf([specs[0].spec]);
  return label.kind === "temporary" && now.length > 0 ? held : undefined;
}

function HeadCells({ launcher, time }: { readonly launcher: Launcher; readonly time: LauncherTime }) {
  const { label, now, specs } = launcher;
  const { name, type } = groupWords(label);
  const capacity = capacityNow(launcher);
  return (
    <>
      <span role="gridcell" className="c-chev" />
      <span role="gridcell" className="c-name">
        <Icon name={LOCATION_ICONS[label.kind]} size={14} />
        {label.kind === "persistent" ? (
          <>
            <Link
              to={sessionsPath({ launcher: [label.launcherId] })}
              tabIndex={-1}
              aria-label={`Sessions on launcher ${visibleText(label.launcherId)}`}
            >
              <IdText id={label.launcherId} named />
            </Link>
            <CopyButton
              text={label.launcherId}
              label="Copy launcher id"
              done="Launcher id copied"
              tabIndex={-1}
              shown
            />
          </>
        ) : label.kind === "temporary" ? (
          <Link to={sessionsPath({ location: ["temporary"] })} tabIndex={-1}>
            Temporary
          </Link>
        ) : type === undefined ? (
          <b>{name}</b>
        ) : (
          <>
            <span className="sr-only">{name} </span>
            <Plain text={type} />
          </>
        )}
        <span className={now.length > 0 && label.kind === "temporary" ? "t3 of of-parts" : "t3 of"}>
          {now.length === 0 ? (
            "none on it now"
          ) : label.kind === "temporary" ? (
            <>
              <span className="part">{formatNumber(now.length)}</span>
              <span className="part">, one session each</span>
            </>
          ) : (
            formatCount(now.length, "session")
          )}
        </span>
        {specs.length > 1 && <Changed launcher={launcher} zone={time.zone} />}
      </span>
      <CapacityCells capacity={capacity} />
      <StateCounts {...stateCounts(launcher.trainings)} />
      <HeldCell launcher={launcher} time={time} />
    </>
  );
}

/** Says that a launcher was told with another specification before, and which. */
function Changed({ launcher: { specs, label }, zone }: { readonly launcher: Launcher; readonly zone: Zone }) {
  const today = useNow(60_000);
  const launcherId = label.kind === "persistent" ? label.launcherId : "";
  const words = specs
    .map(
      ({ spec, since }) =>
        `${locationParts({ kind: "persistent", launcherId, spec }).join(" · ")} since ${formatMoment(since, today, zone)}`,
    )
    .join("; ");
  return (
    <span className="tag-changed" title={`Its specification changed: ${words}`}>
      changed
    </span>
  );
}

function BeforeCells({
  launcher: { before },
  time,
}: {
  readonly launcher: Launcher;
  readonly time: LauncherTime;
}) {
  const today = useNow(60_000);
  const last = before[0]?.ended?.by;
  return (
    <>
      <span role="gridcell" className="c-chev" />
      <span role="gridcell" aria-colspan={8} className="c-past">
        <span>{formatCount(before.length, "session")} before, no longer reported</span>
        {last !== undefined && (
          <span className="t3">
            <span className="only-d"> · </span>the last until {formatMoment(last, today, time.zone)}
          </span>
        )}
      </span>
    </>
  );
}

function CapacityCells({ capacity }: { readonly capacity: Capacity | undefined }) {
  const { cpus, memoryMebibytes, swapMebibytes = 0, diskMebibytes = 0, gpus: held = [] } = capacity ?? {};
  return (
    <>
      <Figure className="c-cpu">{cpus === undefined ? undefined : vcpu(cpus)}</Figure>
      <Figure className="c-mem">
        {memoryMebibytes === undefined ? undefined : <Amount mebibytes={memoryMebibytes} />}
      </Figure>
      <Figure className="c-swap">{swapMebibytes > 0 && <Amount mebibytes={swapMebibytes} />}</Figure>
      <Figure className="c-disk">{diskMebibytes > 0 && <Amount mebibytes={diskMebibytes} />}</Figure>
      <Figure className="c-gpu">{held.length > 0 && <Gpus held={held} />}</Figure>
    </>
  );
}

/** A figure in its column; nothing is said to be so. */
function Figure({ className, children }: { readonly className: string; readonly children: ReactNode }) {
  const isThere = children !== undefined && children !== false;
  return (
    <span role="gridcell" className={isThere ? className : `${className} t3`}>
      {isThere ? children : "–"}
    </span>
  );
}

const Amount = ({ mebibytes }: { readonly mebibytes: number }) => <Duration parts={[memory(mebibytes)]} />;

/** The most of one model, and how many others; all of them on hover. */
function Gpus({ held }: { readonly held: Capacity["gpus"] }) {
  const [first, ...others] = held;
  if (!first) return null;
  return (
    <span title={visibleText(held.map((one) => gpus(one)).join(", "))}>
      <bdi>{visibleText(gpus(first))}</bdi>
      {others.length > 0 && (
        <span className="u3">
          {" "}
          +
          {formatNumber(
            others.reduce((sum, { count }) => sum + count, 0),
            2,
          )}
        </span>
      )}
    </span>
  );
}

/** The line of now stands in a cell whose frame ends at it. */
const cellClass = ({ live }: Frame): string => (live ? "tlc" : "tlc nonow");

function HeldCell({ launcher, time }: { readonly launcher: Launcher; readonly time: LauncherTime }) {
  const { frame, words, watched, staleFrom } = time;
  const drawn = useMemo(() => {
    const window = drawnWindow(frame);
    // As far as the drawing goes: answers come while the frame stands, and the newest is to be in it.
    const grid = heldGrid(window, window.to);
    const held = launcherHeld(launcher, watched, grid);
    const until = standingLook(frame, window, staleFrom).latestAt;
    return held && { ...heldArea(held, grid, window, until), words: heldWords(held, words) };
  }, [launcher, watched, staleFrom, frame, words]);
  const shifted = useShift(frame, placeParts);
  return (
    <div role="gridcell" className={cellClass(frame)}>
      {drawn && (
        <div
          ref={shifted}
          className="held"
          style={{ "--drawn": drawnWidth(frame, 1) }}
          role="img"
          aria-label={drawn.words}
          title={drawn.words}
        >
          <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" aria-hidden="true">
            <path className="ar" d={drawn.area} />
            <path className="ln" d={drawn.line} />
          </svg>
        </div>
      )}
    </div>
  );
}

interface SessionCellsProps {
  readonly known: KnownSession;
  readonly isAlone: boolean;
  readonly time: LauncherTime;
}

function SessionCells({ known, isAlone, time }: SessionCellsProps) {
  const { session } = known;
  const { label } = ACTIVITIES[activityOf(known)];
  const { location } = session;
  return (
    <>
      <span role="gridcell" className="c-glyph">
        <Glyph kind={activityOf(known)} />
      </span>
      <span role="gridcell" className="c-name">
        <Link
          to={sessionPath(session.id)}
          tabIndex={-1}
          aria-label={`Session ${visibleText(session.id)}, ${label}`}
        >
          <IdText id={session.id} named />
        </Link>
        <span className="t3 of" aria-hidden="true">
          {label}
        </span>
      </span>
      {isAlone ? (
        <CapacityCells capacity={location.kind === "temporary" ? capacityOf([location.spec]) : undefined} />
      ) : (
        <>
          <span role="gridcell" aria-colspan={3} className="c-model">
            <Fingerprint path={fingerprintPath(session.modelId)} />
            <IdText id={session.modelId} />
          </span>
          <span role="gridcell" aria-colspan={2} className="c-age">
            <Age known={known} />
          </span>
        </>
      )}
      <StateCounts {...stateCounts(trainingCounts(known))} />
      <div role="gridcell" className={cellClass(time.frame)}>
        <SessionStrip known={known} time={time} />
      </div>
    </>
  );
}

const Age = memo(function Age({ known }: { readonly known: KnownSession }) {
  const now = useNow(...ageSteps(known, pageNow()));
  const parts = formatDuration(ageOf(known, now));
  return (
    <span title={`Age ${partsText(parts)}`}>
      <Duration parts={parts} />
    </span>
  );
});

function SessionStrip({ known, time: { frame, staleFrom, width } }: Omit<SessionCellsProps, "isAlone">) {
  const window = drawnWindow(frame);
  const { band, marks, lanes } = drawStrip({
    session: known,
    window,
    look: standingLook(frame, window, staleFrom),
  });
  return (
    <Strip frame={frame} band={band} marks={marks} lanes={lanes} width={width} sessionId={known.session.id} />
  );
}
