/**
 * Marks the document while somebody acts, so that what moves by itself rests (timeline.css). A browser that draws for an
 * animation shows what is typed or pressed with its next frame and no sooner, and puts each moving piece together anew in it.
 */

/** Somebody is at it until this long after the last sign. Ms; shorter, and glyphs would start and stop between two movements of a hand. */
const LULL_MS = 2_000;
const SIGNS = ["keydown", "pointerdown", "pointermove", "wheel"] as const;
/** In so many steps a glyph turns once, as in icons.css. */
const TURN_STEPS = 80;

/** @returns what ends it */
export function markActing(): () => void {
  const root = document.documentElement;
  const ending = new AbortController();
  let lastAt = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = (ms: number) => (timer = setTimeout(look, ms));
  const rest = () => {
    timer = undefined;
    root.removeAttribute("data-acting");
  };
  const look = () => {
    const left = lastAt + LULL_MS - performance.now();
    if (left > 0) wait(left);
    else rest();
  };
  const act = () => {
    lastAt = performance.now();
    if (timer !== undefined) return;
    wait(LULL_MS);
    keepTurns();
    root.setAttribute("data-acting", "");
  };
  const how = { capture: true, passive: true, signal: ending.signal };
  for (const sign of SIGNS) addEventListener(sign, act, how);
  // It goes on by itself after the hand is gone; and where nobody acts, the page scrolls for an answer.
  const goOn = () => timer !== undefined && act();
  addEventListener("scroll", goOn, how);
  return () => {
    ending.abort();
    clearTimeout(timer);
    rest();
  };
}

/** Writes down how far each glyph is seen to have turned: it stops there, and goes on from there, in step with the others. */
function keepTurns(): void {
  const turns: (readonly [glyph: HTMLElement, turned: number])[] = [];
  for (const animation of document.getAnimations()) {
    const { effect } = animation;
    if (!(animation instanceof CSSAnimation) || animation.animationName !== "glyph-turn") continue;
    if (!(effect instanceof KeyframeEffect) || !(effect.target instanceof HTMLElement)) continue;
    const { progress } = effect.getComputedTiming();
    turns.push([effect.target, Math.floor((progress ?? 0) * TURN_STEPS) / TURN_STEPS]);
  }
  // After all of them are read: a browser styles the page anew for what is read after something was written.
  for (const [glyph, turned] of turns) glyph.style.setProperty("--turned", String(turned));
}
