/** Keeps a history whenever storage lets it: where it was denied, it is tried again for as long as the page is open. */
import { goBy, keepHistory, type KeepOptions, type Kept } from "./keep.ts";
import type { StoreNotice } from "./store.ts";
import type { Watch } from "./watch.ts";

/** What could not be opened or written may be by then: a browser was busy, or its disk full. Ms. */
const AGAIN_MS = 300_000;

interface KeepTryingOptions extends Pick<KeepOptions, "pause"> {
  /** As of `keepHistory`, at each try. @param isAgain storage was denied or full before */
  readonly open: (
    onNotice: (notice: StoreNotice) => void,
    isAgain: boolean,
  ) => ReturnType<KeepOptions["open"]>;
  /** What stands in the way of storing, where that changed; undefined: nothing does any more. */
  readonly onNotice: (notice: StoreNotice | undefined) => void;
}

export function keepTrying(watch: Watch, { open, onNotice, pause = goBy }: KeepTryingOptions): Kept {
  /** As was told last. */
  let isDenied = false;
  let isClosed = false;
  /** It was to be forgotten, and may still be stored. */
  let isToForget = false;
  let kept = begin(false);

  function begin(isAgain: boolean): Kept {
    let isOver = false;
    const hear = (notice: StoreNotice) => {
      const wasDenied = isDenied;
      isDenied = notice === "memory-only";
      if (!isDenied || !wasDenied) onNotice(notice);
      if (!isDenied) return;
      isOver = true;
      void pause(AGAIN_MS).then(again);
    };
    return keepHistory(watch, {
      pause,
      open: (tell) =>
        open((notice) => {
          hear(notice);
          tell(notice);
        }, isAgain),
      onSaved() {
        if (!isDenied || isOver) return;
        isDenied = false;
        onNotice(undefined);
      },
    });
  }

  function again(): void {
    if (isClosed) return;
    kept.close();
    kept = begin(true);
    if (isToForget) void forget();
  }

  async function forget(): Promise<boolean> {
    isToForget = true;
    const isDone = await kept.forget();
    if (isDone) isToForget = false;
    return isDone;
  }

  return {
    ready: kept.ready,
    isSettled: (known) => kept.isSettled(known),
    find: (id) => kept.find(id),
    forget,
    close() {
      isClosed = true;
      kept.close();
    },
  };
}
