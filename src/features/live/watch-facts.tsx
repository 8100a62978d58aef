import { formatMoment } from "../../domain/format-time.ts";
import type { Known } from "../../domain/known.ts";
import { watchingSince } from "../../domain/watched.ts";
import type { Zone } from "../../domain/zone.ts";
import { zoneLabel } from "../../domain/zone-label.ts";
import { useNow } from "../../ui/tick.ts";

interface WatchFactsProps {
  readonly known: Known;
  readonly zone: Zone;
}

/** Since when the page watches, and in which zone times are: for screens too small for the status bar. */
export function WatchFacts({ known, zone }: WatchFactsProps) {
  const now = useNow(60_000);
  const since = watchingSince(known);
  return (
    <>
      {since !== undefined && `Watching since ${formatMoment(since, now, zone)} · `}
      {zoneLabel(now, zone)}
    </>
  );
}
