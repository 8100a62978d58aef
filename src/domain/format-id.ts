/** Ids shortened for the eye. Ids are opaque: any string, of any length, is one. */

/** Stands for the id that has no characters. */
const EMPTY_ID = "(empty)";
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

/** The first 8 characters; `(empty)` for an empty id. */
export const shortId = (id: string): string => (id === "" ? EMPTY_ID : beginning(id, LENGTHS[0]));

/** A place for a short id has room for 13 characters: more beginning than that would be cut. */
const ROOM = 13;

/** Beginning and end, in the room of 13 characters: `5d40…015b5dec`. */
const bothEnds = (id: string): string =>
  `${beginning(id, 4)}…${Array.from(id.slice(-16)).slice(-8).join("")}`;

/**
 * Short forms that tell the given ids apart: 8 characters, and 13 for those equal in their first 8. Those equal in 13
 * show their two ends; where these are equal too, they grow on by the groups of a uuid. Equal ids share one entry.
 */
export function shortIds(ids: Iterable<string>): ReadonlyMap<string, string> {
  const short = new Map<string, string>();
  let alike = [...new Set(ids)];
  for (const length of LENGTHS) {
    const holders = new Map<string, string[]>();
    for (const id of alike) {
      const text = id === "" ? EMPTY_ID : beginning(id, length);
      short.set(id, text);
      const same = holders.get(text);
      if (same === undefined) holders.set(text, [id]);
      else same.push(id);
    }
    alike = [...holders.values()]
      .filter((same) => same.length > 1 && !(length === ROOM && showEnds(same, short)))
      .flat();
  }
  return short;
}

/** Whether the two ends tell ids apart, from each other and from what is shown of others; if so they are shown. */
function showEnds(alike: readonly string[], short: Map<string, string>): boolean {
  const ends = alike.map(bothEnds);
  const taken = new Set(short.values());
  if (new Set(ends).size < ends.length || ends.some((text) => taken.has(text))) return false;
  for (const id of alike) short.set(id, bothEnds(id));
  return true;
}
