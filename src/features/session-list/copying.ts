/** What the list puts on the clipboard, and the words that say so. */
import { copyText } from "../../ui/copy-text.ts";
import { showToast } from "../../ui/toast.tsx";
import { sessionPath } from "../../url/paths.ts";

export async function copySessionId(id: string): Promise<void> {
  showToast((await copyText(id)) ? "Id copied" : "The browser did not allow copying");
}

export async function copySessionLink(id: string): Promise<void> {
  const copied = await copyText(new URL(sessionPath(id), location.origin).href);
  showToast(
    copied ? "Link copied" : "The browser did not allow copying",
    copied ? "opens this session" : undefined,
  );
}
