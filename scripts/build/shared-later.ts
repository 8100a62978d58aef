import { join } from "node:path";
import type { Rolldown } from "vite";
import { ROOT } from "./root.ts";

type ModuleInfo = ReturnType<Rolldown.ChunkingContext["getModuleInfo"]>;

/** What the page fetches of itself once the first rows are painted, and what its first rows may need. */
const WITH_THE_ROWS = [
  "app/signs.ts",
  "features/session-list/beside-rows.tsx",
  "features/session-list/axis-gestures.tsx",
  "features/session-list/other-rows.tsx",
  "features/session-list/crowded-strip.tsx",
];

/**
 * Where a module goes that several parts on demand share, and neither the first view nor a worker needs. Left to itself the build
 * makes a file for each set of parts that share something: two dozen of less than a kilobyte, each of them a request.
 * @returns the name of the file; null for a module that stays with its only part
 */
export function sharedLater(): Rolldown.CodeSplittingNameFunction {
  let places: ReadonlyMap<string, string> | undefined;
  return (id, context) => (places ??= placesOfShared((of) => context.getModuleInfo(of))).get(id) ?? null;
}

function placesOfShared(infoOf: (id: string) => ModuleInfo): ReadonlyMap<string, string> {
  const src = (path: string) => join(ROOT, "src", path);
  /** With all that it imports, and with what it fetches later too. */
  const reached = (from: readonly string[], later: boolean): ReadonlySet<string> => {
    const unknown = from.find((id) => !infoOf(id));
    if (unknown !== undefined) throw new Error(`No module of the page is called ${unknown}.`);
    const ids = new Set(from);
    for (const id of ids) {
      const { importedIds = [], dynamicallyImportedIds = [] } = infoOf(id) ?? {};
      for (const next of later ? [...importedIds, ...dynamicallyImportedIds] : importedIds) ids.add(next);
    }
    return ids;
  };
  const workers = reached([src("api/observer/worker.ts"), src("offline/service-worker.ts")], true);
  const first = reached([src("main.tsx")], false);
  const fetched = [...reached([src("main.tsx")], true)].flatMap(
    (id) => infoOf(id)?.dynamicallyImportedIds ?? [],
  );
  const parts = new Set(fetched.filter((id) => !workers.has(id)));
  const soon = reached(WITH_THE_ROWS.map(src), false);
  const times = new Map<string, number>();
  for (const part of parts) for (const id of reached([part], false)) times.set(id, (times.get(id) ?? 0) + 1);
  return new Map(
    [...times]
      .filter(([id, count]) => count > 1 && !first.has(id) && !workers.has(id) && !parts.has(id))
      .map(([id]) => [id, soon.has(id) ? "aside" : "tools"]),
  );
}
