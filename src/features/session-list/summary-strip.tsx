import type { ComponentProps, ReactNode } from "react";
import { formatNumber } from "../../domain/format-number.ts";
import { memory, vcpu } from "../../domain/format-size.ts";
import { LIVE_ACTIVITIES } from "../../domain/session-facts.ts";
import {
  ACTIVITIES,
  TRAINING_STATES,
  TRAINING_STATE_ORDER,
  type TrainingState,
} from "../../domain/states.ts";
import type { Summary } from "../../domain/summary.ts";
import { Glyph } from "../../ui/glyph.tsx";
import { shownText, titleText } from "../../ui/visible-text.ts";
import type { ListView } from "../../url/list-params.ts";
import type { ChangeView } from "../../url/use-view.ts";

interface SummaryStripProps {
  /** Undefined before the first answer: figures are then dashes, never zeros. */
  readonly summary: Summary | undefined;
  readonly view: ListView;
  readonly change: ChangeView<ListView>;
  /** Draws how much was held over time, beside the figure of what is. */
  readonly renderHeld: (quantity: Quantity) => ReactNode;
}

/** What the launchers of sessions hold. */
export type Quantity = "vcpus" | "memoryMebibytes" | "gpus";

/** The figures above the list: what is listed, how its trainings stand, and what capacity it holds. A count filters by what it counts. */
export function SummaryStrip({ summary, view, change, renderHeld }: SummaryStripProps) {
  const { ids, ended, state: chosen } = view;
  const count = (n: number | undefined) => (n === undefined ? "–" : formatNumber(n));
  const endedFilter = (choice: "hide" | "only") => ({
    "aria-pressed": ended === choice,
    onClick: () => change({ ended: ended === choice ? "show" : choice }),
  });
  return (
    <section className="summary" aria-label="Summary" tabIndex={0}>
      <div className="stat">
        <span className="k">Sessions</span>
        <span className="v">
          <Count {...endedFilter("hide")}>
            {count(summary?.sessions)}
            <span className="sr-only"> sessions</span>
          </Count>
          {ids.length > 0 && <small>of {count(ids.length)} requested</small>}
          {summary && (summary.ended > 0 || ended === "only") && (
            <Count {...endedFilter("only")}>
              <small>+ {count(summary.ended)} ended</small>
            </Count>
          )}
        </span>
      </div>
      <div className="stat trainings">
        <span className="k">
          Trainings
          {summary && <Meter counts={summary.trainings} />}
        </span>
        <div className="tally">
          {shownStates(summary?.trainings).map((state) => {
            const words = (
              <>
                <span className="figure">
                  <Glyph kind={state} />
                  <b>{count(summary?.trainings[state])}</b>
                </span>{" "}
                <span className="word">{TRAINING_STATES[state].label.toLowerCase()}</span>
              </>
            );
            // No session is in a state that nobody knows.
            if (state === "unrecognised")
              return (
                <span key={state} className="of">
                  {words}
                </span>
              );
            const activity = state === "completed" ? "idle" : state;
            return (
              <Count
                key={state}
                title={`Sessions: ${ACTIVITIES[activity].label}`}
                aria-pressed={chosen.includes(activity)}
                onClick={() =>
                  change({
                    state: LIVE_ACTIVITIES.filter((one) => chosen.includes(one) !== (one === activity)),
                  })
                }
              >
                <span className="of">{words}</span>
              </Count>
            );
          })}
        </div>
      </div>
      <Capacity name="vCPU in use" held={renderHeld("vcpus")}>
        {summary && { value: vcpu(summary.vcpus), unit: "" }}
      </Capacity>
      <Capacity name="Memory in use" held={renderHeld("memoryMebibytes")}>
        {summary && memory(summary.memoryMebibytes)}
      </Capacity>
      <Capacity name="GPU in use" held={renderHeld("gpus")}>
        {summary && gpus(summary.gpus)}
      </Capacity>
    </section>
  );
}

/** A figure that can be pressed. */
const Count = (props: ComponentProps<"button">) => <button type="button" className="count" {...props} />;

/** Unrecognised trainings have a place only where there are any. */
const shownStates = (counts: Summary["trainings"] | undefined): readonly TrainingState[] =>
  TRAINING_STATE_ORDER.filter((state) => state !== "unrecognised" || (counts?.unrecognised ?? 0) > 0);

function Meter({ counts }: { readonly counts: Summary["trainings"] }) {
  const shown = TRAINING_STATE_ORDER.filter((state) => counts[state] > 0);
  if (shown.length === 0) return null;
  return (
    <span className="meter" aria-hidden="true">
      {shown.map((state) => (
        <i key={state} className={state} style={{ "--n": counts[state] }} />
      ))}
    </span>
  );
}

interface Figure {
  readonly value: string;
  readonly unit: string;
}

/** Of one model as many; of several all of them, and of each how many. */
function gpus(held: Summary["gpus"]): Figure {
  const [first] = held;
  if (held.length === 1 && first) return { value: formatNumber(first.count, 2), unit: `× ${first.model}` };
  return {
    value: formatNumber(
      held.reduce((sum, { count }) => sum + count, 0),
      2,
    ),
    unit: held.map(({ model, count }) => `${formatNumber(count, 2)} × ${model}`).join(" · "),
  };
}

interface CapacityProps {
  readonly name: string;
  readonly children: Figure | undefined;
  readonly held: ReactNode;
}

/** Capacity held by the launchers of the listed sessions; not measured load. */
function Capacity({ name, children, held }: CapacityProps) {
  return (
    <div className="stat spark" title="Sum of the specifications of every launcher with a listed session">
      <span className="k">{name}</span>
      <span className="v" title={children?.unit && titleText(children.unit)}>
        {children ? children.value : "–"}
        {children?.unit && (
          <span className={children.unit.includes("·") ? "u each" : "u"}>
            <bdi>{shownText(children.unit)}</bdi>
          </span>
        )}
      </span>
      {held}
    </div>
  );
}
