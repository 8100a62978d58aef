import { useMemo } from "react";
import type { KnownSession } from "../../domain/known.ts";
import { lookAt } from "../../domain/standing-look.ts";
import { standingOf, type Standing } from "../../domain/training-end.ts";
import { useNow } from "../../ui/tick.ts";
import type { DetailTime } from "./detail-time.ts";

/** Only a session that newer answers left out grows old between two of them; a few seconds late is soon enough. Ms. */
const STEP = 5_000;

/**
 * How a session stands, for all that is said of its trainings: the same until something of it changes. What is drawn reaches
 * further: see `standingLook`.
 */
export function useStanding(
  known: KnownSession,
  { latestAt, staleFrom }: Pick<DetailTime, "latestAt" | "staleFrom">,
): Standing {
  const now = useNow(STEP);
  return useMemo(
    () => standingOf(known, lookAt(now, latestAt, staleFrom)),
    [known, now, latestAt, staleFrom],
  );
}
