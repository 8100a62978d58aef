import { useDeferredValue, useMemo } from "react";
import { createHeldOverTime, heldGrid, type HeldQuantity, STEPS } from "../../domain/held-over-time.ts";
import type { Known } from "../../domain/known.ts";
import { useNow } from "../../ui/tick.ts";
import { useMedia } from "../../ui/use-media.ts";
import type { ListView } from "../../url/list-params.ts";
import { filterOf } from "./filter-of.ts";
import { HEIGHT, heldPaths, WIDTH } from "./held-paths.ts";
import { heldWords } from "./held-words.ts";

interface HeldSparklineProps {
  readonly quantity: HeldQuantity;
  readonly known: Known;
  /** Whose capacity, and in which time. */
  readonly view: ListView;
  /** How long that is: ms up to now, or its ends, epoch ms. */
  readonly length: number | { readonly from: number; readonly to: number };
  /** Sending of the newest answer when that is too old to speak for now, epoch ms. */
  readonly staleFrom: number | undefined;
}

/** One for all quantities: they are added up together. */
const heldOf = createHeldOverTime();

/** Narrower than this there is room for the figures alone (summary.css). */
const WIDE = "(min-width: 1360px)";

export function HeldSparkline(props: HeldSparklineProps) {
  return useMedia(WIDE) ? <Sparkline {...props} /> : null;
}

/** How much of a capacity was held, as far as somebody watched; the dot is the newest answer. */
function Sparkline({ quantity, view, length, staleFrom, ...props }: HeldSparklineProps) {
  // The rows and figures of an answer come first.
  const known = useDeferredValue(props.known);
  const step = useNow(typeof length === "number" ? Math.max(1_000, length / STEPS) : 60_000);
  const filter = useMemo(() => filterOf(view), [view]);
  const { sessions, watched, latest } = known;
  // The clock that ticks may be a second behind.
  const grid = heldGrid(length, Math.max(step, latest?.receivedAt ?? 0));
  const held = heldOf({ sessions, watched, filter, grid });
  const { line, area, dot } = useMemo(() => heldPaths(held, quantity), [held, quantity]);
  const words = heldWords(held, quantity, { range: view.range, isFresh: staleFrom === undefined });
  return (
    <svg className="sl" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={words}>
      <title>{words}</title>
      <path className="ar" d={area} />
      <path className="ln" d={line} />
      {dot && <circle className="nw" cx={dot.x} cy={dot.y} r="2" />}
    </svg>
  );
}
