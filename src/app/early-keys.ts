/** Keys that are pressed before what listens to them has been fetched: none is lost. */

let pressed: readonly KeyboardEvent[] = [];
// What is typed fast in the time that a slow network takes; who holds a key down does not fill memory.
const keep = (event: KeyboardEvent) => void (pressed = [...pressed.slice(-50), event]);
addEventListener("keydown", keep);

/** Gives the last of them, and keeps no more. */
export function takeEarlyKeys(): readonly KeyboardEvent[] {
  removeEventListener("keydown", keep);
  const early = pressed;
  pressed = [];
  return early;
}
