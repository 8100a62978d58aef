/**
 * Very many numbers in order, each as often as it was put in. They lie in pieces: a change makes those anew that it falls into and
 * shares all others, so that it costs what it changes. Times of what happens are nearly all after those of what happened.
 */

export interface SortedNumbers {
  readonly length: number;
  /** In order; none is empty. */
  readonly pieces: readonly Float64Array[];
  /** How many numbers lie before each piece. */
  readonly places: readonly number[];
}

/** Goes through numbers in order. It hands over no number from call to call, for there may be hundreds of thousands. */
export interface Walker {
  /** The number before which it stands; Infinity behind the last. */
  next: number;
  /** How many are before that. */
  place: number;
  /** Passes one. */
  readonly step: () => void;
}

/** A piece that would be longer is cut into such as are about half as long. */
export const MOST_IN_PIECE = 1024;
/** A shorter one is joined to the next: numbers that leave would leave more and more small ones. */
export const LEAST_IN_PIECE = MOST_IN_PIECE / 8;

export const NO_NUMBERS: SortedNumbers = { length: 0, pieces: [], places: [] };

/**
 * The numbers with each of `gone` taken off once and each of `come` put in, all of them finite and in whatever order; the same
 * object where that changes nothing. All of `gone` are among them.
 */
export function numbersAfter(
  before: SortedNumbers,
  change: { readonly gone: readonly number[]; readonly come: readonly number[] },
): SortedNumbers {
  const { gone, come } = apart(inOrder(change.gone), inOrder(change.come));
  if (gone.length === 0 && come.length === 0) return before;
  if (before.length === 0) return withPlaces(cut(Float64Array.from(come)));
  const pieces: Float64Array[] = [];
  /** Too little for a piece of its own. */
  let rest: readonly number[] = [];
  let [g, c] = [0, 0];
  for (const [index, piece] of before.pieces.entries()) {
    // A piece takes what comes before the next one begins, and gives what is in it: of numbers that are equal the next may have some.
    const bound = before.pieces[index + 1]?.[0] ?? Infinity;
    const gives = (gone[g] ?? Infinity) <= (piece.at(-1) ?? -Infinity);
    if (rest.length === 0 && !gives && !((come[c] ?? Infinity) < bound)) {
      pieces.push(piece);
      continue;
    }
    const numbers = [...rest];
    const takeBelow = (limit: number) => {
      for (let coming = come[c]; coming !== undefined && coming < limit; coming = come[(c += 1)])
        numbers.push(coming);
    };
    for (const number of piece) {
      takeBelow(number);
      if (gone[g] === number) g += 1;
      else numbers.push(number);
    }
    takeBelow(bound);
    const isLittle = numbers.length < LEAST_IN_PIECE && bound !== Infinity;
    rest = isLittle ? numbers : [];
    if (!isLittle) pieces.push(...cut(Float64Array.from(numbers)));
  }
  return withPlaces(pieces);
}

/** How many are no greater. */
export function rank({ pieces, places }: SortedNumbers, at: number): number {
  const index = upTo(pieces.length, (i) => pieces[i]?.[0], at) - 1;
  const piece = pieces[index];
  return piece ? (places[index] ?? 0) + upTo(piece.length, (i) => piece[i], at) : 0;
}

/** @param from it begins behind all that are no greater */
export function walk(sorted: SortedNumbers, from: number): Walker {
  const { pieces, places } = sorted;
  const place = rank(sorted, from);
  let index = upTo(pieces.length, (i) => places[i], place) - 1;
  let piece = pieces[index];
  let inPiece = place - (places[index] ?? 0);
  const look = () => {
    if (piece !== undefined && inPiece === piece.length) {
      piece = pieces[(index += 1)];
      inPiece = 0;
    }
    walker.next = piece?.[inPiece] ?? Infinity;
  };
  const walker: Walker = {
    next: Infinity,
    place,
    step() {
      inPiece += 1;
      walker.place += 1;
      look();
    },
  };
  look();
  return walker;
}

/** How many of the first `count` of an order are no greater. */
function upTo(count: number, numberAt: (index: number) => number | undefined, at: number): number {
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((numberAt(middle) ?? Infinity) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

const inOrder = (numbers: readonly number[]): Float64Array => Float64Array.from(numbers).sort();

/** Without those that are in both, each as often as it is. */
function apart(gone: Float64Array, come: Float64Array): Record<"gone" | "come", ArrayLike<number>> {
  if (gone.length === 0) return { gone, come };
  const [onlyGone, onlyCome]: [number[], number[]] = [[], []];
  let [g, c] = [0, 0];
  while (g < gone.length || c < come.length) {
    const [leaving, coming] = [gone[g] ?? Infinity, come[c] ?? Infinity];
    if (leaving <= coming) g += 1;
    if (coming <= leaving) c += 1;
    if (leaving < coming) onlyGone.push(leaving);
    if (coming < leaving) onlyCome.push(coming);
  }
  return { gone: onlyGone, come: onlyCome };
}

/** None of them longer than may be, and none much shorter than another. */
function cut(numbers: Float64Array): readonly Float64Array[] {
  const { length } = numbers;
  const count = length > MOST_IN_PIECE ? Math.ceil(length / (MOST_IN_PIECE / 2 + 1)) : 1;
  const size = Math.ceil(length / count);
  const pieces: Float64Array[] = [];
  for (let at = 0; at < length; at += size) pieces.push(numbers.slice(at, at + size));
  return pieces;
}

function withPlaces(pieces: readonly Float64Array[]): SortedNumbers {
  let length = 0;
  const places = pieces.map((piece) => {
    const place = length;
    length += piece.length;
    return place;
  });
  return { length, pieces, places };
}
