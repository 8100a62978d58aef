/** Keys as they stand on a keyboard. */

/** What is written on keys whose names are not what they are called by. */
const CAPS: Readonly<Record<string, string>> = {
  ArrowDown: "Down",
  ArrowUp: "Up",
  ArrowLeft: "Left",
  ArrowRight: "Right",
  PageDown: "Page Down",
  PageUp: "Page Up",
  Escape: "Esc",
  " ": "Space",
};

const isMac = /Mac|iP/.test(navigator.platform);

const capOf = (key: string): string =>
  CAPS[key] ?? (key === "mod" ? (isMac ? "⌘" : "Ctrl") : key.length === 1 ? key.toUpperCase() : key);

/** One after the other (`g s`), together (`mod+k`), or one key by its name (`ArrowDown`). */
export function Keys({ keys }: { readonly keys: string }) {
  const [first = "", second] = keys.length === 1 ? [keys] : keys.split(/[ +]/);
  return (
    <span className="keys">
      <kbd>{capOf(first)}</kbd>
      {second !== undefined && (
        <>
          {keys.includes("+") ? " " : " then "}
          <kbd>{capOf(second)}</kbd>
        </>
      )}
    </span>
  );
}
