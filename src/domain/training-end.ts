/**
 * What is known of a training's end: the one reading that picture, table and tooltip share.
 *
 * The API never tells when a training ended; it ended between the last answer that showed it open and the first that did not.
 */
import type { KnownSession, KnownTraining } from "./known.ts";
import { isOpen } from "./states.ts";

/** How a training's session stands at the moment of looking. All instants epoch ms. */
export interface Standing {
  readonly now: number;
  /** Sending of the last answer that held the session. */
  readonly lastSeenAt: number;
  /** That answer is too old to speak for now. */
  readonly stale: boolean;
  /** The session is no longer reported. */
  readonly gone: boolean;
}

/** What one look at everything has in common. */
export interface AsOf {
  readonly now: number;
  /** Sending of the newest answer (`Known.latest`). Epoch ms. */
  readonly latestAt: number;
  /** How long an answer speaks for now, ms: 2.5 polling intervals. */
  readonly freshForMs: number;
}

export type End =
  /** Last seen open at `after`, in the newest answer, which is fresh. */
  | { readonly kind: "open"; readonly after: number }
  /** Open at `after`; no answer since. */
  | { readonly kind: "stale"; readonly after: number }
  /** Last seen open at `after`, first seen ended at `by`. */
  | { readonly kind: "seen"; readonly after: number; readonly by: number }
  /** Already ended when first seen, at `by`. */
  | { readonly kind: "before-watching"; readonly by: number }
  /** Open at `after`, the last that was seen of it: it, or its session, is no longer reported. */
  | { readonly kind: "not-seen"; readonly after: number }
  /** In a state this program does not know, last seen at `after`: open or ended, nobody can tell. */
  | { readonly kind: "unknown"; readonly after: number };

/**
 * How a session stands. Staleness is the session's own: where the list asks for other ids only, this one is no longer
 * seen although answers come.
 */
export function standingOf(session: KnownSession, { now, latestAt, freshForMs }: AsOf): Standing {
  const lastSeenAt = session.lastSeen ?? latestAt;
  return { now, lastSeenAt, stale: now - lastSeenAt > freshForMs, gone: session.ended !== undefined };
}

/** Reads the end of a training. No instant in the reading lies before the training's creation. */
export function endOf(known: KnownTraining, { lastSeenAt, stale, gone }: Standing): End {
  const { training, end, lastListed } = known;
  // The server's clock may run ahead of ours.
  const notBefore = (at: number) => Math.max(training.createdAt, at);
  if (end !== undefined) {
    const by = notBefore(end.by);
    if (end.after === undefined) return { kind: "before-watching", by };
    return { kind: "seen", after: Math.min(notBefore(end.after), by), by };
  }
  const after = notBefore(lastListed ?? lastSeenAt);
  if (!isOpen(training.state)) return { kind: "unknown", after };
  if (gone || lastListed !== undefined) return { kind: "not-seen", after };
  return { kind: stale ? "stale" : "open", after };
}
