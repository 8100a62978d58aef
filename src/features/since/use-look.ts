import { useCallback, useEffect, useMemo, useState } from "react";
import { aheadNow, browserNow } from "../../api/clock.ts";
import { LOOKING, nextLook, shiftLook, type Look } from "../../domain/since-look.ts";

/** What a page needs to know of whether it is looked at. */
export interface SeenLook extends Look {
  /** The last time away has been told of. */
  readonly dismiss: () => void;
}

/**
 * Whether somebody looks at the page, and the last time away until it is dismissed, by the API's clock. The person goes by
 * the browser's: an answer may tell only later how far the two are apart. An effect: only the document knows.
 */
export function useLook(): SeenLook {
  const [look, setLook] = useState(() => nextLook(LOOKING, document.hidden, browserNow()));
  // Of the last look away; undefined where no answer had told yet.
  const [aheadThen, setAheadThen] = useState(aheadNow);
  useEffect(() => {
    const onChange = () => {
      const { hidden } = document;
      const now = browserNow();
      if (hidden) setAheadThen(aheadNow());
      setLook((before) => nextLook(before, hidden, now));
    };
    document.addEventListener("visibilitychange", onChange);
    return () => document.removeEventListener("visibilitychange", onChange);
  }, []);
  const atReturn = aheadNow() ?? 0;
  const atLook = aheadThen ?? atReturn;
  const dismiss = useCallback(() => setLook((before) => ({ ...before, away: undefined })), []);
  return useMemo(
    () => ({ ...shiftLook(look, { atLook, atReturn }), dismiss }),
    [look, atLook, atReturn, dismiss],
  );
}
