/** Fills the span of a life: model, place, trainings, and how it ends. */
import { lifeSpan, type Slot } from "./boundaries.ts";
import type { Launcher } from "./launchers.ts";
import { TEMPORARY_SPECS } from "./launchers.ts";
import type { ExitReason, FailReason, Life, Location, TrainingPlan } from "./life.ts";
import type { Model } from "./models.ts";
import { Random, SALT } from "./random.ts";

const SECOND = 1000;
/** The API's own default: a session ends when nothing is called on it for this long. */
const INACTIVE = 1800 * SECOND;

export interface Cast {
  readonly models: readonly [Model, ...Model[]];
  readonly launchers: readonly [Launcher, ...Launcher[]];
}

/** The whole life number `number` of a slot; the same arguments give the same life. */
export function planLife(seed: number, slot: Slot, number: number, cast: Cast): Life {
  const { startedAt, endsAt } = lifeSpan(seed, slot, number);
  const draw = new Random(seed, slot.index, number, SALT.life);
  const id = draw.uuid();
  const model = draw.pick(cast.models);
  const executionLocation = placeOf(draw, cast);
  const initializedAt = Math.min(startedAt + draw.between(2, 9) * SECOND, endsAt);
  const forgotten =
    draw.chance(slot.temper.forgotten) && endsAt - startedAt > INACTIVE + 10 * slot.temper.duration[0];
  const lastUse = forgotten ? endsAt - INACTIVE : endsAt;
  const trainings = planTrainings(draw, slot, initializedAt + SECOND, lastUse, forgotten);
  return {
    id,
    startedAt,
    endsAt,
    initializedAt,
    exit: forgotten ? { code: "inactive_timeout" } : exitOf(draw),
    modelId: model.id,
    topic: model.topic,
    parameterDefinitions: model.parameterDefinitions,
    executionLocation,
    trainings,
  };
}

function placeOf(draw: Random, { launchers }: Cast): Location {
  if (draw.chance(0.45)) {
    const { id, spec } = draw.pick(launchers);
    return { type: "persistentLauncher", persistentLauncherId: id, spec };
  }
  return { type: "temporaryLauncher", spec: draw.pick(TEMPORARY_SPECS) };
}

function exitOf(draw: Random): ExitReason {
  const roll = draw.unit();
  if (roll < 0.6) return { code: "terminated_on_request" };
  if (roll < 0.7) return { code: "launcher_terminated" };
  if (roll < 0.8) return { code: "code_terminated", exitCode: 1, oom: false };
  if (roll < 0.9) return { code: "code_terminated", signal: "SIGKILL", oom: true };
  return { code: "exception", exceptionDetails: TRACEBACK };
}

const TRACEBACK = [
  "Traceback (most recent call last):",
  '  File "model.py", line 88, in train',
  "    loss = self.step(batch)",
  "ValueError: expected 224 columns, got 225",
].join("\n");

function failureOf(draw: Random): FailReason {
  const roll = draw.unit();
  if (roll < 0.55) return { code: "exception", exceptionDetails: TRACEBACK };
  if (roll < 0.65) return { code: "exception" };
  if (roll < 0.8) return { code: "cancelled" };
  return { code: roll < 0.93 ? "max_duration_exceeded" : "unknown" };
}

/**
 * Trainings between `from` and `until`, dealt to lanes in turn; within a lane each has its own cell of time, so those
 * of one lane never overlap. A life that was not forgotten may end while one is open.
 */
function planTrainings(draw: Random, slot: Slot, from: number, until: number, forgotten: boolean) {
  const { temper } = slot;
  const count = draw.between(...temper.trainings);
  const lanes = Math.max(1, Math.min(draw.between(...temper.lanes), count));
  const plans: TrainingPlan[] = [];
  for (let lane = 0; lane < lanes; lane++) {
    const cells = Math.floor(count / lanes) + (lane < count % lanes ? 1 : 0);
    const width = (until - from) / Math.max(cells, 1);
    for (let cell = 0; cell < cells; cell++) {
      const opens = from + cell * width;
      plans.push(planTraining(draw, opens, opens + width, temper.duration, forgotten));
    }
  }
  return forgotten ? endingAt(plans, until) : plans.toSorted(byCreation);
}

const byCreation = (a: TrainingPlan, b: TrainingPlan) => a.createdAt - b.createdAt;

function planTraining(
  draw: Random,
  opens: number,
  closes: number,
  duration: readonly [number, number],
  within: boolean,
): TrainingPlan {
  const id = draw.uuid();
  const salt = draw.word();
  const createdAt = Math.round(opens + draw.unit() * 0.25 * (closes - opens));
  const failed = draw.chance(0.2);
  const wanted = draw.between(...duration) * (failed ? 0.1 + 0.8 * draw.unit() : 1);
  // A session that ends of its own accord may cut its last training short; a forgotten one never does.
  const room = closes - createdAt + (within ? -2 * SECOND : 0);
  const length = Math.max(3 * SECOND, Math.floor(Math.min(wanted, room)));
  const starting = Math.min(draw.between(2, 30) * SECOND, Math.floor(length * 0.4));
  return {
    id,
    createdAt,
    runsFrom: createdAt + starting,
    endsAt: createdAt + length,
    outcome: failed ? { state: "failed", reason: failureOf(draw) } : { state: "completed" },
    salt,
  };
}

/** Moves the training that ends last so that it ends at `until`: from then on the session lies idle. */
function endingAt(plans: readonly TrainingPlan[], until: number): readonly TrainingPlan[] {
  const last = plans.toSorted((a, b) => b.endsAt - a.endsAt)[0];
  const moved = (plan: TrainingPlan): TrainingPlan => {
    const by = until - plan.endsAt;
    return { ...plan, createdAt: plan.createdAt + by, runsFrom: plan.runsFrom + by, endsAt: until };
  };
  return plans.map((plan) => (plan === last ? moved(plan) : plan)).toSorted(byCreation);
}
