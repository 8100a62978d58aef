/** Ids shortened for the eye. Ids are opaque: any string, of any length, is one. */
import { ABSENT } from "./format-number.ts";

/** Where a uuid's groups end; an id still ambiguous at the last is shown so. */
const LENGTHS = [8, 13, 18, 23, 36] as const;

/** The first `length` code points: never half of a surrogate pair. */
function beginning(id: string, length: number): string {
  if (id.length <= length) return id;
  // A code point takes at most two units: a long id is not spread out whole.
  return Array.from(id.slice(0, 2 * length))
    .slice(0, length)
    .join("");
}

/** The first 8 characters; `–` for an empty id. */
export const shortId = (id: string): string => (id === "" ? ABSENT : beginning(id, LENGTHS[0]));

/**
 * Short forms that tell the given ids apart: 8 characters, 13 for those equal in their first 8, and so on by the
 * groups of a uuid. Equal ids share one entry.
 */
export function shortIds(ids: Iterable<string>): ReadonlyMap<string, string> {
  const short = new Map<string, string>();
  let alike = [...new Set(ids)];
  for (const length of LENGTHS) {
    const holders = new Map<string, string[]>();
    for (const id of alike) {
      const text = id === "" ? ABSENT : beginning(id, length);
      short.set(id, text);
      const same = holders.get(text);
      if (same === undefined) holders.set(text, [id]);
      else same.push(id);
    }
    alike = [...holders.values()].filter((same) => same.length > 1).flat();
  }
  return short;
}
