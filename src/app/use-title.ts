import { useEffect } from "react";
import { visibleText } from "../ui/visible-text.ts";

const NAME = "Debug Sessions";

/** Names the view in the browser's tab. An effect, because the title is the document's. */
export function useTitle(view: string | undefined): void {
  useEffect(() => {
    document.title = view === undefined ? NAME : `${visibleText(view)} · ${NAME}`;
  }, [view]);
}
