import type { Part } from "../../domain/format-number.ts";
import type { KnownTraining } from "../../domain/known.ts";
import { isOpen } from "../../domain/states.ts";
import { durationOf, spanParts } from "../../domain/training-duration.ts";
import type { Standing } from "../../domain/training-end.ts";
import { useNow } from "../../ui/tick.ts";

/** How long a training took, as it is shown. Only what is open grows with each second. */
export function useDuration(known: KnownTraining, standing: Standing): readonly Part[] {
  const isGrowing = isOpen(known.training.state);
  const now = useNow(isGrowing ? 1_000 : 3_600_000);
  return spanParts(durationOf(known, isGrowing ? { ...standing, now } : standing));
}
