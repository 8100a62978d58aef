/**
 * What of a strip hangs on the observations alone: the order of its trainings and their lanes. Neither the window nor now
 * has a part in it, so it is worked out once for what is known of a session, and drawing pays for what is in view only.
 */
import type { KnownSession, KnownTraining } from "./known.ts";
import { type Placed, placeInLanes } from "./lanes.ts";
import { onceFor } from "./once-for.ts";
import { byCreation } from "./session.ts";
import { endOf, type Standing } from "./training-end.ts";

/**
 * An end known this well (ms) does not put the next training into another lane: one that begins when the answer before
 * it ends would otherwise always seem to run beside it.
 */
const SEEN_CLOSELY = 30_000;

export interface StripLayout {
  /** By creation, then id. */
  readonly trainings: readonly KnownTraining[];
  /** Where each of them stands, in the same order. */
  readonly placed: readonly Placed[];
  /** How many lanes they need, 1..4. */
  readonly lanes: number;
}

/** The layout of one life. The same object for the same session object. */
export const stripLayout = onceFor((session: KnownSession): StripLayout => {
  const trainings = inOrder(session.trainings);
  // Without a `lastSeen` the session is in the newest answer: what is open goes on.
  const lastSeenAt = session.lastSeen ?? Infinity;
  const standing: Standing = { now: Infinity, lastSeenAt, stale: false, gone: session.ended !== undefined };
  const placed = placeInLanes(
    trainings.map((known) => ({ from: known.training.createdAt, to: occupiedTo(known, standing) })),
  );
  let lanes = 1;
  for (const { lane } of placed) if (lane >= lanes) lanes = lane + 1;
  return { trainings, placed, lanes };
});

/** The list itself where it is in order, as observations are. */
function inOrder(trainings: readonly KnownTraining[]): readonly KnownTraining[] {
  for (let i = 1; i < trainings.length; i += 1) {
    const [before, known] = [trainings[i - 1], trainings[i]];
    if (before && known && byCreation(before.training, known.training) > 0) {
      return trainings.toSorted((a, b) => byCreation(a.training, b.training));
    }
  }
  return trainings;
}

/** How many lanes a session's row needs for all that was seen under its id, 1..4. */
export const lanesOf = (session: KnownSession): number =>
  session.earlier.reduce((most, life) => Math.max(most, stripLayout(life).lanes), stripLayout(session).lanes);

/** How long a training keeps others out of its lane, epoch ms. */
function occupiedTo(known: KnownTraining, standing: Standing): number {
  const end = endOf(known, standing);
  switch (end.kind) {
    case "open":
    case "stale":
      return Infinity;
    case "seen":
      return end.by - end.after <= SEEN_CLOSELY ? end.after : end.by;
    case "before-watching":
      // How long it ran is not known, so it keeps nobody out of its lane.
      return known.training.createdAt;
    case "not-seen":
      return end.after;
    case "unknown":
      return standing.gone || known.lastListed !== undefined ? end.after : Infinity;
  }
}
