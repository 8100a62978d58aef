import { shortId } from "../../domain/format-id.ts";
import { visibleText } from "../../ui/visible-text.ts";

/** An id as a filter names it: short, and with nothing that hides. */
export const shownId = (id: string): string => visibleText(shortId(id));
