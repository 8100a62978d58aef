/** Copies, and says whether it went: the same words whatever was pressed. */
import { copyText } from "./copy-text.ts";
import { showToast } from "./toast.tsx";

export interface WhatToCopy {
  /** A function is asked at the press: a link to the view as it is then. */
  readonly text: string | (() => string);
  /** The toast's words; "Copied" by default. */
  readonly done?: string | undefined;
  readonly note?: string | undefined;
}

/** The address: every view is a link. */
export const THIS_VIEW: WhatToCopy = {
  text: () => location.href,
  done: "Link copied",
  note: "opens this exact view",
};

/** Puts the text on the clipboard and shows a toast. Never rejects. */
export async function copyAndTell({ text, done = "Copied", note }: WhatToCopy): Promise<void> {
  if (await copyText(typeof text === "function" ? text() : text)) showToast(done, note);
  else showToast("This browser did not allow copying", undefined, "failed");
}
