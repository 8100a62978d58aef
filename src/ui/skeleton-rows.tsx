/** Widths of the placeholders, px: location, counts; and where the run begins, in fractions of the strip. */
const SHAPES = [
  { loc: 126, counts: 28, x: 0.98 },
  { loc: 146, counts: 60, x: 0.965 },
  { loc: 162, counts: 92, x: 0.92 },
  { loc: 94, counts: 28, x: 0.87 },
  { loc: 166, counts: 60, x: 0.81 },
  { loc: 148, counts: 92, x: 0.74 },
] as const;

const COUNT = 12;

/** Rows without content in the list's columns, paler downwards, for the time before the first answer. */
export function SkeletonRows() {
  return Array.from({ length: COUNT }, (_, index) => {
    const shape = SHAPES[index % SHAPES.length] ?? SHAPES[0];
    return (
      <div
        key={index}
        className="row is-skeleton"
        aria-hidden="true"
        style={{ "--fade": 1 - index / (COUNT + 1) }}
      >
        <span className="c-chev" />
        <span className="c-glyph">
          <i className="sk disc" />
        </span>
        <span className="c-id">
          <i className="sk" style={{ width: 60 }} />
        </span>
        <span className="c-model">
          <i className="sk" style={{ width: 68 }} />
        </span>
        <span className="c-age">
          <i className="sk ml-auto" style={{ width: 56 }} />
        </span>
        <span className="c-loc">
          <i className="sk tall max-w-full" style={{ width: shape.loc }} />
        </span>
        <span className="c-counts">
          <i className="sk" style={{ width: shape.counts }} />
        </span>
        <div className="tlc">
          <div className="tl">
            <i className="sk run" style={{ "--x": shape.x - Math.floor(index / SHAPES.length) * 0.2 }} />
          </div>
        </div>
      </div>
    );
  });
}
