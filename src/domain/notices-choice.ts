/** Whose endings a person asked to be told of, and how that is written down. */
import { parsedJson } from "./parsed-json.ts";

export interface NoticeChoice {
  /** `all`: of every session. `none`: only of those in `sessions`. */
  readonly notify: "none" | "all";
  /** Ids, the newest choice last. */
  readonly sessions: readonly string[];
}

export const NO_NOTICES: NoticeChoice = { notify: "none", sessions: [] };

/** The oldest choice makes room for the newest: nobody takes back what was asked for sessions long gone. */
const MOST_SESSIONS = 200;

/** Whether endings are told of: of any session where no id is given. */
export const isAsked = ({ notify, sessions }: NoticeChoice, id: string | undefined): boolean =>
  notify === "all" || (id !== undefined && sessions.includes(id));

/** Whether any endings are told of. */
export const isAnyAsked = ({ notify, sessions }: NoticeChoice): boolean =>
  notify === "all" || sessions.length > 0;

/** The choice with one session, or all where no id is given, asked for or no longer. */
export function withNotices(choice: NoticeChoice, id: string | undefined, on: boolean): NoticeChoice {
  if (id === undefined) return { ...choice, notify: on ? "all" : "none" };
  const others = choice.sessions.filter((other) => other !== id);
  return { ...choice, sessions: on ? [...others, id].slice(-MOST_SESSIONS) : others };
}

export const encodeChoice = ({ notify, sessions }: NoticeChoice): string =>
  JSON.stringify({ notify, sessions });

/** Reads what was kept, of whatever shape: what is no choice is left out. */
export function decodeChoice(text: string | null): NoticeChoice {
  const kept = parsedJson(text);
  if (typeof kept !== "object" || kept === null) return NO_NOTICES;
  const notify = "notify" in kept && kept.notify === "all" ? "all" : "none";
  const sessions: readonly unknown[] =
    "sessions" in kept && Array.isArray(kept.sessions) ? kept.sessions : [];
  const ids = sessions.filter((id) => typeof id === "string");
  return { notify, sessions: [...new Set(ids)].slice(-MOST_SESSIONS) };
}
