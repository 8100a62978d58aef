import { TextField } from "../../ui/field.tsx";

interface TextFilterProps {
  readonly text: string;
  /** `first`: this begins a new search, a step of its own in the history; the rest of the typing is not. */
  readonly onChange: (text: string, first: boolean) => void;
}

/** Words that the text of a session must hold. */
export function TextFilter({ text, onChange }: TextFilterProps) {
  return (
    <TextField
      label="Search sessions"
      type="search"
      id="search-sessions"
      icon="search"
      frameClassName="text-filter"
      placeholder="Filter text"
      value={text}
      trailing={text === "" ? <kbd className="only-d">/</kbd> : undefined}
      onChange={(event) => onChange(event.target.value, text === "")}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        if (text !== "") onChange("", false);
        event.currentTarget.blur();
      }}
    />
  );
}
