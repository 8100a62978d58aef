/** Which of the known sessions a view shows. */
import type { KnownSession } from "./known.ts";
import { sameJson } from "./same.ts";
import type { Location, Session } from "./session.ts";
import {
  foldCase,
  parameterNames,
  sessionFacts,
  type LiveActivity,
  type SessionFacts,
} from "./session-facts.ts";
import { toWellFormed } from "./well-formed.ts";

/** The locations one can ask for; a session whose location is absent or unrecognised matches neither. */
export const LOCATION_KINDS = ["persistent", "temporary"] as const satisfies readonly Location["kind"][];
export type LocationKind = (typeof LOCATION_KINDS)[number];

export const ENDED_CHOICES = ["show", "hide", "only"] as const;
export type EndedChoice = (typeof ENDED_CHOICES)[number];

/** Filters of different kinds must all hold; of the values in one list any will do, and an empty list asks for nothing. */
export interface SessionFilter {
  /** Whole ids. */
  readonly ids: readonly string[];
  /** Words, each of which must occur somewhere in the session's text, in any case. */
  readonly q: string;
  readonly state: readonly LiveActivity[];
  readonly location: readonly LocationKind[];
  /** Ids of persistent launchers. */
  readonly launcher: readonly string[];
  /** Ids of models. */
  readonly model: readonly string[];
  readonly ended: EndedChoice;
}

export const NO_FILTER: SessionFilter = {
  ids: [],
  q: "",
  state: [],
  location: [],
  launcher: [],
  model: [],
  ended: "show",
};

/** The filters a session misses, as bits: none is a match, exactly one facet's bit counts towards that facet. */
export const MISSED = { state: 1, location: 2, launcher: 4, model: 8, other: 16 } as const;

type Allows = (value: string | undefined) => boolean;

function anyOf(chosen: readonly string[]): Allows {
  if (chosen.length === 0) return () => true;
  const set = new Set<string | undefined>(chosen.map(toWellFormed));
  return (value) => set.has(value);
}

const wordsOf = (q: string): readonly string[] => [
  ...new Set(
    foldCase(q)
      .split(/\s+/)
      .filter((word) => word !== ""),
  ),
];

type Occurs = (facts: SessionFacts, known: KnownSession) => boolean;

/** Whether a word occurs in a session's text. Names of parameters are looked through once for all that share them. */
function occursIn(word: string): Occurs {
  const named = new Map<Session["parameters"], boolean>();
  return (facts, { session: { parameters } }) => {
    if (facts.text().includes(word)) return true;
    let isNamed = named.get(parameters);
    if (isNamed === undefined) named.set(parameters, (isNamed = parameterNames(parameters).includes(word)));
    return isNamed;
  };
}

/** A function from a session to the filters it misses, as bits of `MISSED`. */
export function misses(filter: SessionFilter): (known: KnownSession) => number {
  const [ids, state, location] = [anyOf(filter.ids), anyOf(filter.state), anyOf(filter.location)];
  const [launcher, model] = [anyOf(filter.launcher), anyOf(filter.model)];
  const words = wordsOf(filter.q).map(occursIn);
  return (known) => {
    const ended = known.ended !== undefined;
    if (filter.ended !== "show" && ended !== (filter.ended === "only")) return MISSED.other;
    const facts = sessionFacts(known);
    if (!ids(facts.id)) return MISSED.other;
    const missed =
      (state(facts.activity) ? 0 : MISSED.state) |
      (location(known.session.location.kind) ? 0 : MISSED.location) |
      (launcher(facts.launcher) ? 0 : MISSED.launcher) |
      (model(facts.model) ? 0 : MISSED.model);
    // The text is the dearest to look through, and two misses count for nothing already.
    if (words.length === 0 || (missed & (missed - 1)) !== 0) return missed;
    return words.every((word) => word(facts, known)) ? missed : missed | MISSED.other;
  };
}

/**
 * Whether all that passes `next` is certain to pass `filter`, because nothing but its text was typed on: each of its words is
 * then the beginning of one, or one, of the longer text.
 */
export const narrows = (filter: SessionFilter, next: SessionFilter): boolean =>
  next.q.startsWith(filter.q) && sameJson(chosenIn(filter), chosenIn(next));

const chosenIn = ({ ids, state, location, launcher, model, ended }: SessionFilter) => [
  ids,
  state,
  location,
  launcher,
  model,
  ended,
];

/** Whether it lets every session through. */
export const asksForNothing = ({ ids, q, state, location, launcher, model, ended }: SessionFilter): boolean =>
  ended === "show" &&
  wordsOf(q).length === 0 &&
  [ids, state, location, launcher, model].every((chosen) => chosen.length === 0);

const passing = (filter: SessionFilter) => {
  const missed = misses(filter);
  return (known: KnownSession): boolean => missed(known) === 0;
};

const holding = (q: string) => {
  const words = wordsOf(q).map(occursIn);
  return (known: KnownSession): boolean => {
    const facts = sessionFacts(known);
    return words.every((occurs) => occurs(facts, known));
  };
};

/** The sessions that pass every filter, in the order given; the list itself where nothing is asked. */
export function applyFilter(
  sessions: readonly KnownSession[],
  filter: SessionFilter,
): readonly KnownSession[] {
  if (asksForNothing(filter)) return sessions;
  // Typing asks for words alone, of all there are, at each key.
  const passes = asksForNothing({ ...filter, q: "" }) ? holding(filter.q) : passing(filter);
  return sessions.filter(passes);
}
