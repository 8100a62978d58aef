/**
 * A field that says the same in many elements of a list, and is most of their text: it is parsed once, and they share the value.
 * Of an answer of thousands of sessions three quarters are the parameters of a few models.
 */
import { DecodeError } from "../errors.ts";
import { isObject } from "./frame.ts";

/** So many values are remembered, with their texts. */
const MOST = 1_000;

interface Remembered {
  readonly text: string;
  readonly value: object;
}

export interface RepeatedField {
  /**
   * The elements of a list without its brackets, parsed. A value that was seen before is the same object again.
   * @throws where they are no elements, or hold the field elsewhere too
   */
  readonly parse: (text: string) => unknown[];
  /** After each answer: what helps little is forgotten. */
  readonly settle: () => void;
}

/**
 * @param before the field before it, a text that tells the values apart: those of another text may be others
 * @param name of the field itself
 */
export function repeatedField(before: string, name: string): RepeatedField {
  const remembered = new Map<string, Remembered>();
  const key = `","${name}":`;
  /** Stands in the text for a value that is known. No server can know it. */
  const known = -1 - Math.random();
  /** Since the answer began: how many values were remembered then, how many elements came, and how many had such a value. */
  let had = 0;
  let count = 0;
  let found = 0;

  /** The text with what is known cut out, and what that is, in its order. */
  function cut(text: string): { readonly text: string; readonly values: readonly object[] } {
    const values: object[] = [];
    let rest = "";
    let from = 0;
    for (let at = text.indexOf(key); at >= 0; at = text.indexOf(key, at + 1)) {
      const begin = at + key.length;
      const one = remembered.get(text.slice(text.lastIndexOf('"', at - 1) + 1, at));
      // The whole of an object is never the beginning of another, so this is the value and not a part of it.
      if (!one || !text.startsWith(one.text, begin)) continue;
      values.push(one.value);
      rest += text.slice(from, begin) + known;
      from = begin + one.text.length;
    }
    return { text: rest + text.slice(from), values };
  }

  function take(element: unknown, value: object | undefined): boolean {
    if (!isObject(element)) return false;
    const { [before]: by, [name]: field } = element;
    if (field === known) {
      element[name] = value;
      return true;
    }
    if (typeof by !== "string" || typeof field !== "object" || field === null) return false;
    if (remembered.size >= MOST || remembered.has(by)) return false;
    const text = JSON.stringify(field);
    // A number too large for any is null in its text, and something else in itself.
    if (!text.includes("null")) remembered.set(by, { text, value: field });
    return false;
  }

  return {
    parse(whole) {
      const { text, values } = cut(whole);
      const list: unknown = JSON.parse(`[${text}]`);
      if (!Array.isArray(list)) return [];
      let at = 0;
      for (const element of list) if (take(element, values[at])) at += 1;
      if (at !== values.length) throw new DecodeError("list: a field in another place");
      count += list.length;
      found += at;
      return list;
    },
    settle() {
      if (had > 0 && found * 2 < count) remembered.clear();
      had = remembered.size;
      count = 0;
      found = 0;
    },
  };
}
