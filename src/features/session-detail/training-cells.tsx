/** What table cells say of a training: the same words in the open row and on the page. */
import { Fragment } from "react";
import { ABSENT } from "../../domain/format-number.ts";
import { formatIso, formatMoment } from "../../domain/format-time.ts";
import { isoUtc } from "../../domain/iso-utc.ts";
import type { KnownTraining } from "../../domain/known.ts";
import { endKnown } from "../../domain/training-duration.ts";
import { endOf, type Standing } from "../../domain/training-end.ts";
import { endWords, stateWords } from "../../domain/training-words.ts";
import type { Zone } from "../../domain/zone.ts";
import { Duration } from "../../ui/duration.tsx";
import { Plain } from "../../ui/hostile-text.tsx";
import { StateWord } from "../../ui/pill.tsx";
import { useNow } from "../../ui/tick.ts";
import { useDuration } from "./use-duration.ts";

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
  return <Duration parts={useDuration(known, standing)} />;
}

/** How well the end is known: "within 5 s", "still open". */
export function EndKnown({ known, standing }: TrainingCellProps) {
  return <>{endKnown(endOf(known, standing))}</>;
}

/** An instant, whole in its title. */
export function Moment({ at, zone }: { readonly at: number; readonly zone: Zone }) {
  const today = useNow(60_000);
  return (
    <time dateTime={isoUtc(at)} title={formatIso(at, zone)}>
      {formatMoment(at, today, zone)}
    </time>
  );
}

interface CreatedToEndedProps extends TrainingCellProps {
  readonly zone: Zone;
}

/** `12:34:56 → 12:36:02`, or to what else is known of its end. */
export function CreatedToEnded({ known, standing, zone }: CreatedToEndedProps) {
  const { word, instants } = endWords(known, standing);
  return (
    <>
      <Moment at={known.training.createdAt} zone={zone} /> <span className="arr">→</span>{" "}
      {word !== undefined && <span className="t3">{word}</span>}
      {word !== undefined && instants.length > 0 && " "}
      {instants.map((at, index) => (
        <Fragment key={at}>
          {index > 0 && "–"}
          <Moment at={at} zone={zone} />
        </Fragment>
      ))}
    </>
  );
}

interface SightProps {
  /** Epoch ms; undefined where there was no such look. */
  readonly at: number | undefined;
  readonly zone: Zone;
}

/** When an answer showed it so, or a dash. */
export function Sight({ at, zone }: SightProps) {
  return at === undefined ? ABSENT : <Moment at={at} zone={zone} />;
}
