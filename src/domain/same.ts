/**
 * Whether two readings of a session say the same. Every poll asks it of every session, so it is written for speed:
 * identity first, then the decoded answers compared in place without building text or key lists.
 */
import type { Session } from "./session.ts";

/**
 * Deeper than any answer the API documents. A difference too deep to look for counts as a difference: that costs one
 * render, where an endless descent into a hostile answer would cost the poll.
 */
const DEEPEST = 64;

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Equality of JSON values; the order of an object's keys does not matter. */
export function sameJson(a: unknown, b: unknown, depth = 0): boolean {
  if (a === b) return true;
  if (depth > DEEPEST) return false;
  if (isList(a)) return isList(b) && sameList(a, b, depth + 1);
  return isRecord(a) && isRecord(b) && sameRecord(a, b, depth + 1);
}

function sameList(a: readonly unknown[], b: readonly unknown[], depth: number): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!sameJson(a[i], b[i], depth)) return false;
  return true;
}

function sameRecord(
  a: Readonly<Record<string, unknown>>,
  b: Readonly<Record<string, unknown>>,
  depth: number,
) {
  let more = 0;
  for (const key in a) {
    const value = a[key];
    const other = b[key];
    // Own keys only: an answer may hold a key like "__proto__", which every object also inherits. No value of an answer
    // is identical to an inherited one.
    if (value === undefined || value !== other) {
      if (!Object.hasOwn(b, key) || !sameJson(value, other, depth)) return false;
    }
    more++;
  }
  for (const _ in b) more--;
  return more === 0;
}

/** Whether two readings came from equal answers: everything shown of a session is read from its answer. */
export const sameSession = (a: Session, b: Session): boolean => a === b || sameJson(a.wire, b.wire);

/** A total order over JSON values, of no meaning but its own constancy; 0 exactly for equal ones (down to the same depth). */
export function compareJson(a: unknown, b: unknown, depth = 0): number {
  if (a === b || depth > DEEPEST) return 0;
  if (isList(a) && isList(b)) return compareLists(a, b, depth + 1);
  if (isRecord(a) && isRecord(b)) return compareLists(sortedEntries(a), sortedEntries(b), depth + 1);
  return kindAndText(a) < kindAndText(b) ? -1 : 1;
}

function compareLists(a: readonly unknown[], b: readonly unknown[], depth: number): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compareJson(a[i], b[i], depth);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

const sortedEntries = (record: Readonly<Record<string, unknown>>) =>
  Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));

// Only leaves are put into words: an object of the answer may carry a `toString` of its own.
const kindAndText = (value: unknown) =>
  isList(value) ? "array" : isRecord(value) ? "object" : `${typeof value} ${String(value)}`;
