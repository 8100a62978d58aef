/**
 * JSON as lines of which some are folded away. Lines are made one by one, and of what is folded none: a value of any size costs
 * what is seen of it. With everything open they are the lines of `JSON.stringify(value, null, 2)`.
 */
import { onceFor } from "./once-for.ts";

/** What a reader opened, folded and asked more of; the rest is as `isOpenAtFirst` has it. */
export interface Folds {
  /** Of all that the reader did not touch; undefined: by how much there is. */
  readonly all: boolean | undefined;
  /** By path. */
  readonly open: ReadonlyMap<string, boolean>;
  /** How many items of a container are shown, by path, where they are more than at first. */
  readonly shown: ReadonlyMap<string, number>;
}

export const NO_FOLDS: Folds = { all: undefined, open: new Map(), shown: new Map() };

interface Place {
  /** A JSON pointer (RFC 6901); with `kind` unique among the lines. */
  readonly path: string;
  /** How deep it stands, 0 for the whole. */
  readonly depth: number;
  /** Of a property. */
  readonly name: string | undefined;
  /** Another item follows. */
  readonly comma: boolean;
}

export type Brackets = "{}" | "[]";

export type JsonLine = Place &
  (
    | {
        readonly kind: "value";
        /** As JSON has it; a long text without its end. */
        readonly text: string;
        /** How many characters of a text are left out. */
        readonly cut: number;
        /** A number that is likely an instant, epoch ms. */
        readonly at: number | undefined;
      }
    | { readonly kind: "open" | "folded"; readonly brackets: Brackets; readonly count: number }
    | { readonly kind: "close"; readonly brackets: Brackets }
    /** So many items more than are shown. */
    | { readonly kind: "rest"; readonly count: number }
  );

/** So many items of a container are shown at first, and with each request. */
export const SHOWN_ITEMS = 100;
/** Where there are more items than these, each is a line. */
const FEW = 20;
const DEEP = 8;
/** More of a text nobody reads in a line. Characters. */
const LONGEST = 1_000;
/** Whole numbers from 2001 to 2103 in ms: no count or size of an API is likely among them. */
const INSTANTS = { from: 1e12, to: 4.2e12 } as const;

const isOpenAtFirst = (depth: number, count: number, siblings: number): boolean =>
  depth === 0 || (siblings <= FEW && (depth === 1 || count <= FEW) && depth <= DEEP);

interface Container {
  readonly brackets: Brackets;
  readonly count: number;
  /** Name and value of the item at an index. */
  readonly item: (index: number) => readonly [name: string | undefined, value: unknown];
}

/** JSON has none of what is undefined. */
const keysOf = onceFor((value: object): readonly string[] =>
  Object.keys(value).filter((key) => Reflect.get(value, key) !== undefined),
);

function containerOf(value: unknown): Container | undefined {
  if (Array.isArray(value)) {
    const list: readonly unknown[] = value;
    return { brackets: "[]", count: list.length, item: (index) => [undefined, list[index]] };
  }
  if (typeof value !== "object" || value === null) return undefined;
  const names = keysOf(value);
  return {
    brackets: "{}",
    count: names.length,
    item: (index) => [names[index], Reflect.get(value, names[index] ?? "")],
  };
}

const pointer = (path: string, key: string | number): string =>
  `${path}/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`;

function valueLine(place: Place, value: unknown): JsonLine {
  const isLong = typeof value === "string" && value.length > LONGEST;
  const text = isLong
    ? JSON.stringify(value.slice(0, LONGEST)).slice(0, -1)
    : (JSON.stringify(value) ?? "null");
  const isInstant =
    typeof value === "number" && Number.isInteger(value) && value >= INSTANTS.from && value < INSTANTS.to;
  const cut = isLong ? value.length - LONGEST : 0;
  return { ...place, kind: "value", text, cut, at: isInstant ? value : undefined };
}

/** The lines of a value, from the first on; whoever takes them may stop at any. */
export function* jsonLines(value: unknown, folds: Folds): Generator<JsonLine> {
  yield* linesOf({ path: "", depth: 0, name: undefined, comma: false }, value, 1, folds);
}

function* linesOf(place: Place, value: unknown, siblings: number, folds: Folds): Generator<JsonLine> {
  const container = containerOf(value);
  if (!container) return yield valueLine(place, value);
  const { brackets, count, item } = container;
  const { path, depth } = place;
  if (count === 0) return yield { ...place, kind: "value", text: brackets, cut: 0, at: undefined };
  const isOpen =
    folds.open.get(path) ??
    (folds.all === undefined ? isOpenAtFirst(depth, count, siblings) : folds.all || depth === 0);
  if (!isOpen) return yield { ...place, kind: "folded", brackets, count };
  yield { ...place, kind: "open", brackets, count };
  const shown = Math.min(count, folds.shown.get(path) ?? SHOWN_ITEMS);
  for (let index = 0; index < shown; index += 1) {
    const [name, inner] = item(index);
    const at = { path: pointer(path, name ?? index), depth: depth + 1, name, comma: index < count - 1 };
    yield* linesOf(at, inner, count, folds);
  }
  if (shown < count) {
    yield { path, depth: depth + 1, name: undefined, comma: false, kind: "rest", count: count - shown };
  }
  yield { ...place, kind: "close", brackets };
  return undefined;
}

/** The first lines, and whether there are more. */
export function firstLines(
  value: unknown,
  folds: Folds,
  most: number,
): { readonly lines: readonly JsonLine[]; readonly isCut: boolean } {
  const lines: JsonLine[] = [];
  for (const line of jsonLines(value, folds)) {
    if (lines.length === most) return { lines, isCut: true };
    lines.push(line);
  }
  return { lines, isCut: false };
}
