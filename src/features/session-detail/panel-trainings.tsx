import { shortIds } from "../../domain/format-id.ts";
import { formatNumber } from "../../domain/format-number.ts";
import { formatClock } from "../../domain/format-time.ts";
import type { KnownSession, KnownTraining } from "../../domain/known.ts";
import { standingLook } from "../../domain/standing-look.ts";
import { drawTraining, type Mark } from "../../domain/timeline.ts";
import { IdText } from "../../ui/hostile-text.tsx";
import { drawnWindow } from "../../ui/live-frame.ts";
import { Strip } from "../../ui/strip.tsx";
import { TimeAxis, TimeBackdrop } from "../../ui/time-axis.tsx";
import type { Standing } from "../../domain/training-end.ts";
import { NO_TRAININGS } from "../../domain/training-words.ts";
import { Link } from "../../url/link.tsx";
import { hasPage, sessionPath } from "../../url/paths.ts";
import { CopyTrainingLink } from "./copy-training-link.tsx";
import type { DetailTime } from "./detail-time.ts";
import { CreatedToEnded, EndKnown, TrainingDuration, TrainingState } from "./training-cells.tsx";
import { useStanding } from "./use-standing.ts";

interface PanelTrainingsProps {
  readonly known: KnownSession;
  readonly time: DetailTime;
}

/** The trainings of an open row: each stands under the list's columns, its bar under the list's strips. */
export function PanelTrainings({ known, time }: PanelTrainingsProps) {
  const { frame, marks, zone } = time;
  const window = drawnWindow(frame);
  const look = standingLook(frame, window, time.staleFrom);
  const standing = useStanding(known, time);
  const { trainings } = known;
  const shown = trainings.slice(-SHOWN);
  const short = shortIds(shown.map(({ training }) => training.id));
  return (
    <div role="table" aria-label="Training sessions" aria-rowcount={trainings.length + 1}>
      <div role="row" aria-rowindex={1} className="trow h">
        <span role="columnheader" className="c-id">
          Training
        </span>
        <span role="columnheader" className="c-state">
          State
        </span>
        <span role="columnheader" className="c-dur">
          Duration
        </span>
        <span role="columnheader" className="c-when">
          Created → ended
        </span>
        <span role="columnheader" className="c-known">
          End known
        </span>
        <div role="columnheader" aria-label="Timeline" className="tlc">
          <TimeAxis
            frame={frame}
            marks={marks}
            flag={(now) => (frame.live ? "now" : formatClock(now, zone))}
            soft
          />
        </div>
      </div>
      <div role="rowgroup" className="tl-field trows">
        <TimeBackdrop frame={frame} marks={marks} />
        {trainings.length === 0 && <p className="px-17 py-2 text-xs text-text-3">{NO_TRAININGS}</p>}
        {shown.map((training, index) => (
          <PanelTraining
            key={training.training.id}
            rowIndex={trainings.length - shown.length + index + 2}
            sessionId={known.session.id}
            known={training}
            shortId={short.get(training.training.id)}
            mark={drawTraining(training, { session: known, window, look })}
            standing={standing}
            time={time}
          />
        ))}
      </div>
      {trainings.length > SHOWN && <Earlier sessionId={known.session.id} count={trainings.length} />}
    </div>
  );
}

/** A row is for a look: so many of the newest, and the page has all of them. */
const SHOWN = 50;

function Earlier({ sessionId, count }: { readonly sessionId: string; readonly count: number }) {
  return (
    <p className="px-17 py-2 text-xs text-text-2">
      The newest {SHOWN}.{" "}
      {hasPage(sessionId) && (
        <Link to={sessionPath(sessionId)} className="underline">
          Show all {formatNumber(count)} on the session’s page
        </Link>
      )}
    </p>
  );
}

interface PanelTrainingProps {
  readonly rowIndex: number;
  readonly sessionId: string;
  readonly known: KnownTraining;
  /** Tells it apart from the session's other trainings. */
  readonly shortId: string | undefined;
  /** Undefined outside the frame. */
  readonly mark: Mark | undefined;
  readonly standing: Standing;
  readonly time: DetailTime;
}

function PanelTraining({
  rowIndex,
  sessionId,
  known,
  shortId,
  mark,
  standing,
  time: { frame, zone, width },
}: PanelTrainingProps) {
  const { id, state } = known.training;
  return (
    <div role="row" aria-rowindex={rowIndex} className="trow" data-training-id={id} data-state={state}>
      <span role="cell" className="c-id">
        <IdText id={id} as={shortId} />
        <CopyTrainingLink sessionId={sessionId} trainingId={id} />
      </span>
      <span role="cell" className="c-state">
        <TrainingState known={known} />
      </span>
      <span role="cell" className="c-dur">
        <TrainingDuration known={known} standing={standing} />
      </span>
      <span role="cell" className="c-when">
        <CreatedToEnded known={known} standing={standing} zone={zone} />
      </span>
      <span role="cell" className="c-known">
        <EndKnown known={known} standing={standing} />
      </span>
      <div role="cell" className={frame.live ? "tlc" : "tlc nonow"}>
        <Strip
          frame={frame}
          band={undefined}
          marks={mark ? [mark] : []}
          width={width}
          sessionId={sessionId}
        />
      </div>
    </div>
  );
}
