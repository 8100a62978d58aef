/**
 * A function of an object, worked out once for each: what an answer did not change is the same object, and so is what was made of it.
 * @param make of what does not change while the object is the same; never undefined
 */
export function onceFor<K extends WeakKey, V>(make: (of: K) => V): (of: K) => V {
  const made = new WeakMap<K, V>();
  return (of) => {
    const before = made.get(of);
    if (before !== undefined) return before;
    const value = make(of);
    made.set(of, value);
    return value;
  };
}
