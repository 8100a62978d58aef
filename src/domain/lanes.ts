/** Lanes for trainings that ran side by side: each takes the first lane that is free when it begins. */

export const MOST_LANES = 4;

/** A stretch a mark occupies, epoch ms; `to` is Infinity while it is open. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
}

export interface Placed {
  /** 0-based. */
  readonly lane: number;
  /** All lanes were taken: it shares the last one. */
  readonly shared: boolean;
}

const SHARED: Placed = { lane: MOST_LANES - 1, shared: true };
const OWN: readonly Placed[] = Array.from({ length: MOST_LANES }, (_, lane) => ({ lane, shared: false }));

/** Lanes for stretches in the order of their beginnings; the answer has the same order. */
export function placeInLanes(stretches: readonly Stretch[]): readonly Placed[] {
  /** Until when each lane is taken. */
  const taken: number[] = [];
  return stretches.map(({ from, to }) => {
    let free = -1;
    for (let lane = 0; lane < taken.length && free < 0; lane += 1) {
      if ((taken[lane] ?? Infinity) <= from) free = lane;
    }
    const lane = free >= 0 ? free : Math.min(taken.length, MOST_LANES - 1);
    const shared = free < 0 && taken.length === MOST_LANES;
    taken[lane] = Math.max(to, taken[lane] ?? -Infinity);
    // The same few objects for all: there are a hundred thousand of them.
    return shared ? SHARED : (OWN[lane] ?? SHARED);
  });
}
