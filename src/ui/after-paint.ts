/**
 * Runs something once what is on its way to the screen is painted; soon, where nobody can see the page.
 * @returns what calls it off
 */
export function afterPaint(run: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const next = () => void (timer = setTimeout(run));
  const frame = document.hidden ? next() : requestAnimationFrame(next);
  return () => {
    if (frame !== undefined) cancelAnimationFrame(frame);
    clearTimeout(timer);
  };
}

/**
 * Runs something once what is on its way to the screen is there: what is painted is put together in the frame after that.
 * @returns what calls it off
 */
export function onceShown(run: () => void): () => void {
  let stop = afterPaint(() => {
    stop = afterPaint(run);
  });
  return () => stop();
}
