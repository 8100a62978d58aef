/** A world that cannot make up its mind: what it lists depends on how many answers were given before. */
import type { Life } from "./life.ts";
import { Random, SALT } from "./random.ts";

/** How a slot flaps, by its index: each kind is one thing a client must survive. */
export const FLAPS = ["steady", "vanishes", "restarts", "renamed", "redated", "rarely"] as const;
export type Flap = (typeof FLAPS)[number];

export const flapOf = (slot: number): Flap => FLAPS[slot % FLAPS.length] ?? "steady";

/** The life as answer number `answer` shows it at `t`; undefined where that answer leaves it out. */
export function flap(life: Life, slot: number, t: number, answer: number): Life | undefined {
  const odd = answer % 2 === 1;
  const round = Math.floor(answer / 2);
  switch (flapOf(slot)) {
    case "steady":
      return life;
    case "vanishes":
      return odd ? undefined : life;
    case "restarts":
      return odd ? undefined : startedAfresh(life, t, round);
    case "redated":
      return odd ? startedAfresh(life, t, 1) : life;
    case "renamed":
      return { ...life, id: new Random(slot, answer, life.startedAt, SALT.flap).uuid() };
    case "rarely":
      return answer % 4 === 0 ? life : undefined;
  }
}

/** Another life under the same id: started a little later, and with none of the trainings of the first. */
function startedAfresh(life: Life, t: number, round: number): Life {
  if (round === 0) return life;
  const startedAt = Math.min(life.startedAt + round * 1000, t);
  return { ...life, startedAt, trainings: [] };
}
