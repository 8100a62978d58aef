import { Skeletons } from "./skeletons.tsx";

/** Which of them are heads: groups are not all alike. */
const HEADS: ReadonlySet<number> = new Set([0, 4, 7]);

/** Lanes without content under heads without words. */
export const LaneSkeletons = () => (
  <Skeletons
    from={0.95}
    classOf={(index) => (HEADS.has(index) ? "lane ghl is-skeleton" : "lane is-skeleton")}
  >
    {(index) => (
      <>
        <i className="sk words" />
        {!HEADS.has(index) && <i className="sk run" />}
      </>
    )}
  </Skeletons>
);
