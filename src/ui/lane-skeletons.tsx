import { useLate } from "./use-late.ts";

const COUNT = 12;
/** Which of them are heads: groups are not all alike. */
const HEADS: ReadonlySet<number> = new Set([0, 4, 7]);

/** Lanes without content under heads without words, paler downwards, for a first answer that is late. */
export function LaneSkeletons() {
  const isLate = useLate();
  if (!isLate) return null;
  return (
    <div className="skeletons" aria-hidden="true">
      {Array.from({ length: COUNT }, (_, index) => (
        <div
          key={index}
          className={HEADS.has(index) ? "lane ghl is-skeleton" : "lane is-skeleton"}
          style={{ "--fade": 1 - index / (COUNT + 1), "--x": 0.95 - index ** 2 / 300 }}
        >
          <i className="sk words" />
          {!HEADS.has(index) && <i className="sk run" />}
        </div>
      ))}
    </div>
  );
}
