/**
 * What filters, facets and sorting ask of a session over and over, worked out once per KnownSession object:
 * an answer that changes nothing about a session keeps its object, so at 10,000 sessions a poll pays for the few that changed.
 */
import { activityBeforeEnd } from "./activity.ts";
import type { KnownSession } from "./known.ts";
import { onceFor } from "./once-for.ts";
import { FUNCTIONS, type Session } from "./session.ts";
import type { Activity } from "./states.ts";
import { toWellFormed } from "./well-formed.ts";

/** What a session is or was doing; the filter `state` goes by it, in this order. */
export const LIVE_ACTIVITIES = [
  "running",
  "starting",
  "failed",
  "idle",
] as const satisfies readonly Activity[];
export type LiveActivity = (typeof LIVE_ACTIVITIES)[number];

export interface SessionFacts {
  /** Ids in the form in which a link holds them, without lone surrogates. */
  readonly id: string;
  readonly model: string;
  /** Undefined unless it runs on a persistent launcher. */
  readonly launcher: string | undefined;
  /** The activity; for an ended session the one it had when last seen. */
  readonly activity: LiveActivity;
  /** What of all that the text filter looks through is its own, one item a line, case folded: ids, model, launcher, trainings. */
  readonly text: () => string;
}

export const sessionFacts = onceFor((known: KnownSession): SessionFacts => {
  const { id, modelId, location } = known.session;
  // Most sessions are never searched, so the text waits for the first search.
  let text: string | undefined;
  return {
    id: toWellFormed(id),
    model: toWellFormed(modelId),
    launcher: location.kind === "persistent" ? toWellFormed(location.launcherId) : undefined,
    activity: activityBeforeEnd(known),
    text: () => (text ??= ownText(known)),
  };
});

/** Text in which case makes no difference. Upper case, because the lower case of a sigma depends on its neighbours. */
export const foldCase = (text: string): string => text.toUpperCase();

/** What is the session's own, one item a line, so that no word is found across two of them. */
function ownText({ session, trainings }: KnownSession): string {
  const { id, modelId, location } = session;
  let text = `${id}\n${modelId}`;
  if (location.kind === "persistent") text += `\n${location.launcherId}`;
  for (const { training } of trainings) text += `\n${training.id}`;
  return foldCase(text);
}

/** The rest of it: names of parameters, one a line. Once for all the sessions that share their definitions. */
export const parameterNames = onceFor((parameters: Session["parameters"]): string => {
  const listed = FUNCTIONS.flatMap((of) => parameters[of].map(({ name }) => name));
  return foldCase(listed.join("\n"));
});
