/**
 * The stretch of time in view while a gesture goes on. It is no state of the link yet, and changes with each frame: what draws it
 * listens here, and the page with its rows renders once the gesture is over.
 */
import { useMemo, useSyncExternalStore } from "react";
import type { Window } from "../../domain/window.ts";
import type { Cell } from "../../ui/cell.ts";
import type { Frame } from "../../ui/live-frame.ts";

/** Empty at rest. */
export type MovingWindow = Cell<Window>;

/** The frame that is drawn: that of the gesture, else the link's. */
export function useShownFrame(moving: MovingWindow, atRest: Frame): Frame {
  const window = useSyncExternalStore(moving.subscribe, moving.now);
  return useMemo(
    () => (window ? { from: window.from, to: window.to, live: false } : atRest),
    [window, atRest],
  );
}
