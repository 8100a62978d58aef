/**
 * When the lives of a slot begin and end. A slot is one place in the list that sessions take one after the other,
 * forever in both directions. Each boundary is found by arithmetic, so the present is reached without stepping.
 */
import { Random, SALT } from "./random.ts";
import type { Span, Temper } from "./temper.ts";

/** The ms by which a life outlasts (positive) or falls short of (negative) the beginning of the next. */
export type Seam = Span;

export interface Slot {
  readonly index: number;
  readonly temper: Temper;
  readonly period: number;
  readonly offset: number;
  readonly seam: Seam;
}

export function slotOf(
  seed: number,
  index: number,
  tempers: readonly [Temper, ...Temper[]],
  seam: Seam,
): Slot {
  const draw = new Random(seed, index, 0, SALT.slot);
  const temper = tempers[index % tempers.length] ?? tempers[0];
  const period = draw.between(...temper.period);
  // The first slot never leaves a hole, so that a world of one session always shows one.
  return { index, temper, period, offset: draw.between(0, period), seam: index === 0 ? [0, 0] : seam };
}

/** The share of a period by which a beginning may be late. */
const LATE = 0.35;

function boundary(seed: number, slot: Slot, life: number): { begins: number; seam: number } {
  const draw = new Random(seed, slot.index, life, SALT.boundary);
  const begins = slot.offset + life * slot.period + Math.floor(draw.unit() * LATE * slot.period);
  return { begins, seam: draw.between(...slot.seam) };
}

export interface LifeSpan {
  readonly startedAt: number;
  readonly endsAt: number;
}

/** The span of one life, epoch ms; `endsAt` is after `startedAt` as long as seams are shorter than half a period. */
export function lifeSpan(seed: number, slot: Slot, life: number): LifeSpan {
  const next = boundary(seed, slot, life + 1);
  return { startedAt: boundary(seed, slot, life).begins, endsAt: next.begins + next.seam };
}

/**
 * The numbers of the only lives that may be alive at `t`: a life begins at most 0.35 of a period late, and seams are
 * short, so the one before the last is over.
 */
export function candidates(slot: Slot, t: number): readonly [previous: number, current: number] {
  const current = Math.floor((t - slot.offset) / slot.period);
  return [current - 1, current];
}
