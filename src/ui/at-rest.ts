/** A page at rest has nothing due for so long. Ms; browsers tell of 50 at most, and of less than a frame while they draw. */
const REST_MS = 20;
/** So long it is waited for: a page that draws each frame is never at rest, and has to do. Ms. */
const LONGEST_MS = 10_000;
/** Where a browser does not tell when it is idle, it is after this. Ms. */
const SOON_MS = 500;

/**
 * Runs something once the page is at rest: not while it is scrolled, nor while an answer is drawn.
 * @returns what calls it off
 */
export function atRest(run: () => void): () => void {
  // Safari has none yet, whatever its type says.
  const ask: typeof requestIdleCallback | undefined = globalThis.requestIdleCallback;
  if (!ask) {
    const timer = setTimeout(run, SOON_MS);
    return () => clearTimeout(timer);
  }
  const last = performance.now() + LONGEST_MS;
  let asked = 0;
  const wait = () => {
    asked = ask(
      (deadline) => (deadline.timeRemaining() >= REST_MS || performance.now() >= last ? run() : wait()),
      { timeout: LONGEST_MS },
    );
  };
  wait();
  return () => cancelIdleCallback(asked);
}

/** Runs one after the other, each once the page is at rest. @returns what calls off those that have not run */
export function eachAtRest([first, ...rest]: readonly (() => void)[]): () => void {
  if (!first) return () => undefined;
  let stop = atRest(() => {
    first();
    stop = eachAtRest(rest);
  });
  return () => stop();
}
