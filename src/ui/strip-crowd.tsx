import { LEAST_BAR } from "./bar-sizes.ts";
import { cx } from "./cx.ts";
import type { StripMark } from "./strip.tsx";

/** Marks too narrow to be told apart: as many trainings, and the worst of their states. */
export interface StripCluster {
  readonly kind: "cluster";
  readonly state: StripMark["state"];
  readonly count: number;
  /** How many of which state, in words. */
  readonly title: string;
  readonly lane: number;
  readonly x0: number;
  readonly x1: number;
}

interface StripCrowdProps {
  readonly clusters: readonly StripCluster[];
  /** Of the window that the clusters are placed in. */
  readonly px: number;
  /** How many trainings found no lane of their own, in words. */
  readonly overflow: string | undefined;
}

/** In a strip, what is more than its bars can show. */
export function StripCrowd({ clusters, px, overflow }: StripCrowdProps) {
  return (
    <>
      {clusters.map(({ state, count, title, lane, x0, x1 }, index) => (
        <i
          // oxlint-disable-next-line react/no-array-index-key -- as the marks of a strip
          key={index}
          className={cx("bar many", state, lane > 0 && `k${lane}`)}
          style={{ left: x0 * px, width: Math.max((x1 - x0) * px, LEAST_BAR) }}
          title={title}
          data-cluster={count}
          data-state={state}
        />
      ))}
      {overflow !== undefined && (
        <span className="overflow" title={`${overflow} trainings side by side`}>
          {overflow}
        </span>
      )}
    </>
  );
}
