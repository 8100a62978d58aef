/** Scopes of several tabs, as sets of sessions. */
import type { Scope } from "../../domain/known.ts";

/** Whether an answer to `wide` is an answer to `narrow` too. */
export function covers(wide: Scope, narrow: Scope): boolean {
  if (wide === "all") return true;
  if (narrow === "all") return false;
  const held = new Set(wide);
  return narrow.every((id) => held.has(id));
}

/** The least that covers all of them, each id once. */
export function union(scopes: readonly Scope[]): Scope {
  const ids = new Set<string>();
  for (const scope of scopes) {
    if (scope === "all") return "all";
    for (const id of scope) ids.add(id);
  }
  return [...ids];
}
