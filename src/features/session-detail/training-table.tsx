import { memo, useMemo } from "react";
import { trainingsCsv } from "../../domain/export-csv.ts";
import { shortIds } from "../../domain/format-id.ts";
import { formatNumber } from "../../domain/format-number.ts";
import type { KnownSession, KnownTraining } from "../../domain/known.ts";
import type { Standing } from "../../domain/training-end.ts";
import { endSightsOf, NO_TRAININGS } from "../../domain/training-words.ts";
import type { Zone } from "../../domain/zone.ts";
import { CopyTextButton } from "../../ui/copy-button.tsx";
import { IdText } from "../../ui/hostile-text.tsx";
import { useRowsInSight } from "../../ui/rows-in-sight.ts";
import { useMedia } from "../../ui/use-media.ts";
import { idTitle } from "../../ui/visible-text.ts";
import { CopyTrainingLink } from "./copy-training-link.tsx";
import type { DetailTime } from "./detail-time.ts";
import { EndKnown, Moment, Sight, TrainingDuration, TrainingState } from "./training-cells.tsx";
import { useStanding } from "./use-standing.ts";

interface TrainingTableProps extends Pick<DetailTime, "latestAt" | "staleFrom"> {
  readonly known: KnownSession;
  readonly zone: Zone;
  readonly selected: string | null;
}

/** Px, as in page.css. */
const ROW = 28;
/** Between where it is moved sideways and where there is room for whole ids: an id is never cut in the middle (page.css). */
const IDS_SHORT = "(min-width: 64rem) and (max-width: 74.98rem)";

/** The picture's accessible form: the same trainings with the same words, whatever stretch is in view. */
export const TrainingTable = memo(function TrainingTable({
  known,
  zone,
  latestAt,
  staleFrom,
  selected,
}: TrainingTableProps) {
  const { trainings } = known;
  const standing = useStanding(known, { latestAt, staleFrom });
  const chosen = useMemo(
    () => trainings.findIndex(({ training }) => training.id === selected),
    [trainings, selected],
  );
  const isShort = useMedia(IDS_SHORT);
  const short = useMemo(
    () => (isShort ? shortIds(trainings.map(({ training }) => training.id)) : undefined),
    [trainings, isShort],
  );
  const { ref, rows, rowHeight, isPassing } = useRowsInSight(trainings.length, ROW, [chosen]);
  if (trainings.length === 0) {
    return <p className="px-4 py-3 text-xs text-text-3">{NO_TRAININGS}</p>;
  }
  return (
    <>
      <h2 className="sech">
        Training sessions <small>{formatNumber(trainings.length)} · oldest first</small>
        <span className="grow" />
        <CopyTextButton
          label="Copy as CSV"
          variant="ghost"
          text={() => trainingsCsv([known], latestAt)}
          done="Trainings copied"
          note="as CSV"
        />
      </h2>
      <section className="dtab-scroll" aria-label="Training sessions" tabIndex={0}>
        <table className="dtab" aria-rowcount={trainings.length + 1}>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col">State</th>
              <th scope="col">Training</th>
              <th scope="col">Created</th>
              <th scope="col">Last seen open</th>
              <th scope="col">First seen ended</th>
              <th scope="col" className="num">
                Duration
              </th>
              <th scope="col" className="num">
                End known
              </th>
            </tr>
          </thead>
          <tbody ref={ref}>
            {rows.map((row) => {
              if (row.kind === "space") {
                return (
                  <tr key={row.key} aria-hidden="true">
                    <td colSpan={7} className="space" style={{ height: row.rows * rowHeight }} />
                  </tr>
                );
              }
              const training = trainings[row.index];
              if (!training) return null;
              const { id } = training.training;
              if (isPassing(row.index)) {
                return (
                  // Who listens hears the lines once they are there.
                  <tr key={id} data-sight={row.index} aria-hidden="true">
                    <td />
                    <td className="p mono">
                      <bdi>{idTitle(short?.get(id) ?? id)}</bdi>
                    </td>
                    <td colSpan={5} />
                  </tr>
                );
              }
              return (
                <TrainingLine
                  key={id}
                  index={row.index}
                  sessionId={known.session.id}
                  training={training}
                  standing={standing}
                  zone={zone}
                  isSelected={id === selected}
                  shortId={short?.get(id)}
                />
              );
            })}
          </tbody>
        </table>
      </section>
    </>
  );
});

interface TrainingLineProps {
  readonly index: number;
  readonly sessionId: string;
  readonly training: KnownTraining;
  readonly standing: Standing;
  readonly zone: Zone;
  readonly isSelected: boolean;
  /** The form of its id that tells it apart from the others, where the whole has no room. */
  readonly shortId: string | undefined;
}

/** Scrolling brings lines; those that stay are as they were. */
const TrainingLine = memo(function TrainingLine(props: TrainingLineProps) {
  const { index, sessionId, training, standing, zone, isSelected, shortId } = props;
  const { id, state, createdAt } = training.training;
  const { lastOpen, firstEnded } = endSightsOf(training, standing);
  return (
    <tr
      data-sight={index}
      aria-rowindex={index + 2}
      data-training-id={id}
      data-state={state}
      className={isSelected ? "is-selected" : undefined}
    >
      <td>
        <TrainingState known={training} />
      </td>
      <td className="p">
        <span className="flex items-center gap-1">
          <IdText id={id} as={shortId} short={shortId === undefined ? "full" : undefined} />
          <CopyTrainingLink sessionId={sessionId} trainingId={id} />
        </span>
      </td>
      <td>
        <Moment at={createdAt} zone={zone} />
      </td>
      <td>
        <Sight at={lastOpen} zone={zone} />
      </td>
      <td>
        <Sight at={firstEnded} zone={zone} />
      </td>
      <td className="num">
        <TrainingDuration known={training} standing={standing} />
      </td>
      <td className="num">
        <EndKnown known={training} standing={standing} />
      </td>
    </tr>
  );
});
