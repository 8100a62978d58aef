/** Keeps a history whenever storage lets it: where it was denied, it is tried again for as long as the page is open. */
import { goBy, keepHistory, type KeepOptions, type Kept } from "./keep.ts";
import type { StoreNotice } from "./store.ts";
import type { Watch } from "./watch.ts";

/** What could not be opened or written may be by then: a browser was busy, or its disk full. Ms. */
const AGAIN_MS = 300_000;

interface KeepTryingOptions extends Pick<KeepOptions, "open" | "pause"> {
  /** What stands in the way of storing, where that changed; undefined: nothing does any more. */
  readonly onNotice: (notice: StoreNotice | undefined) => void;
}

export function keepTrying(watch: Watch, { open, onNotice, pause = goBy }: KeepTryingOptions): Kept {
  /** As was told last. */
  let isDenied = false;
  let isClosed = false;
  let kept = begin();

  function begin(): Kept {
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
        }),
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
    kept = begin();
  }

  return {
    ready: kept.ready,
    isSettled: (known) => kept.isSettled(known),
    find: (id) => kept.find(id),
    forget: () => kept.forget(),
    close() {
      isClosed = true;
      kept.close();
    },
  };
}
