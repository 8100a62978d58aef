/** Keys that are pressed before what listens to them has been fetched: none is lost. */

let pressed: readonly KeyboardEvent[] = [];
// The last few: who has to press more of them has noticed.
const keep = (event: KeyboardEvent) => void (pressed = [...pressed.slice(-5), event]);
addEventListener("keydown", keep);

/** Gives the last of them, and keeps no more. */
export function takeEarlyKeys(): readonly KeyboardEvent[] {
  removeEventListener("keydown", keep);
  const early = pressed;
  pressed = [];
  return early;
}
