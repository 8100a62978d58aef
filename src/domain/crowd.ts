/** What a strip draws of more trainings than can be told apart: bars, clusters that are drawn over them, and a count. */
import { type Cluster, clusterMarks, isCluster } from "./cluster.ts";
import { countWords, overflowText } from "./cluster-words.ts";
import type { Life, Mark } from "./timeline.ts";
import type { Window } from "./window.ts";

export interface Crowd {
  /** Those that stand by themselves. */
  readonly marks: readonly Mark[];
  readonly clusters: readonly (Cluster & { readonly title: string })[];
  /** How many found no lane of their own: `+3`. */
  readonly overflow: string | undefined;
}

/** @param widthPx of the window */
export function crowdOf(life: Life, window: Window, widthPx: number): Crowd {
  const marks: Mark[] = [];
  const clusters: Crowd["clusters"][number][] = [];
  for (const shape of clusterMarks(life.marks, window, widthPx)) {
    if (isCluster(shape)) clusters.push({ ...shape, title: countWords(shape.counts) });
    else marks.push(shape);
  }
  return { marks, clusters, overflow: overflowText(life.overflow) };
}
