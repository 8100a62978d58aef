/**
 * What is known of the debug sessions after a run of answers. These are the shapes; the law that fills them is in observe.ts.
 *
 * Instants are epoch ms of the server's clock: as the server said them (`startedAt`, `createdAt`), or the browser's clock
 * corrected by what the answers tell of the difference (skew.ts) where they say when we looked. An answer shows the world at some instant between `sentAt` and
 * `receivedAt`, so "still open at" uses the earlier of the two and "ended by" the later: the true instant lies between.
 */
import type { ListChange } from "./resort.ts";
import type { Session, Training, Unreadable } from "./session.ts";
import type { TrainingState } from "./states.ts";

/** Which sessions a list call asked for: all of them, or these ids. */
export type Scope = "all" | readonly string[];

/** One successful response of the list call. */
export interface Answer {
  readonly sentAt: number;
  readonly receivedAt: number;
  readonly scope: Scope;
  readonly sessions: readonly Session[];
  readonly unreadable: readonly Unreadable[];
  /** How far the clock that dates it is ahead of the browser's own; absent where it is that. Ms. */
  readonly aheadMs?: number;
}

/** A change that happened after `after` (undefined: before we watched) and no later than `by`. */
export interface Interval {
  readonly after: number | undefined;
  readonly by: number;
}

/** One state seen on a training, with the interval in which it took that state. */
export interface SeenState {
  readonly state: TrainingState;
  readonly rawState: string;
  readonly entered: Interval;
}

export interface KnownTraining {
  readonly training: Training;
  /** Oldest first, at least one. */
  readonly seen: readonly SeenState[];
  /**
   * Set once it has ended: last seen open .. first seen ended. `after` undefined: it had already ended when first
   * seen, so its end lies between `createdAt` and `by`. Undefined while open, unrecognised, or gone with its session.
   */
  readonly end: Interval | undefined;
  /** Sending of the last answer that listed it; absent while the newest reading of its session lists it. */
  readonly lastListed?: number;
}

/** Answers that should have held a session left it out for a while. Epoch ms. */
export interface Absence {
  /** It went after this, and by then: as an `Interval`. */
  readonly after: number;
  readonly by: number;
  /** Receipt of the answer that held it again. */
  readonly back: number;
}

export interface KnownSession {
  /** The newest reading. */
  readonly session: Session;
  /** Receipt of the first answer that held it. */
  readonly firstSeen: number;
  /**
   * Sending of the last answer that held it. Undefined while it is in every answer that should hold it: then it is
   * that of the newest such answer (`lastSeenAt`), so that an answer which changes nothing changes no object.
   */
  readonly lastSeen: number | undefined;
  /** Same order as `session.trainings`; trainings once seen and no longer listed stay. */
  readonly trainings: readonly KnownTraining[];
  /** Set once it is missing from an answer that should have held it; an absence when a later answer lists it again. */
  readonly ended: Interval | undefined;
  /** Oldest first; left out where there are none. */
  readonly absences?: readonly Absence[];
  /** An earlier life under the same id (the same id with another `startedAt`), newest first. */
  readonly earlier: readonly KnownSession[];
}

/** A stretch in which answers came without a gap; both ends are instants of answers. */
export interface Watched {
  readonly from: number;
  readonly to: number;
}

export interface Known {
  readonly sessions: ReadonlyMap<string, KnownSession>;
  /** Oldest first, never overlapping; what lies between two of them nobody watched. */
  readonly watched: readonly Watched[];
  /** The newest answer's own facts; undefined before the first. */
  readonly latest:
    | {
        readonly sentAt: number;
        readonly receivedAt: number;
        readonly scope: Scope;
        readonly unreadable: readonly Unreadable[];
        /** Ids of the scope that the answer did not hold. Empty when the scope is all. */
        readonly missing: readonly string[];
        /** How far the clock that dates it was ahead of the browser's own; absent where it was that. Ms. */
        readonly aheadMs?: number;
      }
    | undefined;
  /**
   * All that ended after this is in `sessions`; what ended by then was let go, at least in part (prune.ts). Absent while nothing
   * was. Epoch ms.
   */
  readonly wholeFrom?: number | undefined;
  /** What made the sessions those they are, where that is told: who made something of those before needs look at no others. */
  readonly change?: SessionsChange | undefined;
}

export interface SessionsChange extends ListChange<KnownSession> {
  /** The sessions before. */
  readonly from: Known["sessions"];
}

export const NOTHING_KNOWN: Known = { sessions: new Map(), watched: [], latest: undefined };

/** Sending of the last answer that held the session readably: it was alive then. Epoch ms. */
export function lastSeenAt(known: Known, session: KnownSession): number {
  return session.lastSeen ?? known.latest?.sentAt ?? session.firstSeen;
}
