/**
 * Sessions by id that differ in a few from those of before: to make them costs what differs, where a copy would cost what both hold,
 * and leave as much behind. The law: it holds what the changed copy would hold; in which order, nobody may rely on.
 */
import type { KnownSession } from "./known.ts";

/** So much of what is below may be covered: beyond that a whole map is read faster. */
const MOST_OVER = 1 / 25;

type Sessions = ReadonlyMap<string, KnownSession>;

/** `before` without the ids that are gone, and with the sessions that came. */
export function changedMap(
  before: Sessions,
  gone: readonly string[],
  come: readonly (readonly [id: string, session: KnownSession])[],
): Sessions {
  const isLayered = before instanceof LayeredMap;
  const below = isLayered ? before.below : before;
  const over = new Map<string, KnownSession | undefined>(isLayered ? before.over : []);
  for (const key of gone) over.set(key, undefined);
  for (const [key, value] of come) over.set(key, value);
  const layered = new LayeredMap(below, over);
  return over.size > below.size * MOST_OVER ? layered.whole() : layered;
}

class LayeredMap implements Sessions {
  readonly below: Sessions;
  /** What differs from `below`; undefined: not in here. */
  readonly over: ReadonlyMap<string, KnownSession | undefined>;

  constructor(below: Sessions, over: ReadonlyMap<string, KnownSession | undefined>) {
    this.below = below;
    this.over = over;
  }

  /** A map as any other. */
  whole(): Map<string, KnownSession> {
    const all = new Map(this.below);
    for (const [key, value] of this.over) {
      if (value === undefined) all.delete(key);
      else all.set(key, value);
    }
    return all;
  }

  get size(): number {
    return this.whole().size;
  }

  get(key: string): KnownSession | undefined {
    return this.over.has(key) ? this.over.get(key) : this.below.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  entries(): MapIterator<[string, KnownSession]> {
    return this.whole().entries();
  }

  keys(): MapIterator<string> {
    return this.whole().keys();
  }

  values(): MapIterator<KnownSession> {
    return this.whole().values();
  }

  [Symbol.iterator](): MapIterator<[string, KnownSession]> {
    return this.entries();
  }

  forEach(call: (value: KnownSession, key: string, map: Sessions) => void): void {
    this.whole().forEach(call);
  }
}
