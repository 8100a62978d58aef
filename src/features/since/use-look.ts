import { useEffect, useState } from "react";
import { LOOKING, nextLook, type Look } from "../../domain/since-look.ts";
import { pageNow } from "../../ui/tick.ts";

/** Whether somebody looks at the page, and the last time away until it is dismissed. An effect: only the document knows. */
export function useLook(): Look & { readonly dismiss: () => void } {
  const [look, setLook] = useState(() => nextLook(LOOKING, document.hidden, pageNow()));
  useEffect(() => {
    const onChange = () => {
      const { hidden } = document;
      const now = pageNow();
      setLook((before) => nextLook(before, hidden, now));
    };
    document.addEventListener("visibilitychange", onChange);
    return () => document.removeEventListener("visibilitychange", onChange);
  }, []);
  return { ...look, dismiss: () => setLook((before) => ({ ...before, away: undefined })) };
}
