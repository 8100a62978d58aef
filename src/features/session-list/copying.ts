/** What the list puts on the clipboard, and the words that say so. */
import { copyAndTell } from "../../ui/copying.ts";
import { absolute } from "../../url/absolute.ts";
import { sessionPath } from "../../url/paths.ts";

export const copySessionId = (id: string): Promise<void> => copyAndTell({ text: id, done: "Id copied" });

export const copySessionLink = (id: string): Promise<void> =>
  copyAndTell({
    text: absolute(sessionPath(id)),
    done: "Link copied",
    note: "opens this session",
  });
