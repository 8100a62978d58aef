/** The parameters of `/sessions/:id`, the page of one session. */
import { EVENT_KINDS, type EventKind } from "../domain/event-kinds.ts";
import type { TimeRange } from "../domain/time-range.ts";
import { oneOf, optionalId } from "./codec.ts";
import { sessionRange } from "./session-range.ts";
import { single, type Params } from "./view.ts";

/** In the order in which the page shows them. */
export const SESSION_TABS = ["timeline", "location", "parameters", "activity", "raw"] as const;
export type SessionTab = (typeof SESSION_TABS)[number];

export interface SessionView {
  readonly tab: SessionTab;
  /** Id of the selected training; null is none. */
  readonly training: string | null;
  /** Which events the log of its activity shows. */
  readonly events: EventKind;
  readonly range: TimeRange;
}

export const sessionParams: Params<SessionView> = {
  tab: single("tab", oneOf<SessionTab>(SESSION_TABS, "timeline")),
  training: single("training", optionalId),
  events: single("events", oneOf<EventKind>(EVENT_KINDS, "all")),
  range: sessionRange,
};
