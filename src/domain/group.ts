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

function keyOf(label: GroupLabel): string {
  switch (label.kind) {
    case "persistent":
      return `persistent:${label.launcherId}`;
    case "unrecognised":
      return `unrecognised:${label.type}`;
    case "model":
      return `model:${label.modelId}`;
    case "all":
    case "temporary":
    case "absent":
      return label.kind;
  }
}

/**
 * The groups that have sessions. They stand by id (launchers: persistent, temporary, then what has no known location),
 * not by their first session, so that a session which starts or ends moves no other group.
 */
export function groupSessions(sessions: readonly KnownSession[], group: Group): SessionGroup[] {
  const groups = new Map<string, { key: string; label: GroupLabel; sessions: KnownSession[] }>();
  for (const known of sessions) {
    const label = LABELS[group](known);
    const key = keyOf(label);
    const existing = groups.get(key);
    if (existing === undefined) groups.set(key, { key, label, sessions: [known] });
    else existing.sessions.push(known);
  }
  return [...groups.values()].toSorted(
    (a, b) => LABEL_RANK[a.label.kind] - LABEL_RANK[b.label.kind] || (a.key < b.key ? -1 : 1),
  );
}
