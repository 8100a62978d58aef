/** One thing after another: saves wait for what is under way, and those that wait together become one. */

export interface SaveQueue<T> {
  /** Resolves once what holds this item was written. */
  readonly save: (item: T) => Promise<void>;
  /** Runs a task after everything asked for before it, and before everything asked for after it. */
  readonly run: <R>(task: () => Promise<R>) => Promise<R>;
}

/** @param merge one item for two that follow each other */
export function createSaveQueue<T>(
  write: (item: T) => Promise<void>,
  merge: (earlier: T, later: T) => T,
): SaveQueue<T> {
  let last: Promise<unknown> = Promise.resolve();
  /** The save at the end of the line, as long as it has not begun and nothing waits behind it. */
  let waiting: { readonly save: { item: T }; readonly written: Promise<void> } | undefined;

  const run = <R>(task: () => Promise<R>): Promise<R> => {
    waiting = undefined;
    const done = last.then(task);
    // Who asked hears of a failure; those behind go on.
    last = done.catch(() => undefined);
    return done;
  };

  return {
    run,
    save(item) {
      if (waiting !== undefined) {
        waiting.save.item = merge(waiting.save.item, item);
        return waiting.written;
      }
      const save = { item };
      const written = run(() => {
        if (waiting?.save === save) waiting = undefined;
        return write(save.item);
      });
      waiting = { save, written };
      return written;
    },
  };
}
