import type { DebugSession } from "@decthings/api-client";

const isList = (value: unknown): value is readonly DebugSession[] => Array.isArray(value);

/** For `structuralSharing`: a session that says the same as before is the same object as before. */
export function reuseById(before: unknown, after: unknown): unknown {
  if (!isList(before) || !isList(after)) return after;
  const known = new Map(before.map((session) => [session.id, session]));
  const reused = after.map((session) => {
    const old = known.get(session.id);
    return old !== undefined && equal(old, session) ? old : session;
  });
  return reused.length === before.length && reused.every((session, index) => session === before[index])
    ? before
    : reused;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

/** Equality of JSON values, in place: nothing is made for it. */
function equal(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (Array.isArray(a)) {
    return Array.isArray(b) && a.length === b.length && a.every((element, index) => equal(element, b[index]));
  }
  if (!isRecord(a) || !isRecord(b) || Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && equal(a[key], b[key]))
  );
}
