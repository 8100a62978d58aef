/** The PersistentLauncher API. */
import * as v from "valibot";
import { errorReply, resultReply } from "../frame.ts";
import type { Launcher } from "../world/launchers.ts";
import type { Life } from "../world/life.ts";
import { loadOf } from "../world/load.ts";
import { count, method, object, text, texts } from "./method.ts";

const SORTS = ["createdAt", "name"] as const;
const DIRECTIONS = ["asc", "desc"] as const;
const DEFAULT_LIMIT = 20;

const order: Record<(typeof SORTS)[number], (a: Launcher, b: Launcher) => number> = {
  createdAt: (a, b) => (a.createdAt ?? 0) - (b.createdAt ?? 0),
  name: (a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0),
};

export const getPersistentLaunchers = method(
  object({
    offset: v.optional(count, 0),
    limit: v.optional(count, DEFAULT_LIMIT),
    filter: v.optional(object({ ids: v.optional(texts), searchName: v.optional(text) }), {}),
    sort: v.optional(v.picklist(SORTS, `must be one of ${SORTS.join(", ")}`), "createdAt"),
    sortDirection: v.optional(v.picklist(DIRECTIONS, `must be one of ${DIRECTIONS.join(", ")}`), "asc"),
  }),
  ({ offset, limit, filter, sort, sortDirection }, { state, t }) => {
    const search = filter.searchName?.toLowerCase() ?? "";
    const matching = state.launchers
      .filter(({ id }) => filter.ids?.includes(id) ?? true)
      .filter(({ name }) => name.toLowerCase().includes(search))
      .toSorted(order[sort]);
    const sorted = sortDirection === "asc" ? matching : matching.toReversed();
    const lives = state.lives(t);
    const persistentLaunchers = sorted
      .slice(offset, offset + limit)
      .map((launcher) => ({ ...launcher, running: runningOn(launcher, lives) }));
    return resultReply({ persistentLaunchers, total: matching.length, offset, limit });
  },
);

const runningOn = (launcher: Launcher, lives: readonly Life[]) =>
  lives
    .filter(
      ({ executionLocation: place }) =>
        "persistentLauncherId" in place && place.persistentLauncherId === launcher.id,
    )
    .map(({ id }) => ({ id, type: "debug" }));

export const getSysinfo = method(
  object({
    persistentLauncherId: text,
    fromTimestamp: v.optional(v.pipe(v.number("must be a number"), v.finite("must be a number"))),
  }),
  ({ persistentLauncherId, fromTimestamp }, { state, t }) => {
    const index = state.launchers.findIndex(({ id }) => id === persistentLauncherId);
    const launcher = state.launchers[index];
    if (launcher === undefined) return errorReply({ code: "persistent_launcher_not_found" });
    return resultReply({ sysinfo: loadOf(state.seed, launcher, index, t, fromTimestamp) });
  },
);
