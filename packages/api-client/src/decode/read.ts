/**
 * Checks of values that came as JSON. Each returns its argument itself when nothing has to change, so that a canonical
 * answer is checked and not copied, and names what is wrong by its place, never by its value. All throw DecodeError only.
 */
import { DecodeError } from "../errors.ts";
import { isObject, type JsonObject } from "../wire/frame.ts";

export function readObject(value: unknown, what: string): JsonObject {
  if (isObject(value)) return value;
  throw new DecodeError(`${what}: expected an object`);
}

export function readString(value: unknown, what: string): string {
  if (typeof value === "string") return value;
  throw new DecodeError(`${what}: expected a string`);
}

/** A finite number: JSON can say 1e999. */
export function readNumber(value: unknown, what: string): number {
  if (typeof value === "number" && Number.isFinite(value)) return value;
  throw new DecodeError(`${what}: expected a number`);
}

/** A value below this is taken as seconds: in ms it would lie before March 1973. */
const FIRST_MILLISECONDS = 1e11;
/** The last instant a Date can hold. */
const LAST_INSTANT = 8.64e15;

/** Epoch ms, from ms or from seconds. */
export function readInstant(value: unknown, what: string): number {
  const number = readNumber(value, what);
  const instant = number < FIRST_MILLISECONDS ? number * 1000 : number;
  if (Math.abs(instant) <= LAST_INSTANT) return instant;
  throw new DecodeError(`${what}: beyond any date`);
}

/** Null stands for absent. */
export function readOptional<T>(
  value: unknown,
  what: string,
  read: (value: unknown, what: string) => T,
): T | undefined {
  return value === undefined || value === null ? undefined : read(value, what);
}

/** The list itself when every item is returned as it is, else a new list. */
export function readList<T>(value: unknown, what: string, read: (item: unknown, what: string) => T): T[] {
  if (!Array.isArray(value)) throw new DecodeError(`${what}: expected a list`);
  const list: unknown[] = value;
  let copy: T[] | undefined;
  for (let i = 0; i < list.length; i++) {
    const item = read(list[i], what);
    if (copy === undefined && item !== list[i]) copy = list.slice(0, i) as T[];
    copy?.push(item);
  }
  return copy ?? (list as T[]);
}

// Strings and numbers are most of what an answer holds: their lists are read in one loop, without a call per item.

export function readStrings(value: unknown, what: string): unknown[] {
  const list: unknown[] | undefined = Array.isArray(value) ? value : undefined;
  let i = 0;
  while (list !== undefined && i < list.length && typeof list[i] === "string") i++;
  if (i === list?.length) return list;
  throw new DecodeError(`${what}: expected a list of strings`);
}

export function readNumbers(value: unknown, what: string): unknown[] {
  const list: unknown[] | undefined = Array.isArray(value) ? value : undefined;
  let i = 0;
  while (list !== undefined && i < list.length && Number.isFinite(list[i])) i++;
  if (i === list?.length) return list;
  throw new DecodeError(`${what}: expected a list of numbers`);
}

/** The object itself when each of the fields is as given, else a copy with them; an undefined field is left out. */
export function withFields(object: JsonObject, fields: JsonObject): JsonObject {
  let copy: JsonObject | undefined;
  for (const key in fields) {
    const field = fields[key];
    if (object[key] === field) continue;
    copy ??= { ...object };
    if (field === undefined) delete copy[key];
    else copy[key] = field;
  }
  return copy ?? object;
}
