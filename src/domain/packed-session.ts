/**
 * A session as it crosses to another thread or tab: what it says is said once. The answer it was read from is all that is
 * known of the reading, and what was observed of a training stands at its place in the list. Copying that costs a
 * fraction of copying all that is worked out of it. The law: what is unpacked equals what was packed.
 */
import type { DebugSession } from "@decthings/api-client";
import { collapseTrainings } from "./collapse.ts";
import type { KnownDelta } from "./known-delta.ts";
import type { KnownSession, KnownTraining } from "./known.ts";
import { readSession, type Session, type Training } from "./session.ts";
import { createSharing, type Share } from "./shared-parameters.ts";

/** What was observed of a training, without the training itself. */
type Observed = Omit<KnownTraining, "training">;

export interface PackedSession extends Pick<KnownSession, "firstSeen" | "lastSeen" | "ended"> {
  readonly wire: DebugSession;
  /** Only where it differs from `wire`. */
  readonly answered?: unknown;
  /** One for each training of the reading, in its order; trainings whole where some are no longer listed. */
  readonly observed: readonly Observed[] | { readonly trainings: readonly KnownTraining[] };
  readonly earlier: readonly PackedSession[];
}

export interface PackedDelta extends Omit<KnownDelta, "changed"> {
  readonly changed: readonly PackedSession[];
}

const isSame = (a: Training, b: Training | undefined): boolean =>
  a === b || (b !== undefined && a.id === b.id && a.createdAt === b.createdAt && a.rawState === b.rawState);

const observedOf = ({ seen, end, lastListed }: KnownTraining): Observed =>
  lastListed === undefined ? { seen, end } : { seen, end, lastListed };

function packSession(known: KnownSession): PackedSession {
  const { session, firstSeen, lastSeen, ended, trainings, earlier } = known;
  const isListed =
    trainings.length === session.trainings.length &&
    trainings.every(({ training }, index) => isSame(training, session.trainings[index]));
  return {
    wire: session.wire,
    ...("answered" in session ? { answered: session.answered } : {}),
    firstSeen,
    lastSeen,
    ended,
    observed: isListed ? trainings.map(observedOf) : { trainings },
    earlier: earlier.map(packSession),
  };
}

function unpackSession(packed: PackedSession, share: Share): KnownSession {
  const { firstSeen, lastSeen, ended, observed, earlier } = packed;
  const wire = share(packed.wire);
  const session = collapseTrainings(readSession(wire, "answered" in packed ? packed.answered : wire));
  return {
    session,
    firstSeen,
    lastSeen,
    trainings: "trainings" in observed ? observed.trainings : withTrainings(session, observed),
    ended,
    earlier: earlier.map((life) => unpackSession(life, share)),
  };
}

const withTrainings = ({ trainings }: Session, observed: readonly Observed[]): readonly KnownTraining[] =>
  trainings.flatMap((training, index) => {
    const one = observed[index];
    return one === undefined ? [] : { training, ...one };
  });

export const packDelta = ({ changed, ...rest }: KnownDelta): PackedDelta => ({
  ...rest,
  changed: changed.map(packSession),
});

/** Unpacks one delta after another; sessions of a model come to hold one copy of its parameters. */
export function createUnpacking(): (packed: PackedDelta) => KnownDelta {
  const share = createSharing();
  return ({ changed, ...rest }) => ({
    ...rest,
    changed: changed.map((packed) => unpackSession(packed, share)),
  });
}
