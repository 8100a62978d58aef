/** Sessions gathered under what they share: the launcher they run on, or their model. */
import type { KnownSession } from "./known.ts";

export const GROUPS = ["none", "launcher", "model"] as const;
export type Group = (typeof GROUPS)[number];

export type GroupLabel =
  | { readonly kind: "all" }
  | { readonly kind: "persistent"; readonly launcherId: string }
  /** Temporary launchers, one for each session. */
  | { readonly kind: "temporary" }
  /** A kind of location the server invented later, as it came. */
  | { readonly kind: "unrecognised"; readonly type: string }
  | { readonly kind: "absent" }
  | { readonly kind: "model"; readonly modelId: string };

export interface SessionGroup {
  /** Unique among the groups of one list, the same from poll to poll. */
  readonly key: string;
  readonly label: GroupLabel;
  /** At least one, in the order given. */
  readonly sessions: readonly KnownSession[];
}

const LABEL_RANK = {
  all: 0,
  model: 0,
  persistent: 0,
  temporary: 1,
  unrecognised: 2,
  absent: 3,
} as const satisfies Record<GroupLabel["kind"], number>;

function launcherLabel({ session: { location } }: KnownSession): GroupLabel {
  switch (location.kind) {
    case "persistent":
      return { kind: "persistent", launcherId: location.launcherId };
    case "unrecognised":
      return { kind: "unrecognised", type: location.type };
    case "temporary":
    case "absent":
      return { kind: location.kind };
  }
}

const LABELS = {
  none: () => ({ kind: "all" }),
  launcher: launcherLabel,
  model: ({ session }) => ({ kind: "model", modelId: session.modelId }),
} as const satisfies Record<Group, (known: KnownSession) => GroupLabel>;

/** What a group goes by among those of its kind; undefined where it is the only one. */
function valueOf(label: GroupLabel): string | undefined {
  switch (label.kind) {
    case "persistent":
      return label.launcherId;
    case "unrecognised":
      return label.type;
    case "model":
      return label.modelId;
    case "all":
    case "temporary":
    case "absent":
      return undefined;
  }
}

const keyOf = (kind: string, value: string | undefined): string =>
  value === undefined ? kind : `${kind}:${value}`;

interface Gathered {
  readonly label: GroupLabel;
  readonly sessions: KnownSession[];
}

/** By kind and then by value: a key made of both would have to be made, and hashed, for each session. */
type Gathering = Map<GroupLabel["kind"], Map<string | undefined, Gathered>>;

function gather(into: Gathering, known: KnownSession, label: GroupLabel): void {
  let groups = into.get(label.kind);
  if (groups === undefined) into.set(label.kind, (groups = new Map<string | undefined, Gathered>()));
  const value = valueOf(label);
  const gathered = groups.get(value);
  if (gathered === undefined) groups.set(value, { label, sessions: [known] });
  else gathered.sessions.push(known);
}

/**
 * The groups that have sessions. They stand by id (launchers: persistent, temporary, then what has no known location),
 * not by their first session, so that a session which starts or ends moves no other group.
 */
export function groupSessions(sessions: readonly KnownSession[], group: Group): readonly SessionGroup[] {
  const gathering: Gathering = new Map();
  for (const known of sessions) gather(gathering, known, LABELS[group](known));
  return [...gathering]
    .flatMap(([kind, groups]) =>
      [...groups].map(([value, gathered]) => ({ key: keyOf(kind, value), ...gathered })),
    )
    .toSorted((a, b) => LABEL_RANK[a.label.kind] - LABEL_RANK[b.label.kind] || (a.key < b.key ? -1 : 1));
}
