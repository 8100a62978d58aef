/**
 * Lists in one parameter: comma separated, with `%` written `%25` and `,` written `%2C` inside an item. A list is a set
 * kept in order, so duplicates drop. The empty text is the empty list; the list of one empty item, which would be
 * empty text too, is written as the pair `,` and comes back as one because duplicates drop.
 */
import { toWellFormed } from "../domain/well-formed.ts";
import type { Codec } from "./codec.ts";

const unique = <T>(items: readonly T[]): readonly T[] => [...new Set(items)];

const sameItems = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((item, i) => item === b[i]);

const escapeItem = (item: string): string =>
  toWellFormed(item).replace(/[%,]/g, (c) => (c === "%" ? "%25" : "%2C"));

// Only the two escapes have a meaning: a `%` that somebody typed into a link by hand stays what it is.
const unescapeItem = (raw: string): string => raw.replace(/%25|%2c/gi, (e) => (e === "%25" ? "%" : ","));

/** A list of opaque ids, in the given order. Every text is a list. */
export const idList: Codec<readonly string[]> = {
  parse: (raw) => (raw === "" ? [] : unique(toWellFormed(raw).split(",").map(unescapeItem))),
  serialize: (ids) => {
    const joined = ids.map(escapeItem).join(",");
    return joined === "" && ids.length > 0 ? "," : joined;
  },
  default: [],
  equal: sameItems,
};

/** The list with an item, at its end, or without it. */
export const withItem = (items: readonly string[], item: string, isIn: boolean): readonly string[] => {
  const others = items.filter((other) => other !== item);
  return isIn ? [...others, item] : others;
};

/** A choice of words, always written in the order of `words`. One unknown word makes the whole list invalid. */
export function someOf<T extends string>(words: readonly T[]): Codec<readonly T[]> {
  return {
    parse: (raw) => {
      if (raw === "") return [];
      const given = new Set<string>(raw.split(","));
      const chosen = words.filter((word) => given.has(word));
      return chosen.length === given.size ? chosen : undefined;
    },
    serialize: (chosen) => words.filter((word) => chosen.includes(word)).join(","),
    default: [],
    equal: sameItems,
  };
}
