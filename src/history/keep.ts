/**
 * Ties a watch to what is kept of its connection: what was known before is there at once, and what is observed is
 * stored. Of several tabs on one connection only the leading one does this.
 */
import { SLICE, slices } from "../domain/delta-slices.ts";
import { deltaBetween, type KnownDelta, withSame } from "../domain/known-delta.ts";
import { type Known, type KnownSession, lastSeenAt, NOTHING_KNOWN } from "../domain/known.ts";
import type { HistoryStore, StoreNotice } from "./store.ts";
import type { Watch } from "./watch.ts";

export interface Kept {
  /** Resolves once what was known before is in the watch, or will not be; storage never holds a page up for long. */
  readonly ready: Promise<void>;
  /** Whether the store has what is known of it, as far as it stores anything. */
  readonly isSettled: (known: KnownSession) => boolean;
  /** A session as it was stored last, also one that is not in memory any more. */
  readonly find: (id: string) => Promise<KnownSession | undefined>;
  /**
   * Deletes what is kept. What is known by then is not stored again, and what is still being read does not come to be known.
   * @returns whether nothing is left
   */
  readonly forget: () => Promise<boolean>;
  /** What was observed by then is stored, unless what was known before was still being read. */
  readonly close: () => void;
}

export interface KeepOptions {
  /** The store of the connection; may take its time. */
  readonly open: (onNotice: (notice: StoreNotice) => void) => Promise<HistoryStore>;
  /** What was known is stored, as far as anything is. */
  readonly onSaved?: () => void;
  /** Lets so much time go by, ms. */
  readonly pause?: (ms: number) => Promise<void>;
}

/** Longer than this nobody waits for storage. Ms. */
const PATIENCE = 1_000;
/** Before anything is stored: what was observed first is on its way to the screen, and storing it would take its time from that. Ms. */
const SETTLE_MS = 1_000;
/** Between two parts of what is much: whoever opens a page of thousands of sessions has other use for the processor. Ms. */
const PAUSE_MS = 100;
/** Making room costs a pass over all that is stored: once in so many saves is enough. */
const SAVES_TO_A_PRUNING = 500;

