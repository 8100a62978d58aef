/** What table cells say of a training: the same words in the open row and on the page. */
import { formatIso, formatMoment } from "../../domain/format-time.ts";
import type { KnownTraining } from "../../domain/known.ts";
import { durationOf, endKnown, endOf, spanParts, type Standing } from "../../domain/training-end.ts";
import { stateWords } from "../../domain/training-words.ts";
import type { Zone } from "../../domain/zone.ts";
import { Duration } from "../../ui/duration.tsx";
import { Plain } from "../../ui/hostile-text.tsx";
import { StateWord } from "../../ui/pill.tsx";
import { useNow } from "../../ui/tick.ts";

interface TrainingCellProps {
  readonly known: KnownTraining;
  /** How its session stands; a ticking cell asks for the instant itself. */
  readonly standing: Standing;
}

export function TrainingState({ known }: { readonly known: KnownTraining }) {
  return <StateWord kind={known.training.state} label={<Plain text={stateWords(known)} />} />;
}

/** Ticks while the training is open. */
export function TrainingDuration({ known, standing }: TrainingCellProps) {
  const now = useNow();
  return <Duration parts={spanParts(durationOf(known, { ...standing, now }))} />;
}

/** How well the end is known: "within 5 s", "still open". */
export function EndKnown({ known, standing }: TrainingCellProps) {
  return <>{endKnown(endOf(known, standing))}</>;
}

/** An instant, whole in its title. */
export function Moment({ at, zone }: { readonly at: number; readonly zone: Zone }) {
  const today = useNow(60_000);
  return (
    <time dateTime={isoOrNothing(at)} title={formatIso(at, zone)}>
      {formatMoment(at, today, zone)}
    </time>
  );
}

const isoOrNothing = (at: number): string | undefined => {
  const date = new Date(at);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
};

/** `12:34:56 → 12:36:02`, or to the interval in which it ended, or to now. */
export function CreatedToEnded({ known, zone }: { readonly known: KnownTraining; readonly zone: Zone }) {
  const { training, end } = known;
  return (
    <>
      <Moment at={training.createdAt} zone={zone} /> <span className="arr">→</span>{" "}
      <EndMoment known={known} zone={zone} />
      {end === undefined && training.state === "unrecognised" && <span className="t3">unknown</span>}
    </>
  );
}

/** A hatch narrower than this is drawn as an instant, and told as one. Ms. */
const CLOSELY = 10_000;

function EndMoment({
  known: { training, end },
  zone,
}: {
  readonly known: KnownTraining;
  readonly zone: Zone;
}) {
  if (end === undefined) return training.state === "unrecognised" ? null : <span className="t3">now</span>;
  if (end.after === undefined) {
    return (
      <>
        <span className="t3">before</span> <Moment at={end.by} zone={zone} />
      </>
    );
  }
  if (end.by - end.after <= CLOSELY) return <Moment at={end.by} zone={zone} />;
  return (
    <>
      <Moment at={end.after} zone={zone} />–<Moment at={end.by} zone={zone} />
    </>
  );
}
