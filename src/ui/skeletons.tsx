import { useEffect, useState, type ReactNode } from "react";

const COUNT = 12;
/** An answer that comes sooner is not kept waiting by rows that would only flash. Ms. */
const PATIENCE_MS = 400;

interface SkeletonsProps {
  /** Where the life in the first of them begins, as a share of its picture; those below are older. */
  readonly from: number;
  /** Of a row, which is told by its index. */
  readonly classOf: (index: number) => string;
  readonly children: (index: number) => ReactNode;
}

/** Rows without content, paler downwards, for a first answer that is late. */
export function Skeletons({ from, classOf, children }: SkeletonsProps) {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setLate, PATIENCE_MS, true);
    return () => clearTimeout(timer);
  }, []);
  if (!isLate) return null;
  return (
    <div className="skeletons" aria-hidden="true">
      {Array.from({ length: COUNT }, (_, index) => (
        <div
          key={index}
          className={classOf(index)}
          style={{ "--fade": 1 - index / (COUNT + 1), "--x": from - index ** 2 / 300 }}
        >
          {children(index)}
        </div>
      ))}
    </div>
  );
}