export function keepHistory(watch: Watch, { open, onSaved = () => {}, pause = goBy }: KeepOptions): Kept {
  const ending = new AbortController();
  let isDenied = false;
  /** What is in the store for certain, of what the watch held. */
  let stored = NOTHING_KNOWN;
  /** How often all that is stored went: a save of before must not go on. */
  let losses = 0;
  let isForgotten = false;
  const lose = (left: Known) => {
    stored = left;
    losses += 1;
  };

  const opening = open((notice) => {
    // What was stored is gone: all that is known is new to the store.
    if (notice === "history-starts-now") lose(NOTHING_KNOWN);
    if (notice === "memory-only") isDenied = true;
  });
  const loading = opening.then(async (store) => {
    const before = await store.load();
    if (ending.signal.aborted) return store;
    if (isForgotten) watch.restore(NOTHING_KNOWN);
    // What storage could not say now it may say later.
    else if (!isDenied) stored = watch.restore(before) ?? takenUp(before);
    return store;
  });

  /**
   * Where the watch knows more than it can be told from before: what another tab told was stored by that tab, except for its last
   * moments. What is equal is the same.
   */
  function takenUp(before: Known): Known {
    watch.recallWatched(before.watched);
    return withSame(watch.known(), before);
  }

  void loading.then(
    (store) => {
      if (ending.signal.aborted) store.close();
      else follow(store);
    },
    // Without a store the watch is all there is, and waits for nothing.
    () => {
      if (!ending.signal.aborted) watch.restore(NOTHING_KNOWN);
    },
  );

  /** Stores what is observed from here on, until the end. */
  function follow(store: HistoryStore): void {
    let isSaving = true;
    let saves = 0;
    // Nothing known is nothing to store: where it was forgotten, the store is told so itself.
    const isNews = () => stored !== watch.known() && watch.known().latest !== undefined;
    const saveOnce = async () => {
      const [before, lossesBefore] = [stored, losses];
      const isVoid = () => losses !== lossesBefore || ending.signal.aborted;
      const asked = new Set<string>();
      let now: Known;
      let delta: KnownDelta;
      do {
        now = watch.known();
        delta = changes(before, now);
        const former = await formerOf(delta.changed, before, asked, store);
        if (isVoid()) return;
        if (former.length > 0) watch.recall(former);
        // Others may have come back meanwhile.
      } while (watch.known() !== now);
      // A page that dies between two parts has stored nothing untrue: what was stored before is corrected together with the
      // answer that dates it, and only sessions new to the store follow.
      for (const part of slices(delta, before.sessions)) {
        await store.save(part);
        if (part.changed.length === SLICE) await pause(PAUSE_MS);
        if (isVoid()) return;
      }
      stored = now;
      onSaved();
    };
    const save = async () => {
      if (isSaving) return;
      isSaving = true;
      while (isNews() && !ending.signal.aborted) {
        await saveOnce();
        saves += 1;
        if (saves % SAVES_TO_A_PRUNING === 0) await store.prune();
      }
      isSaving = false;
    };
    const end = watch.subscribe(() => void save());
    const begin = async () => {
      await pause(SETTLE_MS);
      if (ending.signal.aborted) return;
      isSaving = false;
      // First what was observed: room is made by code that has to be fetched, and a page may be left soon.
      await save();
      await store.prune();
    };
    void begin();
    ending.signal.addEventListener("abort", () => {
      end();
      // Whole, since nobody is left to be held up: the parts of a save under way among it.
      if (isNews()) void store.save(changes(stored, watch.known()));
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
    isSettled: (known) => stored.sessions.get(known.session.id) === known,
    find: (id) =>
      loading.then(
        async (store) => (await store.find([id]))[0],
        () => undefined,
      ),
    async forget() {
      isForgotten = true;
      lose(watch.known());
      return loading.then(
        (store) => store.forget(),
        () => true,
      );
    },
    close: () => ending.abort(),
  };
}

export const goBy = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms);
  });

/**
 * What is stored of sessions that are in memory without it: those that had left it and came back. One that began since the answer
 * that was stored last cannot be among them, and another life under the same id is another session.
 * @param asked those that were asked of the store before; these are added
 */
async function formerOf(
  changed: readonly KnownSession[],
  before: Known,
  asked: Set<string>,
  store: HistoryStore,
): Promise<readonly KnownSession[]> {
  const storedAt = before.latest?.sentAt ?? -Infinity;
  const come = changed.filter(
    ({ session: { id, startedAt } }) => startedAt < storedAt && !before.sessions.has(id) && !asked.has(id),
  );
  for (const { session } of come) asked.add(session.id);
  const found = come.length > 0 ? await store.find(come.map(({ session }) => session.id)) : [];
  const stored = new Map(found.map((known) => [known.session.id, known]));
  return changed.flatMap(({ session: { id, startedAt }, firstSeen }) => {
    const own = before.sessions.get(id) ?? stored.get(id);
    return own?.session.startedAt === startedAt && own.firstSeen < firstSeen
      ? [{ ...own, lastSeen: lastSeenAt(before, own) }]
      : [];
  });
}

/**
 * What the store must be told. What left the memory stays there, and the store forgets by itself; only what nobody dates any
 * longer is dated, or it would count as seen in each answer to come.
 */
function changes(before: Known, now: Known): KnownDelta {
  const delta = deltaBetween(before, now);
  const left = delta.dropped.flatMap((id) => {
    const session = before.sessions.get(id);
    return session === undefined || session.lastSeen !== undefined
      ? []
      : [{ ...session, lastSeen: lastSeenAt(before, session) }];
  });
  return { ...delta, changed: [...delta.changed, ...left], dropped: [] };
}
