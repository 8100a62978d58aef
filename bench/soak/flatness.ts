/** Whether what was sampled over a soak stayed flat. */
import { median } from "../report/statistics.ts";

export interface Sample {
  /** From the beginning of the soak, ms of the page's time. */
  readonly at: number;
  /** After a forced collection, bytes. */
  readonly heapPage: number;
  readonly heapWorkers: number;
  readonly listeners: number;
  /** DOM nodes, those that are in no document included. */
  readonly nodes: number;
}

export interface Flatness {
  readonly title: string;
  /** In the second quarter, and in the last. */
  readonly early: number;
  readonly late: number;
  readonly met: boolean;
}

/** Growth allowed, 0..1. */
const ALLOWED = 0.1;

type Figure = (sample: Sample) => number;

const WATCHED: readonly (readonly [title: string, figure: Figure])[] = [
  ["JavaScript heap, MB", ({ heapPage, heapWorkers }) => (heapPage + heapWorkers) / 1e6],
  ["  of the page, MB", ({ heapPage }) => heapPage / 1e6],
  ["  of its workers, MB", ({ heapWorkers }) => heapWorkers / 1e6],
  ["Event listeners", ({ listeners }) => listeners],
  ["DOM nodes", ({ nodes }) => nodes],
];

/**
 * Each figure in the second quarter beside the last: their medians, because the list is longer or shorter at any one sample.
 * The first quarter fills what is kept. Less than before is flat as well.
 */
export function flatness(samples: readonly Sample[]): readonly Flatness[] {
  const quarter = Math.floor(samples.length / 4);
  const early = samples.slice(quarter, 2 * quarter);
  const late = samples.slice(-quarter);
  return WATCHED.map(([title, figure]) => {
    const before = median(early.map(figure));
    const after = median(late.map(figure));
    return { title, early: before, late: after, met: after <= before * (1 + ALLOWED) };
  });
}
