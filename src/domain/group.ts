/** Sessions gathered under what they share: the launcher they run on, or their model. */
import type { KnownSession } from "./known.ts";
import { LOCATION_RANK, type Session } from "./session.ts";

export const GROUPS = ["none", "launcher", "model"] as const;
export type Group = (typeof GROUPS)[number];

/** What sessions run on. */
export type LauncherLabel =
  | { readonly kind: "persistent"; readonly launcherId: string }
  /** Temporary launchers, one for each session. */
  | { readonly kind: "temporary" }
  /** A kind of location the server invented later, as it came. */
  | { readonly kind: "unrecognised"; readonly type: string }
  | { readonly kind: "absent" };

export type GroupLabel =
  | { readonly kind: "all" }
  | LauncherLabel
  | { readonly kind: "model"; readonly modelId: string };

/** What a session is gathered by. */
export interface Grouped {
  readonly session: Pick<Session, "location" | "modelId">;
}

export interface SessionGroup<One extends Grouped = KnownSession, Label extends GroupLabel = GroupLabel> {
  /** Unique among the groups of one list, the same from poll to poll. */
  readonly key: string;
  readonly label: Label;
  /** At least one, in the order given. */
  readonly sessions: readonly One[];
}

/** Groups of these kinds stand in this order. */
export const LABEL_RANK = {
  all: 0,
  model: 0,
  ...LOCATION_RANK,
} as const satisfies Record<GroupLabel["kind"], number>;

function launcherLabel({ session: { location } }: Grouped): LauncherLabel {
  const { kind } = location;
  if (kind === "persistent") return { kind, launcherId: location.launcherId };
  return kind === "unrecognised" ? { kind, type: location.type } : { kind };
}

function launcherValue({ session: { location } }: Grouped): string | undefined {
  if (location.kind === "persistent") return location.launcherId;
  return location.kind === "unrecognised" ? location.type : undefined;
}

interface Grouping {
  readonly kind: (known: Grouped) => GroupLabel["kind"];
  /** What a group goes by among those of its kind; undefined where it is the only one. */
  readonly value: (known: Grouped) => string | undefined;
  readonly label: (known: Grouped) => GroupLabel;
}

const GROUPINGS = {
  none: { kind: () => "all", value: () => undefined, label: () => ({ kind: "all" }) },
  launcher: {
    kind: ({ session }) => session.location.kind,
    value: launcherValue,
    label: launcherLabel,
  },
  model: {
    kind: () => "model",
    value: ({ session }) => session.modelId,
    label: ({ session }) => ({ kind: "model", modelId: session.modelId }),
  },
} as const satisfies Record<Group, Grouping>;

interface Gathered<One> {
  readonly key: string;
  readonly label: GroupLabel;
  readonly sessions: One[];
}

/** What a session shares with the others of its group. */
export const groupLabel = (known: Grouped, group: Group): GroupLabel => GROUPINGS[group].label(known);

/**
 * The groups that have sessions. They stand by id (launchers: persistent, temporary, then what has no known location),
 * not by their first session, so that a session which starts or ends moves no other group.
 */
export function groupSessions<One extends Grouped>(
  sessions: readonly One[],
  group: "launcher",
): readonly SessionGroup<One, LauncherLabel>[];
export function groupSessions<One extends Grouped>(
  sessions: readonly One[],
  group: Group,
): readonly SessionGroup<One>[];
export function groupSessions<One extends Grouped>(
  sessions: readonly One[],
  group: Group,
): readonly SessionGroup<One>[] {
  if (group === "none")
    return sessions.length === 0 ? [] : [{ key: "all", label: { kind: "all" }, sessions }];
  const grouping: Grouping = GROUPINGS[group];
  // By kind and then by value: a key made of both would have to be made, and hashed, for each session.
  const kinds = new Map<GroupLabel["kind"], Map<string | undefined, Gathered<One>>>();
  for (const known of sessions) {
    const kind = grouping.kind(known);
    const value = grouping.value(known);
    let groups = kinds.get(kind);
    if (groups === undefined) kinds.set(kind, (groups = new Map<string | undefined, Gathered<One>>()));
    const gathered = groups.get(value);
    if (gathered !== undefined) {
      gathered.sessions.push(known);
      continue;
    }
    const key = value === undefined ? kind : `${kind}:${value}`;
    groups.set(value, { key, label: grouping.label(known), sessions: [known] });
  }
  return [...kinds.values()].flatMap((groups) => [...groups.values()]).sort(byPlace);
}

/** The order of groups of one list. */
export const byPlace = (
  a: Pick<SessionGroup, "key" | "label">,
  b: Pick<SessionGroup, "key" | "label">,
): number => LABEL_RANK[a.label.kind] - LABEL_RANK[b.label.kind] || (a.key < b.key ? -1 : 1);
