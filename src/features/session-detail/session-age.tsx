import { ageOf, ageSteps } from "../../domain/age.ts";
import { formatDuration } from "../../domain/format-duration.ts";
import type { KnownSession } from "../../domain/known.ts";
import { Duration } from "../../ui/duration.tsx";
import { pageNow, useNow } from "../../ui/tick.ts";

/** How long a session has run, or had when it was last seen. Ticks on its own. */
export function SessionAge({ known }: { readonly known: KnownSession }) {
  const now = useNow(...ageSteps(known, pageNow()));
  return <Duration parts={formatDuration(ageOf(known, now))} />;
}
