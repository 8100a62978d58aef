/** The rows of `/launchers`: each launcher with the sessions on it, and folded away until they are asked for, those before. */
import type { KnownSession } from "../../domain/known.ts";
import type { Launcher } from "../../domain/launchers.ts";
import { toWellFormed } from "../../domain/well-formed.ts";
import type { LaunchersView } from "../../url/launchers-params.ts";

export type LauncherRow =
  | {
      readonly kind: "launcher";
      readonly key: string;
      readonly height: number;
      readonly launcher: Launcher;
      readonly folded: boolean;
    }
  | {
      readonly kind: "before";
      readonly key: string;
      readonly height: number;
      readonly launcher: Launcher;
      readonly folded: boolean;
    }
  | LauncherSessionRow;

interface LauncherSessionRow {
  readonly kind: "session";
  readonly key: string;
  readonly height: number;
  readonly known: KnownSession;
  /** Its launcher is its own, so that the row says what that has. */
  readonly isAlone: boolean;
}

/** Px; those of lanes.css. */
const HEIGHTS = { launcher: 36, before: 28, session: 28 } as const;
const NARROW = { launcher: 88, before: 44, session: 56 } as const;

export interface LauncherRowsInput {
  readonly launchers: readonly Launcher[];
  /** What the link calls those of which only the head shows, and those that show what was on them before. */
  readonly folded: readonly string[];
  readonly open: readonly string[];
  readonly isNarrow: boolean;
}

export function launcherRows(input: LauncherRowsInput): readonly LauncherRow[] {
  const { launchers, isNarrow } = input;
  const [shut, opened] = [new Set(input.folded), new Set(input.open)];
  const heights = isNarrow ? NARROW : HEIGHTS;
  const rows: LauncherRow[] = [];
  const addSessions = (sessions: readonly KnownSession[], isAlone: boolean) => {
    for (const known of sessions) rows.push(sessionRow(known, heights.session, isAlone));
  };
  for (const launcher of launchers) {
    const { now, before, label } = launcher;
    const isAlone = label.kind === "temporary";
    const key = `launcher:${launcher.key}`;
    const word = wordOf(launcher);
    const folded = shut.has(word);
    rows.push({ kind: "launcher", key, height: heights.launcher, launcher, folded });
    if (folded) continue;
    addSessions(now, isAlone);
    if (before.length === 0) continue;
    const past = `before:${launcher.key}`;
    const isShut = !opened.has(word);
    rows.push({ kind: "before", key: past, height: heights.before, launcher, folded: isShut });
    if (!isShut) addSessions(before, isAlone);
  }
  return rows;
}

const sessionRows = new WeakMap<KnownSession, LauncherSessionRow>();

/** The same object for the same session: most of thousands are as they were. */
function sessionRow(known: KnownSession, height: number, isAlone: boolean): LauncherSessionRow {
  const before = sessionRows.get(known);
  if (before?.height === height && before.isAlone === isAlone) return before;
  const { id, startedAt } = known.session;
  const key = `${known.ended ? "past" : "on"} ${id} ${startedAt}`;
  const row: LauncherSessionRow = { kind: "session", key, height, known, isAlone };
  sessionRows.set(known, row);
  return row;
}

/** What a link calls a launcher. */
export const wordOf = ({ key }: Launcher): string => toWellFormed(key);

type Choice = Pick<LaunchersView, "launcher" | "location">;

/** Those that the link names, of the types that it names; all where it names none. */
export function chosenLaunchers(
  launchers: readonly Launcher[],
  { launcher, location }: Choice,
): readonly Launcher[] {
  if (launcher.length === 0 && location.length === 0) return launchers;
  const [ids, types] = [new Set(launcher.map(toWellFormed)), new Set<string>(location)];
  return launchers.filter(({ label }) => {
    const isNamed = label.kind === "persistent" && ids.has(toWellFormed(label.launcherId));
    return (ids.size === 0 || isNamed) && (types.size === 0 || types.has(label.kind));
  });
}

/** Why a link shows no launcher. */
export type Emptiness = "nothing-runs" | "not-seen" | "other-type" | "no-such-type";

/** @param all of which the link chooses none */
export function emptiness(all: readonly Launcher[], { launcher, location }: Choice): Emptiness {
  if (launcher.length > 0) {
    return chosenLaunchers(all, { launcher, location: [] }).length > 0 ? "other-type" : "not-seen";
  }
  return location.length > 0 && all.length > 0 ? "no-such-type" : "nothing-runs";
}
