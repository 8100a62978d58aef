import { useEffect, useMemo, useSyncExternalStore } from "react";
import {
  heldGrid,
  heldStepMs,
  type HeldQuantity,
  type HeldLength,
  withPresent,
} from "../../domain/held-over-time.ts";
import type { Known } from "../../domain/known.ts";
import type { Summary } from "../../domain/summary.ts";
import { wholeStretches } from "../../domain/whole-stretches.ts";
import { useNow } from "../../ui/tick.ts";
import { useMedia } from "../../ui/use-media.ts";
import type { ListView } from "../../url/list-params.ts";
import { filterOf } from "./filter-of.ts";
import { HEIGHT, heldPaths, WIDTH } from "./held-paths.ts";
import { heldWords } from "./held-words.ts";
import { createHeldWork } from "./held-work.ts";

interface HeldSparklineProps {
  readonly quantity: HeldQuantity;
  readonly known: Known;
  /** What is held at the newest answer. */
  readonly summary: Pick<Summary, "vcpus" | "memoryMebibytes" | "gpus">;
  /** Whose capacity, and in which time. */
  readonly view: ListView;
  /** How long that is. */
  readonly length: HeldLength;
  /** Sending of the newest answer when that is too old to speak for now, epoch ms. */
  readonly staleFrom: number | undefined;
}

/** Narrower than this there is room for the figures alone (summary.css). */
const WIDE = "(min-width: 1360px)";

export function HeldSparkline(props: HeldSparklineProps) {
  return useMedia(WIDE) ? <Sparkline {...props} /> : null;
}

/** One for all quantities: they are added up together. */
const work = createHeldWork();

/** How much of a capacity was held, as far as somebody watched; the dot is the newest answer. */
function Sparkline({ quantity, known, summary, view, length, staleFrom }: HeldSparklineProps) {
  const { sessions, latest } = known;
  const watched = useMemo(() => wholeStretches(known), [known]);
  const step = useNow(heldStepMs(length));
  const filter = useMemo(() => filterOf(view), [view]);
  // While answers are fresh the picture ends with the newest of them.
  const now = staleFrom === undefined && latest ? latest.receivedAt : step;
  // To be worked out when there is time, which is not while rendering.
  useEffect(
    () => work.ask({ sessions, watched, filter, grid: heldGrid(length, now) }),
    [sessions, watched, filter, length, now],
  );
  const past = useSyncExternalStore(work.subscribe, work.held);
  const { vcpus, memoryMebibytes, gpus } = summary;
  const count = gpus.reduce((sum, one) => sum + one.count, 0);
  const drawn = useMemo(() => {
    const held = past && withPresent(past, { vcpus, memoryMebibytes, gpus: count });
    return held && { held, paths: heldPaths(held, quantity) };
  }, [past, quantity, vcpus, memoryMebibytes, count]);
  if (!drawn) return null;
  const { line, area, dot } = drawn.paths;
  const words = heldWords(drawn.held, quantity, { range: view.range, isFresh: staleFrom === undefined });
  return (
    <svg
      className="sl"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      // Where there is less room the newest of it stays.
      preserveAspectRatio="xMaxYMid slice"
      role="img"
      aria-label={words}
    >
      <title>{words}</title>
      <path className="ar" d={area} />
      <path className="ln" d={line} />
      {dot && <circle className="nw" cx={dot.x} cy={dot.y} r="2" />}
    </svg>
  );
}
