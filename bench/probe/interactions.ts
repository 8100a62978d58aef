/** From a key or a click to the next paint, and to the list that follows from it. */
import { painted } from "./painted.ts";

/** What Event Timing reports at least, ms: faster interactions have no entry. */
const THRESHOLD_MS = 16;

/** TypeScript does not know the threshold. */
const EVENTS: PerformanceObserverInit & { readonly durationThreshold: number } = {
  type: "event",
  durationThreshold: THRESHOLD_MS,
};

interface Interaction {
  /** To the next paint, ms: Event Timing's own figure, in steps of 8, at least 16. */
  readonly nextPaintMs: number;
  /** To the paint that shows another number of rows, ms; undefined when the number stayed. */
  readonly listMs: number | undefined;
}

let longest = 0;
let startedAt: number | undefined;
let listMs: number | undefined;

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) {
    if ("interactionId" in entry && entry.interactionId !== 0) longest = Math.max(longest, entry.duration);
  }
}).observe(EVENTS);

for (const type of ["keydown", "pointerup"]) {
  addEventListener(
    type,
    ({ timeStamp }) => {
      startedAt = timeStamp;
    },
    { capture: true },
  );
}

new MutationObserver(() => {
  const from = startedAt;
  if (from === undefined) return;
  startedAt = undefined;
  void painted().then((at) => {
    listMs = at - from;
  });
}).observe(document, { subtree: true, attributeFilter: ["aria-rowcount"] });

export function forgetInteractions(): void {
  longest = 0;
  startedAt = undefined;
  listMs = undefined;
}

/** The interaction since it was last asked to forget. */
export const lastInteraction = (): Interaction => ({
  nextPaintMs: Math.max(THRESHOLD_MS, longest),
  listMs,
});
