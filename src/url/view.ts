/**
 * A view is what the parameters of one route say, read from and written to the query part of the URL. What is invalid
 * falls back to its default and is named; parameters that are not the route's own are kept as they stand.
 */
import { isDefault, type Codec } from "./codec.ts";
import { splitQuery, writeSegment } from "./query.ts";

/** The first value given for a parameter, or undefined. */
export type Given = (name: string) => string | undefined;

/** One value of a view, held by one parameter or by several that depend on each other. */
export interface Field<T> {
  readonly default: T;
  /** The parameters it owns, in the order they are written. */
  readonly names: readonly string[];
  /** Total. `ignored` names those of its parameters whose values, where given, do not count. */
  readonly read: (given: Given) => { readonly value: T; readonly ignored: readonly string[] };
  /** What to write, nothing for the default. */
  readonly write: (value: T) => readonly (readonly [name: string, value: string])[];
}

/** The fields of a view, in the order in which a URL lists them. */
export type Params<V> = { readonly [K in keyof V]: Field<V[K]> };

export interface Reading<V> {
  readonly view: V;
  /** Parameters that do not count, as `name=value` with long values clipped, in the order of the URL. */
  readonly ignored: readonly string[];
}

/** A field that is one parameter of its own. */
export function single<T>(name: string, codec: Codec<T>): Field<T> {
  return {
    default: codec.default,
    names: [name],
    read: (given) => {
      const raw = given(name);
      if (raw === undefined) return { value: codec.default, ignored: [] };
      const value = codec.parse(raw);
      return value === undefined ? { value: codec.default, ignored: [name] } : { value, ignored: [] };
    },
    write: (value) => (isDefault(codec, value) ? [] : [[name, codec.serialize(value)]]),
  };
}

const CLIP = 60;

function notice(name: string, value: string): string {
  const points = Array.from(value.slice(0, 2 * CLIP + 2));
  return points.length > CLIP ? `${name}=${points.slice(0, CLIP).join("")}…` : `${name}=${value}`;
}

// Object.keys forgets which keys; a Params<V> has exactly those of V.
const keysOf = <V>(params: Params<V>) => Object.keys(params) as (keyof V & string)[];

/** Reads the view of a search string (`location.search` itself). Total. */
export function readView<V extends object>(params: Params<V>, search: string): Reading<V> {
  const own = new Set(keysOf(params).flatMap((key) => params[key].names));
  const segments = splitQuery(search).filter(({ name }) => own.has(name));
  const first = new Map<string, string>();
  const repeated = new Set<object>();
  for (const segment of segments) {
    if (first.has(segment.name)) repeated.add(segment);
    else first.set(segment.name, segment.value);
  }
  const readings = keysOf(params).map((key) => [key, params[key].read((name) => first.get(name))] as const);
  const ignoredNames = new Set(readings.flatMap(([, reading]) => reading.ignored));
  return {
    // One entry per key of Params<V>, each of that key's type.
    view: Object.fromEntries(readings.map(([key, reading]) => [key, reading.value])) as V,
    ignored: segments
      .filter((segment) => repeated.has(segment) || ignoredNames.has(segment.name))
      .map(({ name, value }) => notice(name, value)),
  };
}

/**
 * The search string for the view of `search` with some values changed: `""` or with its leading `?`. The route's own
 * parameters stand together in their canonical order where the first of them stood, at the end if there was none; the
 * others keep their bytes and their place.
 */
export function writeView<V extends object>(params: Params<V>, search: string, changes: Partial<V>): string {
  const view: V = { ...readView(params, search).view, ...changes };
  const own = new Set(keysOf(params).flatMap((key) => params[key].names));
  const written = keysOf(params).flatMap((key) => fieldSegments(params, key, view));
  const before: string[] = [];
  const after: string[] = [];
  let met = false;
  for (const { raw, name } of splitQuery(search)) {
    if (own.has(name)) met = true;
    else (met ? after : before).push(raw);
  }
  const all = [...before, ...written, ...after];
  return all.length === 0 ? "" : `?${all.join("&")}`;
}

function fieldSegments<V, K extends keyof V>(params: Params<V>, key: K, view: V): readonly string[] {
  return params[key].write(view[key]).map(([name, value]) => writeSegment(name, value));
}
