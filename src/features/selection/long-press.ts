/** A finger that rests on something. */

/** As long as a phone's own long press, or a little less. Ms. */
const RESTS_MS = 450;
/** A finger trembles this far. Px. */
const TREMBLES_PX = 10;

export interface LongPress {
  /** Whether the press that a click ends was long: then it has done already what it does. */
  readonly wasLong: () => boolean;
}

/** @param onRest returns whether it did anything; then neither the browser's menu nor a click follows */
export function watchLongPress(
  place: HTMLElement,
  signal: AbortSignal,
  onRest: (event: PointerEvent) => boolean,
): LongPress {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  let isLong = false;
  let [x, y] = [0, 0];
  const stop = () => clearTimeout(waiting);

  place.addEventListener(
    "pointerdown",
    (event) => {
      stop();
      isLong = false;
      if (event.pointerType !== "touch" || !event.isPrimary) return;
      [x, y] = [event.clientX, event.clientY];
      waiting = setTimeout(() => {
        isLong = onRest(event);
      }, RESTS_MS);
    },
    { signal },
  );
  place.addEventListener(
    "pointermove",
    ({ clientX, clientY }) => {
      if (Math.hypot(clientX - x, clientY - y) > TREMBLES_PX) stop();
    },
    { signal, passive: true },
  );
  for (const end of ["pointerup", "pointercancel"] as const) place.addEventListener(end, stop, { signal });
  place.addEventListener(
    "contextmenu",
    (event) => {
      if (isLong) event.preventDefault();
    },
    { signal },
  );
  signal.addEventListener("abort", stop);
  return { wasLong: () => isLong };
}
