/** Puts `text` on the clipboard. Resolves to whether it got there; never rejects. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Few pages need the other way, and the press that asked for it counts for seconds.
    return import("./copy-by-selection.ts").then(
      ({ copyBySelection }) => copyBySelection(text),
      () => false,
    );
  }
}
