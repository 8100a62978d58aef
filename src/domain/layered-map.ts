/**
 * A map that differs in a few places from another: to make one costs what differs, where a copy would cost what both hold,
 * and leave as much behind. The law: it holds what the changed copy would hold; in which order, nobody may rely on.
 */

/** So much of what is below may be covered: beyond that a whole map is read faster. */
const MOST_OVER = 1 / 10;

/** `before` without the keys that are gone, and with the values that came. */
export function changedMap<Value extends object>(
  before: ReadonlyMap<string, Value>,
  gone: readonly string[],
  come: readonly (readonly [key: string, value: Value])[],
): ReadonlyMap<string, Value> {
  const isLayered = before instanceof LayeredMap;
  const below: ReadonlyMap<string, Value> = isLayered ? before.below : before;
  const over = new Map<string, Value | undefined>(isLayered ? before.over : []);
  for (const key of gone) over.set(key, undefined);
  for (const [key, value] of come) over.set(key, value);
  const layered = new LayeredMap(below, over);
  return over.size > below.size * MOST_OVER ? new Map(layered) : layered;
}

class LayeredMap<Value extends object> implements ReadonlyMap<string, Value> {
  readonly below: ReadonlyMap<string, Value>;
  /** What differs from `below`; undefined: not in here. */
  readonly over: ReadonlyMap<string, Value | undefined>;

  constructor(below: ReadonlyMap<string, Value>, over: ReadonlyMap<string, Value | undefined>) {
    this.below = below;
    this.over = over;
  }

  get size(): number {
    return new Map(this).size;
  }

  get(key: string): Value | undefined {
    return this.over.has(key) ? this.over.get(key) : this.below.get(key);
  }

  has(key: string): boolean {
    return this.get(key) !== undefined;
  }

  *entries(): MapIterator<[string, Value]> {
    for (const entry of this.below) if (!this.over.has(entry[0])) yield entry;
    for (const [key, value] of this.over) if (value !== undefined) yield [key, value];
  }

  keys(): MapIterator<string> {
    return new Map(this).keys();
  }

  values(): MapIterator<Value> {
    return new Map(this).values();
  }

  [Symbol.iterator](): MapIterator<[string, Value]> {
    return this.entries();
  }

  forEach(call: (value: Value, key: string, map: ReadonlyMap<string, Value>) => void): void {
    new Map(this).forEach(call);
  }
}
