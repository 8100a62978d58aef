/** One clock for all threads of a page: what the page calls now is now everywhere. */
import { steadyClock } from "../../domain/steady-clock.ts";

export interface SharedClock {
  /** Epoch ms; never goes back. */
  readonly now: () => number;
  /** What the page's clock said as it sent a message that has just arrived. Epoch ms. */
  readonly hear: (pageNow: number) => void;
}

/** Clocks that are closer are the same one, and what lies between is the message's way. Ms. */
const SAME_MS = 1_000;
/** So late a message may be: a thread whose script is long in coming hears then what was said to it before. Ms. */
const LATE_MS = 60_000;

/** @param wall the clock of this thread, epoch ms */
export function sharedClock(wall: () => number, monotonic: () => number): SharedClock {
  let shift = 0;
  return {
    now: steadyClock(() => wall() + shift, monotonic),
    hear(pageNow) {
      const apart = pageNow - wall();
      if (apart < SAME_MS && apart > -LATE_MS) shift = 0;
      // The message that was under way for the shortest time is the nearest to the truth.
      else shift = Math.abs(apart - shift) < SAME_MS ? Math.max(shift, apart) : apart;
    },
  };
}
