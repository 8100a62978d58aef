/**
 * Glyphs that turn and sheens that travel move in steps (icons.css, timeline.css), and a browser draws the page once for each of
 * their steps: at one moment where they keep step, at as many as there are beginnings where each goes by its own. A page that
 * is watched for months begins with a few and adds one with an answer now and then.
 */

const IN_STEPS: ReadonlySet<string> = new Set(["glyph-turn", "sheen"]);
/** How long each of their steps is. Ms. */
const STEP_MS = 50;
/** So far apart two steps are one frame. Ms. */
const TOGETHER_MS = 1;

/** @returns what ends it */
export function keepInStep(): () => void {
  const ending = new AbortController();
  let isDue = false;
  /** Another began meanwhile. */
  let isAgain = false;
  const fallInSoon = async () => {
    isDue = true;
    do {
      isAgain = false;
      // When it began is known to the browser first and to the page with the next frame; one that was taken away never begins.
      await Promise.allSettled(document.getAnimations().map(({ ready }) => ready));
    } while (isAgain);
    isDue = false;
    if (!ending.signal.aborted) fallIn();
  };
  const hear = ({ animationName }: AnimationEvent) => {
    if (!IN_STEPS.has(animationName)) return;
    if (isDue) isAgain = true;
    else void fallInSoon();
  };
  document.addEventListener("animationstart", hear, { signal: ending.signal });
  return () => ending.abort();
}

/** All step with the one that stands first, each by less than a step earlier than it did. */
function fallIn(): void {
  let first: number | undefined;
  for (const animation of document.getAnimations()) {
    const { startTime } = animation;
    if (!(animation instanceof CSSAnimation) || !IN_STEPS.has(animation.animationName)) continue;
    if (typeof startTime !== "number") continue;
    first ??= startTime;
    const apart = (((startTime - first) % STEP_MS) + STEP_MS) % STEP_MS;
    if (apart > TOGETHER_MS && apart < STEP_MS - TOGETHER_MS) animation.startTime = startTime - apart;
  }
}
