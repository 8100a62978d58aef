/**
 * The drawing of one session's strip: observations and a window in, marks with x in 0..1 of the window out.
 *
 * Draw only what was observed. Solid is known, the tail says how the mark ends. Pixels and least widths
 * are the view's affair; lanes hang on the observations alone, so that neither zoom nor time moves a mark to another.
 */
import type { KnownSession, KnownTraining } from "./known.ts";
import type { TrainingState } from "./states.ts";
import { stripLayout } from "./strip-layout.ts";
import { type End, endOf, type AsOf, type Standing, standingOf } from "./training-end.ts";
import { meets, type Window, xOf } from "./window.ts";

/** How a mark goes on after its solid part. An `x1` is where that goes on to, at least the mark's own. */
export type Tail =
  /** Flush with now, and grows with it. */
  | { readonly kind: "open" }
  /** Open at the last answer; hatched from there to now. */
  | { readonly kind: "stale"; readonly x1: number }
  /** Ended within the hatch, which has no width where the instant is known. */
  | { readonly kind: "interval"; readonly x1: number }
  /** A start cap, then a dotted hairline to the answer that first showed it. */
  | { readonly kind: "before-watching"; readonly x1: number }
  /** It, or its session, is no longer reported; the outcome was not seen. */
  | { readonly kind: "not-seen" }
  /** In a state this program does not know. */
  | { readonly kind: "unknown" };

export interface Mark {
  readonly trainingId: string;
  readonly state: TrainingState;
  /** 0-based, 0..3. */
  readonly lane: number;
  /** Creation, epoch ms. */
  readonly from: number;
  /** Where it ended: last seen open, absent where it had ended before the first look. Epoch ms. */
  readonly lastOpen?: number;
  /** Where it ended: first seen ended. Epoch ms. */
  readonly firstEnded?: number;
  /** The solid part. */
  readonly x0: number;
  readonly x1: number;
  readonly tail: Tail;
  /** It began before the window. */
  readonly cutStart: boolean;
  /** It, or its tail, goes on after the window. */
  readonly cutEnd: boolean;
}

/** The session's own lifetime, from its start to now or where it was last seen. */
export interface Band {
  readonly x0: number;
  readonly x1: number;
  readonly cutStart: boolean;
  readonly cutEnd: boolean;
  /** No longer reported: the band fades out. Otherwise it follows now. */
  readonly gone: boolean;
  /** Where answers left the session out for a while, oldest first; left out where there is none in the window. */
  readonly absences?: readonly { readonly x0: number; readonly x1: number }[];
}

/** One life of a session. */
export interface Life {
  /** As the server said it, epoch ms. Tells a life from the others under its id. */
  readonly startedAt: number;
  /** Undefined where the life does not meet the window. It holds all the marks. */
  readonly band: Band | undefined;
  /** By creation, then id. Trainings wholly outside the window have none. */
  readonly marks: readonly Mark[];
  /** How many lanes the marks need, 1..4. */
  readonly lanes: number;
  /** How many of the marks share the last lane for want of a fifth. */
  readonly overflow: number;
}

/** The session's present life, and those before it. */
export interface Strip extends Life {
  /** Earlier lives under the same id that meet the window, newest first. */
  readonly earlier: readonly Life[];
}

export interface StripInput {
  readonly session: KnownSession;
  readonly window: Window;
  readonly look: AsOf;
}

/** A training laid out in time, before the window. */
interface Course {
  readonly known: KnownTraining;
  readonly end: End;
  readonly from: number;
  /** Where the solid part ends, and where the tail does. */
  readonly solidTo: number;
  readonly to: number;
}

function courseOf(known: KnownTraining, standing: Standing): Course {
  const end = endOf(known, standing);
  const { now } = standing;
  // The server's clock may run ahead of ours: nothing is drawn after now. No end lies before the creation (`endOf`).
  const from = Math.min(known.training.createdAt, now);
  const solidTo =
    end.kind === "open" ? now : end.kind === "before-watching" ? from : Math.min(end.after, now);
  return { known, end, from, solidTo, to: tailTo(end, solidTo, now) };
}

