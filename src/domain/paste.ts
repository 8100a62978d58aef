/** Session ids out of pasted text: a log, a link, a column of a sheet, the first characters of an id. */

const UUIDS = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/gi;

// White space, commas, semicolons, quotes (typographic ones too) and brackets of any kind.
const SEPARATORS = /[\s\p{White_Space},;`\p{Quotation_Mark}\p{Open_Punctuation}\p{Close_Punctuation}<>]+/u;

const LONG_ENOUGH = /^.{4}/su;

/**
 * The ids in a text, each once, in the order of their first mention. If the text holds UUIDs those are taken, wherever
 * they stand; otherwise its pieces are. A piece of at least 4 characters that begins exactly one of the `known` ids
 * becomes that id; any other stays as typed. Total, and linear in the text.
 */
export function readIds(text: string, known: Iterable<string>): string[] {
  const uuids = text.match(UUIDS);
  const pieces = new Set(uuids ?? text.split(SEPARATORS).filter((piece) => piece !== ""));
  const complete = completion(known);
  return [...new Set([...pieces].map(complete))];
}

/** A function from a piece to the one known id it begins, or to itself. */
function completion(known: Iterable<string>): (piece: string) => string {
  const ids = new Set(known);
  let sorted: readonly string[] | undefined;
  return (piece) => {
    if (ids.has(piece) || !LONG_ENOUGH.test(piece)) return piece;
    sorted ??= [...ids].sort();
    const at = lowerBound(sorted, piece);
    const [first, second] = [sorted[at], sorted[at + 1]];
    const unique = first?.startsWith(piece) === true && second?.startsWith(piece) !== true;
    return unique ? first : piece;
  };
}

/** Where the ids that begin with a prefix stand together in ids sorted by code unit: the first that is not less. */
function lowerBound(sorted: readonly string[], prefix: string): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] ?? "") < prefix) low = middle + 1;
    else high = middle;
  }
  return low;
}
