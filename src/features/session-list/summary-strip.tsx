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
import { cx } from "../../ui/cx.ts";
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
              <span key={state} className="of">
                <span className="figure">
                  <Glyph kind={state} />
                  <b>{count(summary?.trainings[state])}</b>
                </span>{" "}
                <span className="word">{TRAINING_STATES[state].label.toLowerCase()}</span>
              </span>
            );
            // No session is in a state that nobody knows.
            if (state === "unrecognised") return words;
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
                {words}
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
  /** The unit says what the value is made up of. */
  readonly isMade?: boolean;
}

/** All of them; of one model which it is, of several how many of each. */
function gpus(held: Summary["gpus"]): Figure {
  const total = held.reduce((sum, { count }) => sum + count, 0);
  const isMade = held.length > 1;
  const units = held.map(({ model, count }) =>
    isMade ? `${formatNumber(count, 2)} × ${model}` : `× ${model}`,
  );
  return { value: formatNumber(total, 2), unit: units.join(" · "), isMade };
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
      <span className="v" title={children?.isMade ? titleText(children.unit) : undefined}>
        {children?.value ?? "–"}
        {children?.unit && (
          <span className={cx("u", children.isMade && "each")}>
            <bdi>{shownText(children.unit)}</bdi>
          </span>
        )}
      </span>
      {held}
    </div>
  );
}
