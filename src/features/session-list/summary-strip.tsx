import { Fragment } from "react";
import { formatNumber } from "../../domain/format-number.ts";
import { memory, vcpu } from "../../domain/format-size.ts";
import { TRAINING_STATES, TRAINING_STATE_ORDER, type TrainingState } from "../../domain/states.ts";
import type { Summary } from "../../domain/summary.ts";
import { Glyph } from "../../ui/glyph.tsx";
import { shownText } from "../../ui/visible-text.ts";

interface SummaryStripProps {
  /** Undefined before the first answer: figures are then dashes, never zeros. */
  readonly summary: Summary | undefined;
  /** How many ids the view asks for, if it names any. */
  readonly requested: number | undefined;
}

/** The figures above the list: what is listed, how its trainings stand, and what capacity it holds. */
export function SummaryStrip({ summary, requested }: SummaryStripProps) {
  return (
    <section className="summary" aria-label="Summary" tabIndex={0}>
      <div className="stat">
        <span className="k">Sessions</span>
        <span className="v">
          {summary ? formatNumber(summary.sessions) : "–"}
          {requested !== undefined && <small>of {formatNumber(requested)} requested</small>}
          {summary && summary.ended > 0 && <small>+ {formatNumber(summary.ended)} ended</small>}
        </span>
      </div>
      <div className="stat trainings">
        <span className="k">
          Trainings
          {summary && <Meter counts={summary.trainings} />}
        </span>
        <div className="tally">
          {shownStates(summary?.trainings).map((state) => (
            <span key={state}>
              <Glyph kind={state} />
              <b>{summary ? formatNumber(summary.trainings[state]) : "–"}</b>
              <span className="word">{TRAINING_STATES[state].label.toLowerCase()}</span>
            </span>
          ))}
        </div>
      </div>
      <Capacity name="vCPU in use">{summary && [{ value: vcpu(summary.vcpus), unit: "" }]}</Capacity>
      <Capacity name="Memory in use">{summary && [memory(summary.memoryMebibytes)]}</Capacity>
      <Capacity name="GPU in use">
        {summary &&
          (summary.gpus.length === 0
            ? [{ value: "0", unit: "" }]
            : summary.gpus.map(({ model, count }) => ({
                value: formatNumber(count, 2),
                unit: `× ${model}`,
              })))}
      </Capacity>
    </section>
  );
}

/** Unrecognised trainings have a place only where there are any. */
const shownStates = (counts: Summary["trainings"] | undefined): readonly TrainingState[] =>
  TRAINING_STATE_ORDER.filter((state) => state !== "unrecognised" || (counts?.unrecognised ?? 0) > 0);

function Meter({ counts }: { readonly counts: Summary["trainings"] }) {
  const shown = TRAINING_STATE_ORDER.filter((state) => counts[state] > 0);
  if (shown.length === 0) return null;
  return (
    <span className="meter" aria-hidden="true">
      {shown.map((state) => (
        <i key={state} className={METER_CLASS[state]} style={{ "--n": counts[state] }} />
      ))}
    </span>
  );
}

const METER_CLASS = {
  starting: "bg-starting-fill",
  running: "bg-running-fill",
  completed: "bg-completed-fill",
  failed: "bg-failed-fill",
  unrecognised: "bg-ended-fill",
} as const satisfies Record<TrainingState, string>;

interface CapacityProps {
  readonly name: string;
  readonly children: readonly { readonly value: string; readonly unit: string }[] | undefined;
}

/** Capacity held by the launchers of the listed sessions; not measured load. */
function Capacity({ name, children }: CapacityProps) {
  return (
    <div className="stat" title="Sum of the specifications of every launcher with a listed session">
      <span className="k">{name}</span>
      <span className="v">
        {children
          ? children.map(({ value, unit }) => (
              <Fragment key={unit}>
                {value}
                {unit && (
                  <span className="u max-w-24 truncate">
                    <bdi>{shownText(unit)}</bdi>
                  </span>
                )}
              </Fragment>
            ))
          : "–"}
      </span>
    </div>
  );
}
