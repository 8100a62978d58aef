import { useEffect, useState } from "react";
import { onceShown } from "../ui/after-paint.ts";

/** So long a first look may take before nobody waits for it any more. Ms. */
const LONG_MS = 3_000;

/**
 * Whether the first that there is to show is on the screen, or is long in coming. What goes with it is fetched from then on:
 * before, it would take processor and network from what a person waits for.
 */
export function useFirstSeen(isThere: boolean): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const see = () => setSeen(true);
    if (isThere) return onceShown(see);
    const late = setTimeout(see, LONG_MS);
    return () => clearTimeout(late);
  }, [isThere]);
  return seen;
}
