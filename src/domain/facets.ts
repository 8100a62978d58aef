/** How many sessions each choice of a filter would show. */
import { LOCATION_KINDS, MISSED, misses, type LocationKind, type SessionFilter } from "./filter.ts";
import type { KnownSession } from "./known.ts";
import { LIVE_ACTIVITIES, sessionFacts, type LiveActivity } from "./session-facts.ts";
import { toWellFormed } from "./well-formed.ts";

/** A choice of one filter, and how many sessions it would show with all other filters as they are. */
export interface FacetValue<T extends string> {
  readonly value: T;
  readonly count: number;
}

export interface Facets {
  readonly state: readonly FacetValue<LiveActivity>[];
  readonly location: readonly FacetValue<LocationKind>[];
  readonly launcher: readonly FacetValue<string>[];
  readonly model: readonly FacetValue<string>[];
}

type Counts<T extends string> = Map<T, number>;

const countsOf = <T extends string>(values: readonly T[]): Counts<T> =>
  new Map(values.map((value) => [value, 0]));

const facetOf = <T extends string>(counts: Counts<T>): FacetValue<T>[] =>
  [...counts].map(([value, count]) => ({ value, count }));

const byValue = (a: FacetValue<string>, b: FacetValue<string>) => (a.value < b.value ? -1 : 1);

/**
 * The choices of each filter, each counted with the other filters applied. States and locations are all listed;
 * launchers and models are those of any session and those chosen, by id: an order that no poll changes.
 */
export function facets(sessions: readonly KnownSession[], filter: SessionFilter): Facets {
  const missed = misses(filter);
  const state: Counts<string> = countsOf(LIVE_ACTIVITIES);
  const location: Counts<string> = countsOf(LOCATION_KINDS);
  const launcher = countsOf(filter.launcher.map(toWellFormed));
  const model = countsOf(filter.model.map(toWellFormed));
  const count = (counts: Counts<string>, value: string, hit: boolean) =>
    counts.set(value, (counts.get(value) ?? 0) + (hit ? 1 : 0));
  for (const known of sessions) {
    const facts = sessionFacts(known);
    const bits = missed(known);
    count(state, facts.activity, (bits & ~MISSED.state) === 0);
    count(location, known.session.location.kind, (bits & ~MISSED.location) === 0);
    if (facts.launcher !== undefined) count(launcher, facts.launcher, (bits & ~MISSED.launcher) === 0);
    count(model, facts.model, (bits & ~MISSED.model) === 0);
  }
  return {
    state: LIVE_ACTIVITIES.map((value) => ({ value, count: state.get(value) ?? 0 })),
    location: LOCATION_KINDS.map((value) => ({ value, count: location.get(value) ?? 0 })),
    launcher: facetOf(launcher).toSorted(byValue),
    model: facetOf(model).toSorted(byValue),
  };
}
