/**
 * Ties a watch to what is kept of its connection: what was known before is there at once, and what is observed is
 * stored. Of several tabs on one connection only the leading one does this.
 */
import { deltaBetween, type KnownDelta } from "../domain/known-delta.ts";
import { type Known, type KnownSession, NOTHING_KNOWN } from "../domain/known.ts";
import type { HistoryStore, StoreNotice } from "./store.ts";
import type { Watch } from "./watch.ts";

export interface Kept {
  /** Resolves once what was known before is in the watch, or will not be; storage never holds a page up for long. */
  readonly ready: Promise<void>;
  /** A session as it was stored last, also one that is not in memory any more. */
  readonly find: (id: string) => Promise<KnownSession | undefined>;
  /** Deletes what is kept. What is known by then is not stored again. @returns whether nothing is left */
  readonly forget: () => Promise<boolean>;
  /** What was observed by then is stored. */
  readonly close: () => void;
}

interface KeepOptions {
  /** The store of the connection; may take its time. */
  readonly open: (onNotice: (notice: StoreNotice) => void) => Promise<HistoryStore>;
}

/** Longer than this nobody waits for storage. Ms. */
const PATIENCE = 1_000;
/** Making room costs a pass over all that is stored: once in so many saves is enough. */
const SAVES_TO_A_PRUNING = 500;
/** So many new sessions are handed over at once: copying more would be felt. */
const SLICE = 200;

export function keepHistory(watch: Watch, { open }: KeepOptions): Kept {
  const ending = new AbortController();
  let stored = NOTHING_KNOWN;

  const opening = open((notice) => {
    // What was stored is gone: all that is known is new to the store.
    if (notice === "history-starts-now") stored = NOTHING_KNOWN;
  });
  const loading = opening.then(async (store) => {
    const known = await store.load();
    if (!ending.signal.aborted && known !== NOTHING_KNOWN && watch.restore(known)) stored = watch.known();
    return store;
  });

  void loading.then(
    (store) => {
      if (ending.signal.aborted) store.close();
      else follow(store);
    },
    // Without a store the watch is all there is.
    () => undefined,
  );

  /** Stores what is observed from here on, until the end. */
  function follow(store: HistoryStore): void {
    let isSaving = false;
    let saves = 0;
    const save = async () => {
      if (isSaving) return;
      isSaving = true;
      while (stored !== watch.known() && !ending.signal.aborted) {
        const [before, now] = [stored, watch.known()];
        stored = now;
        // What left the memory stays in the store, which forgets by itself.
        const delta = { ...deltaBetween(before, now), dropped: [] };
        for (const part of slices(delta, before)) await store.save(part);
        saves += 1;
        if (saves % SAVES_TO_A_PRUNING === 0) await store.prune();
      }
      isSaving = false;
    };
    const end = watch.subscribe(() => void save());
    void store.prune().then(save);
    ending.signal.addEventListener("abort", () => {
      end();
      store.close();
    });
  }

  const patience = new Promise<void>((resolve) => {
    setTimeout(resolve, PATIENCE);
  });
  return {
    ready: Promise.race([
      loading.then(
        () => undefined,
        () => undefined,
      ),
      patience,
    ]),
    find: (id) =>
      loading.then(
        (store) => store.find(id),
        () => undefined,
      ),
    async forget() {
      stored = watch.known();
      return loading.then(
        (store) => store.forget(),
        () => true,
      );
    },
    close: () => ending.abort(),
  };
}

/**
 * A delta in parts that are quick to copy, so made that a page which dies between two of them has stored nothing untrue:
 * what was stored before is corrected together with the answer that dates it, and only sessions new to the store follow.
 */
function* slices(delta: KnownDelta, before: Known): Generator<KnownDelta> {
  const { changed, dropped, ...rest } = delta;
  const corrected: KnownSession[] = [];
  const added: KnownSession[] = [];
  for (const one of changed) (before.sessions.has(one.session.id) ? corrected : added).push(one);
  const room = Math.max(0, SLICE - corrected.length);
  yield { ...rest, changed: [...corrected, ...added.slice(0, room)], dropped };
  for (let from = room; from < added.length; from += SLICE) {
    yield { ...rest, changed: added.slice(from, from + SLICE), dropped: [] };
  }
}
