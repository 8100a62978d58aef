/** Sessions as JSON text, each written once and kept until something about it changes. */
import { showLife, unchangedAround, type Life } from "./world/life.ts";

interface Kept {
  readonly from: number;
  readonly until: number;
  readonly text: string;
}

export interface SessionTexts {
  /** The JSON of what an answer at `t` shows of a life. */
  of(life: Life, t: number): string;
}

export function createSessionTexts(): SessionTexts {
  // Keyed by the life itself: a life is never changed, only replaced, and the text goes when the life does.
  const kept = new WeakMap<Life, Kept>();
  return {
    of(life, t) {
      const known = kept.get(life);
      if (known !== undefined && known.from <= t && t < known.until) return known.text;
      const text = JSON.stringify(showLife(life, t));
      kept.set(life, { ...unchangedAround(life, t), text });
      return text;
    },
  };
}
