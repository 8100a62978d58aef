import { useLate } from "./use-late.ts";

const COUNT = 12;
/** The list's columns that hold something; how wide it is, the style sheet says (notices.css). */
const CELLS = ["c-chev", "c-glyph", "c-id", "c-model", "c-age", "c-loc", "c-counts"];

/** Rows without content in the list's columns, paler downwards, for a first answer that is late. */
export function SkeletonRows() {
  const isLate = useLate();
  if (!isLate) return null;
  return (
    <div className="skeletons" aria-hidden="true">
      {Array.from({ length: COUNT }, (_, index) => (
        <div
          key={index}
          className="row is-skeleton"
          style={{ "--fade": 1 - index / (COUNT + 1), "--x": 0.98 - index ** 2 / 300 }}
        >
          {CELLS.map((cell) => (
            <span key={cell} className={cell}>
              <i className="sk" />
            </span>
          ))}
          <div className="tlc">
            <div className="tl">
              <i className="sk run" />
            </div>
          </div>
        </div>
      ))}
    </div>
  );
}