function tailTo(end: End, solidTo: number, now: number): number {
  switch (end.kind) {
    case "seen":
    case "before-watching":
      return Math.min(end.by, now);
    case "stale":
      return now;
    case "open":
    case "not-seen":
    case "unknown":
      return solidTo;
  }
}

function tailOf(end: End, x1: number): Tail {
  switch (end.kind) {
    case "seen":
      return { kind: "interval", x1 };
    case "stale":
    case "before-watching":
      return { kind: end.kind, x1 };
    case "open":
    case "not-seen":
    case "unknown":
      return { kind: end.kind };
  }
}

function markOf(course: Course, to: number, lane: number, window: Window): Mark {
  const { known, end, from } = course;
  const mark: Writable<Mark> = {
    trainingId: known.training.id,
    state: known.training.state,
    lane,
    from: known.training.createdAt,
    x0: xOf(from, window),
    x1: xOf(Math.min(course.solidTo, to), window),
    tail: tailOf(end, xOf(to, window)),
    cutStart: from < window.from,
    cutEnd: to > window.to,
  };
  if (end.kind === "seen") mark.lastOpen = end.after;
  if (end.kind === "seen" || end.kind === "before-watching") mark.firstEnded = end.by;
  return mark;
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

/** @param held the first and the last instant of its trainings */
function bandOf(session: KnownSession, standing: Standing, held: Extent, window: Window): Band | undefined {
  // Trainings belong to their session: where the clocks of servers differ, its lifetime gives way to theirs.
  const from = Math.min(session.session.startedAt, held.from, standing.now);
  const seenTo = standing.gone ? Math.min(standing.lastSeenAt, standing.now) : standing.now;
  const to = Math.max(from, seenTo, held.to);
  if (!meets(from, to, window)) return undefined;
  const absences = (session.absences ?? [])
    .filter(({ after, back }) => meets(after, back, window))
    .map(({ after, back }) => ({ x0: xOf(after, window), x1: xOf(back, window) }));
  return {
    x0: xOf(from, window),
    x1: xOf(to, window),
    cutStart: from < window.from,
    cutEnd: to > window.to,
    gone: standing.gone,
    ...(absences.length > 0 ? { absences } : {}),
  };
}

interface Extent {
  from: number;
  to: number;
}

/** One life with its marks. */
function drawLife(session: KnownSession, window: Window, look: AsOf): Life {
  const standing = standingOf(session, look);
  const { trainings, placed } = stripLayout(session);
  const marks: Mark[] = [];
  const held: Extent = { from: Infinity, to: -Infinity };
  let lanes = 1;
  let overflow = 0;
  /** Where the next mark of each lane begins, as the walk goes from the last mark to the first. */
  const nextFrom: number[] = [];
  for (let i = trainings.length - 1; i >= 0; i -= 1) {
    const known = trainings[i];
    const place = placed[i];
    if (known === undefined || place === undefined) continue;
    const { lane, shared } = place;
    const course = courseOf(known, standing);
    if (course.from < held.from) held.from = course.from;
    if (course.to > held.to) held.to = course.to;
    if (meets(course.from, course.to, window)) {
      // A tail gives way to the mark that follows it; only marks that share the last lane lie over each other.
      const room = Math.max(course.solidTo, nextFrom[lane] ?? Infinity);
      marks.push(markOf(course, Math.min(course.to, room), lane, window));
      lanes = Math.max(lanes, lane + 1);
      if (shared) overflow += 1;
    }
    nextFrom[lane] = course.from;
  }
  marks.reverse();
  return {
    startedAt: session.session.startedAt,
    band: bandOf(session, standing, held, window),
    marks,
    lanes,
    overflow,
  };
}

/** Draws one session. The order in which its trainings are given makes no difference. */
export function drawStrip({ session, window, look }: StripInput): Strip {
  const earlier = session.earlier
    .map((life) => drawLife(life, window, look))
    .filter(({ band }) => band !== undefined);
  return { ...drawLife(session, window, look), earlier };
}

/**
 * Draws one training of the session's present life in a row of its own, where its tail gives way to no other. Undefined outside the
 * window.
 */
export function drawTraining(
  training: KnownTraining,
  { session, window, look }: StripInput,
): Mark | undefined {
  return drawLife({ ...session, trainings: [training] }, window, look).marks[0];
}
