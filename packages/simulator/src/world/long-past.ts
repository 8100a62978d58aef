/** A session that was at work long before anybody could see it. */
import type { Life, TrainingPlan } from "./life.ts";
import { Random, SALT } from "./random.ts";

/** How many trainings lie behind it. */
export const PAST_TRAININGS = 10_000;

const SECOND = 1000;
/** From one to the next, ms: together a day and nine hours. */
const STEP = 12 * SECOND;

/** The first slot's life with thousands of trainings before it was first listed; all others are as they were. */
export function withLongPast(life: Life, slot: number): Life {
  if (slot > 0) return life;
  const startedAt = life.startedAt - (PAST_TRAININGS + 1) * STEP;
  const draw = new Random(slot, Math.floor(life.startedAt / SECOND), 0, SALT.past);
  const past = Array.from({ length: PAST_TRAININGS }, (_, index): TrainingPlan => {
    const createdAt = startedAt + (index + 1) * STEP;
    return {
      id: draw.uuid(),
      createdAt,
      runsFrom: createdAt + SECOND,
      // Up to three side by side, and all over once it is listed.
      endsAt: Math.min(createdAt + draw.between(4, 30) * SECOND, life.startedAt),
      outcome: draw.chance(0.2) ? { state: "failed", reason: { code: "cancelled" } } : { state: "completed" },
      salt: draw.word(),
    };
  });
  return {
    ...life,
    startedAt,
    initializedAt: startedAt + SECOND,
    trainings: [...past, ...life.trainings],
  };
}
