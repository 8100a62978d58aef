import type { ReactNode } from "react";
import { LaneSkeletons } from "./lane-skeletons.tsx";

interface LanePlaceholderProps {
  /** All of the newest answer is here. */
  readonly isWhole: boolean;
  /** There is no answer, and a notice says what is wrong. */
  readonly failed: boolean;
  readonly columns: number;
  /** What there is to say of an answer without rows. */
  readonly children: ReactNode;
}

/** What stands in a grid of lanes in place of rows. */
export function LanePlaceholder({ isWhole, failed, columns, children }: LanePlaceholderProps) {
  if (isWhole) {
    return (
      <div role="row">
        <div role="gridcell" aria-colspan={columns}>
          {children}
        </div>
      </div>
    );
  }
  if (failed) return null;
  return (
    <>
      <p className="sr-only" role="status">
        Waiting for the first answer
      </p>
      <LaneSkeletons />
    </>
  );
}
