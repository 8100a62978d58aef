import { Skeletons } from "./skeletons.tsx";

/** The list's columns that hold something; how wide it is, the style sheet says (notices.css). */
const CELLS = ["c-chev", "c-glyph", "c-id", "c-model", "c-age", "c-loc", "c-counts"];

/** Rows without content in the list's columns. */
export const SkeletonRows = () => (
  <Skeletons from={0.98} classOf={() => "row is-skeleton"}>
    {() => (
      <>
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
      </>
    )}
  </Skeletons>
);
