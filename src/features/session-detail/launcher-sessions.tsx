import { memo, useMemo } from "react";
import { activityOf } from "../../domain/activity.ts";
import { shortIds } from "../../domain/format-id.ts";
import { formatCount, formatNumber } from "../../domain/format-number.ts";
import { formatClock } from "../../domain/format-time.ts";
import type { Known, KnownSession } from "../../domain/known.ts";
import { onLauncherOf } from "../../domain/neighbours.ts";
import { sessionFrame, WHOLE_LIFE } from "../../domain/session-frame.ts";
import { standingLook } from "../../domain/standing-look.ts";
import { ACTIVITIES } from "../../domain/states.ts";
import { drawStrip } from "../../domain/timeline.ts";
import type { Zone } from "../../domain/zone.ts";
import { Card } from "../../ui/card.tsx";
import { cx } from "../../ui/cx.ts";
import { Glyph } from "../../ui/glyph.tsx";
import { IdText } from "../../ui/hostile-text.tsx";
import { drawnWindow, type Frame, useFrame } from "../../ui/live-frame.ts";
import { useNow } from "../../ui/tick.ts";
import { idTitle } from "../../ui/visible-text.ts";
import { TimeAxis, TimeBackdrop } from "../../ui/time-axis.tsx";
import { useWidth } from "../../ui/use-width.ts";
import { Link } from "../../url/link.tsx";
import { sessionPath, sessionsPath } from "../../url/paths.ts";
import { LifeStrip } from "./life-strip.tsx";
import { SessionAge } from "./session-age.tsx";
import { useMarks } from "./use-marks.ts";

interface LauncherSessionsProps {
  /** On the launcher. */
  readonly session: KnownSession;
  readonly launcherId: string;
  readonly known: Known;
  readonly staleFrom: number | undefined;
  readonly zone: Zone;
}

/** More than these a card cannot show at a glance: the list has them all. */
const SHOWN = 12;

/** The session of the page and those that share its launcher, on the axis of its own life. */
export function LauncherSessions({
  session: known,
  launcherId,
  known: everything,
  staleFrom,
  zone,
}: LauncherSessionsProps) {
  const [axisRef, width] = useWidth();
  const minute = useNow(60_000);
  const frame = useFrame(sessionFrame(WHOLE_LIFE, known, minute));
  const { sessions, watched } = everything;
  const marks = useMarks({ frame, width, zone, watched, staleFrom });
  const here = useMemo(() => onLauncherOf(known, sessions.values()), [known, sessions]);
  const { shown, now } = useMemo(() => shownOf(here, known), [here, known]);
  const short = useMemo(() => shortIds(shown.map(({ session }) => session.id)), [shown]);
  return (
    <Card
      title="Sessions on this launcher"
      note={`${formatNumber(now)} now${now > 1 ? " · they share its specification" : ""}`}
      footer={
        here.length > shown.length && (
          <Link to={sessionsPath({ launcher: [launcherId] })} className="underline">
            {formatCount(here.length - shown.length, "other session")}
          </Link>
        )
      }
    >
      <div className="shared">
        <div className="gr h">
          <span className="lab">Session</span>
          <div className="tlc">
            <div ref={axisRef} className="h-full">
              <TimeAxis frame={frame} marks={marks} flag={(at) => formatClock(at, zone)} />
            </div>
          </div>
        </div>
        <div className="tl-field">
          <TimeBackdrop frame={frame} marks={marks} />
          <ul>
            {shown.map((one) => {
              const { id } = one.session;
              const isThis = id === known.session.id;
              return (
                // As thin as those of earlier lives: a training has no line of its own.
                <li key={id} className={cx("gr past", isThis && "is-selected")}>
                  <span className="lab">
                    <Glyph kind={activityOf(one)} />
                    <Name id={id} shortId={short.get(id)} isThis={isThis} />
                    <span className="t2">{isThis ? "this session" : ACTIVITIES[activityOf(one)].label}</span>
                    <span className="age">
                      <SessionAge known={one} />
                    </span>
                  </span>
                  <SessionStrip known={one} frame={frame} width={width} staleFrom={staleFrom} />
                </li>
              );
            })}
          </ul>
        </div>
      </div>
    </Card>
  );
}

/** The newest of them, and in any case the session of the page; and how many are there now. */
function shownOf(here: readonly KnownSession[], known: KnownSession) {
  const now = here.filter(({ ended }) => ended === undefined).length;
  const newest = here.slice(0, SHOWN);
  return { now, shown: newest.includes(known) ? newest : [...newest.slice(0, -1), known] };
}

interface NameProps {
  readonly id: string;
  readonly shortId: string | undefined;
  readonly isThis: boolean;
}

function Name({ id, shortId, isThis }: NameProps) {
  const words = <IdText id={id} as={shortId} />;
  if (isThis) return words;
  return (
    <Link to={sessionPath(id)} title={idTitle(id)}>
      {words}
    </Link>
  );
}

interface SessionStripProps {
  readonly known: KnownSession;
  readonly frame: Frame;
  /** Of the frame, px. */
  readonly width: number;
  readonly staleFrom: number | undefined;
}

/** An answer that changed another session draws none of it again. */
const SessionStrip = memo(function SessionStrip({ known, frame, width, staleFrom }: SessionStripProps) {
  const window = drawnWindow(frame);
  const life = drawStrip({ session: known, window, look: standingLook(frame, window, staleFrom) });
  return (
    <div className={frame.live ? "tlc" : "tlc nonow"}>
      <LifeStrip life={life} frame={frame} width={width} sessionId={known.session.id} />
    </div>
  );
});
