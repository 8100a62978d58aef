// Few pages need it: those over plain HTTP from another machine. There it has to be at hand, for a press does not count for long.
const bySelection = () => import("./copy-by-selection.ts");
if (!globalThis.isSecureContext) bySelection().catch(() => undefined);

/** Puts `text` on the clipboard. Resolves to whether it got there; never rejects. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return bySelection().then(
      ({ copyBySelection }) => copyBySelection(text),
      () => false,
    );
  }
}
