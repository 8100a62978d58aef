/** A value of a list with a key of its own for React. */
export interface Keyed<T> {
  readonly key: string;
  readonly value: T;
}

/** Keys for things without identity, such as lines of a text: what they say, and their number among those that say the same. */
export function keyed<T>(values: readonly T[], textOf: (value: T) => string): readonly Keyed<T>[] {
  const seen = new Map<string, number>();
  return values.map((value) => {
    const text = textOf(value);
    const count = (seen.get(text) ?? 0) + 1;
    seen.set(text, count);
    return { key: `${count}:${text}`, value };
  });
}
