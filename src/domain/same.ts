/**
 * Whether two readings of a session say the same. Every poll asks it of every session, so it is written for speed:
 * identity first, then the decoded answers compared in place without building text or key lists.
 */
import type { Session } from "./session.ts";

export const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);
export const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Equality of JSON values; the order of an object's keys does not matter. How deep a session may be is bounded where it is read
 * (reuse.ts).
 */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (isList(a)) return isList(b) && sameList(a, b);
  return isRecord(a) && isRecord(b) && sameRecord(a, b);
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  if (a.length !== b.length) return false;
  for (let i = 0; i < a.length; i++) if (!sameJson(a[i], b[i])) return false;
  return true;
}

function sameRecord(a: Readonly<Record<string, unknown>>, b: Readonly<Record<string, unknown>>): boolean {
  let more = 0;
  for (const key in a) {
    const value = a[key];
    const other = b[key];
    // Own keys only: an answer may hold a key like "__proto__", which every object also inherits. No value of an answer
    // is identical to an inherited one.
    if (value === undefined || value !== other) {
      if (!Object.hasOwn(b, key) || !sameJson(value, other)) return false;
    }
    more++;
  }
  for (const _ in b) more--;
  return more === 0;
}

/**
 * `now`, in which what says the same as `before` does at its place is that very value: of what changed in part, only that part is
 * new. The law: it is equal to `now`.
 */
export function withEqual<T>(before: unknown, now: T): T;
export function withEqual(before: unknown, now: unknown): unknown {
  if (sameJson(before, now)) return before;
  if (isList(before) && isList(now)) return now.map((value, index) => withEqual(before[index], value));
  if (!isRecord(before) || !isRecord(now)) return now;
  const next: Record<string, unknown> = { ...now };
  for (const key in next) if (Object.hasOwn(before, key)) next[key] = withEqual(before[key], next[key]);
  return next;
}

/** Whether two readings came from equal answers: everything shown of a session is read from its answer. */
export const sameSession = (a: Session, b: Session): boolean => a === b || sameJson(a.wire, b.wire);

/** A total order over JSON values, of no meaning but its own constancy; 0 exactly for equal ones. */
export function compareJson(a: unknown, b: unknown): number {
  if (a === b) return 0;
  if (isList(a) && isList(b)) return compareLists(a, b);
  if (isRecord(a) && isRecord(b)) return compareLists(sortedEntries(a), sortedEntries(b));
  return kindAndText(a) < kindAndText(b) ? -1 : 1;
}

function compareLists(a: readonly unknown[], b: readonly unknown[]): number {
  for (let i = 0; i < a.length && i < b.length; i++) {
    const order = compareJson(a[i], b[i]);
    if (order !== 0) return order;
  }
  return a.length - b.length;
}

const sortedEntries = (record: Readonly<Record<string, unknown>>) =>
  Object.entries(record).toSorted(([a], [b]) => (a < b ? -1 : 1));

// Only leaves are put into words: an object of the answer may carry a `toString` of its own.
const kindAndText = (value: unknown) =>
  isList(value) ? "array" : isRecord(value) ? "object" : `${typeof value} ${String(value)}`;
