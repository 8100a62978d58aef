import { useEffect, useState } from "react";
import { afterPaint } from "../../ui/after-paint.ts";
import { TextField } from "../../ui/field.tsx";

interface TextFilterProps {
  readonly text: string;
  /** `first`: this begins a new search, a step of its own in the history; the rest of the typing is not. */
  readonly onChange: (text: string, first: boolean) => void;
}

/** Words that the text of a session must hold. A key is on the screen before what it makes of the list is worked out. */
export function TextFilter({ text, onChange }: TextFilterProps) {
  const [typed, setTyped] = useState<string>();
  useEffect(() => {
    if (typed === undefined) return undefined;
    return afterPaint(() => {
      onChange(typed, text === "");
      setTyped(undefined);
    });
  }, [typed, text, onChange]);
  const shown = typed ?? text;
  return (
    <TextField
      label="Search sessions"
      type="search"
      id="search-sessions"
      icon="search"
      frameClassName="text-filter"
      placeholder="Filter text"
      value={shown}
      trailing={shown === "" ? <kbd className="only-d">/</kbd> : undefined}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        if (shown !== "") setTyped("");
        event.currentTarget.blur();
      }}
    />
  );
}
