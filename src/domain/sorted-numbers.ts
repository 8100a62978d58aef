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
  if (before.length === 0) return withPlaces(cut(come));
  const pieces: Float64Array[] = [];
  /** Too little for a piece of its own. */
  let rest: Float64Array = NO_PIECE;
  let [g, c] = [0, 0];
  for (const [index, piece] of before.pieces.entries()) {
    // A piece takes what comes before the next one begins, and gives what is in it: of numbers that are equal the next may have some.
    const bound = before.pieces[index + 1]?.[0] ?? Infinity;
    const last = piece.at(-1) ?? -Infinity;
    const taken = firstPlace(c, come.length, (i) => (come[i] ?? Infinity) >= bound);
    const left = firstPlace(g, gone.length, (i) => (gone[i] ?? Infinity) > last);
    const { numbers, given } = pieceAfter(piece, gone.subarray(g, left), come.subarray(c, taken));
    c = taken;
    g += given;
    if (rest.length === 0 && numbers === piece) {
      pieces.push(piece);
      continue;
    }
    const joined = rest.length === 0 ? numbers : joinedOf(rest, numbers);
    const isLittle = joined.length < LEAST_IN_PIECE && bound !== Infinity;
    rest = isLittle ? joined : NO_PIECE;
    if (!isLittle) pieces.push(...cut(joined));
  }
  return withPlaces(pieces);
}

const NO_PIECE = new Float64Array();

function joinedOf(a: Float64Array, b: Float64Array): Float64Array {
  const joined = new Float64Array(a.length + b.length);
  joined.set(a);
  joined.set(b, a.length);
  return joined;
}

/**
 * A piece without `gone` and with `come`, both in order; itself where there is neither. What lies between two changes is copied
 * whole: loops over each number would run before the engine has optimised them, just when the first answers come.
 * @returns with how many of `gone` were in it
 */
function pieceAfter(
  piece: Float64Array,
  gone: Float64Array,
  come: Float64Array,
): { readonly numbers: Float64Array; readonly given: number } {
  if (gone.length === 0 && come.length === 0) return { numbers: piece, given: 0 };
  const numbers = new Float64Array(piece.length + come.length);
  let [at, to, c, given] = [0, 0, 0, 0];
  let leaves = gone.length;
  const copyUntil = (end: number) => {
    numbers.set(piece.subarray(at, end), to);
    to += end - at;
    at = end;
  };
  while (c < come.length || given < leaves) {
    const coming = come[c] ?? Infinity;
    const leaving = (given < leaves ? gone[given] : undefined) ?? Infinity;
    const number = Math.min(coming, leaving);
    copyUntil(firstPlace(at, piece.length, (i) => (piece[i] ?? Infinity) >= number));
    if (coming <= leaving) {
      numbers[to] = coming;
      to += 1;
      c += 1;
    } else if (piece[at] === leaving) {
      at += 1;
      given += 1;
    } else {
      // The next piece has it, and whatever else is to go.
      leaves = given;
    }
  }
  copyUntil(piece.length);
  return { numbers: given === 0 ? numbers : numbers.slice(0, to), given };
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
const upTo = (count: number, numberAt: (index: number) => number | undefined, at: number): number =>
  firstPlace(0, count, (index) => (numberAt(index) ?? Infinity) > at);

/** The first place from which on something holds, among those from `low` until before `high`; `high` where it nowhere does. */
function firstPlace(low: number, high: number, holds: (place: number) => boolean): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

const inOrder = (numbers: readonly number[]): Float64Array => new Float64Array(numbers).sort();

/** Without those that are in both, each as often as it is. */
function apart(gone: Float64Array, come: Float64Array): Record<"gone" | "come", Float64Array> {
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
  return { gone: new Float64Array(onlyGone), come: new Float64Array(onlyCome) };
}

/** None of them longer than may be, and none much shorter than another. */
function cut(numbers: Float64Array): readonly Float64Array[] {
  const { length } = numbers;
  if (length <= MOST_IN_PIECE) return length === 0 ? [] : [numbers];
  const count = Math.ceil(length / (MOST_IN_PIECE / 2 + 1));
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
