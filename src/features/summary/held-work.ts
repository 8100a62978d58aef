/** Works out what was held while nothing else is to be done, once for all who draw it. */
import { heldInParts, type HeldInput, type HeldPicture, withPast } from "../../domain/held-over-time.ts";
import { sameJson } from "../../domain/same.ts";

/** A part takes a fraction of it; then whatever waits has its turn. Ms. */
const AT_MOST_MS = 4;
const PAUSE_MS = 20;
/** Who types a filter has not typed all of it before this. Ms. */
const TYPED_MS = 300;

export function createHeldWork() {
  let asked: HeldInput | undefined;
  let made: HeldPicture | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const listeners = new Set<() => void>();
  const set = (next: HeldPicture | undefined) => {
    made = next;
    for (const listener of listeners) listener();
  };

  const forget = () => {
    clearTimeout(timer);
    asked = undefined;
    if (made) set(undefined);
  };

  return {
    /** What was worked out last, for the same filter; undefined while there is none. */
    held: () => made?.held,
    subscribe: (listener: () => void) => {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        // Who draws next may watch another connection.
        if (listeners.size === 0) forget();
      };
    },
    /** Has it worked out again where more than the present is another: other sessions are chosen, a step or a gap has passed. */
    ask(input: HeldInput): void {
      // Nothing was watched, or what was is forgotten.
      if (input.watched.length === 0) return forget();
      const isFiltered = !sameJson(asked?.filter, input.filter);
      const isEarlier = beginOf(input) < beginOf(asked);
      if (!isFiltered && asked && !isEarlier && pastOf(asked) === pastOf(input)) return;
      if (isFiltered) forget();
      clearTimeout(timer);
      asked = input;
      const work = heldInParts(input);
      const go = () => {
        const until = performance.now() + AT_MOST_MS;
        let part = work.next();
        while (part.done !== true && performance.now() < until) part = work.next();
        if (part.done === true) {
          const { grid } = input;
          const now = { held: part.value, grid };
          set(made ? { held: withPast(now, made), grid } : now);
        } else timer = setTimeout(go, PAUSE_MS);
      };
      timer = setTimeout(go, isFiltered ? TYPED_MS : PAUSE_MS);
    },
  };
}

/** What of it makes the past another, as text. */
const pastOf = ({ grid, watched }: HeldInput): string =>
  [grid.from, grid.stepMs, grid.steps, watched.length].join();

/** Epoch ms. That less is known with time makes no other picture; what was stored makes one. */
const beginOf = (input: HeldInput | undefined): number => input?.watched[0]?.from ?? Infinity;
