import { useInsertionEffect, useRef, useState, type ClipboardEvent, type KeyboardEvent } from "react";
import { shortIds } from "../../domain/format-id.ts";
import { formatNumber } from "../../domain/format-number.ts";
import { fetchModule } from "../../ui/fetch-module.ts";
import { Field } from "../../ui/field.tsx";
import { IconButton } from "../../ui/button.tsx";
import { Token } from "../../ui/token.tsx";
import { useMedia } from "../../ui/use-media.ts";
import type { readIds } from "./read-ids.ts";

let read: typeof readIds | undefined;

/** Fetches what finds ids in a text, so that it is there when somebody adds one. */
export async function prepareIds(): Promise<void> {
  read ??= (await fetchModule(() => import("./read-ids.ts"))).readIds;
}

/** Beyond this many, tokens are told as a number: the field stays one line high, and no id in it is cut. On a narrower screen one has room. */
const SHOWN = 2;
const SHOWN_NARROW = 1;

interface IdFilterProps {
  readonly ids: readonly string[];
  /** Ids of the view that the newest answer did not hold. */
  readonly missing: ReadonlySet<string>;
  /** Completes what is typed; read only when something is added. */
  readonly knownIds: () => Iterable<string>;
  readonly onChange: (ids: readonly string[]) => void;
}

/** The session-id filter: paste any text, each id becomes a token; Backspace in the empty field removes the last. */
export function IdFilter({ ids, missing, knownIds, onChange }: IdFilterProps) {
  const [text, setText] = useState("");
  const input = useRef<HTMLInputElement>(null);
  const readOn = useRef<(typed: string) => void>(undefined);

  /** For buttons that vanish with what they remove: the reader goes on in the field. */
  const changeByButton = (next: readonly string[]) => {
    onChange(next);
    input.current?.focus();
  };
  const add = (typed: string): void => {
    if (read === undefined) {
      // What was typed or pasted stays in the field until it can be read.
      setText(typed);
      prepareIds().then(
        () => readOn.current?.(typed),
        () => undefined,
      );
      return;
    }
    const found = read(typed, knownIds());
    if (found.length > 0) onChange([...new Set([...ids, ...found])]);
    setText("");
  };
  // With the ids that there are by then; who went on to type adds it all when that is done.
  useInsertionEffect(() => {
    readOn.current = (typed) => text === typed && add(typed);
    return () => (readOn.current = undefined);
  });
  const paste = (event: ClipboardEvent<HTMLInputElement>) => {
    const pasted = event.clipboardData.getData("text");
    // A paste never continues the id that is being typed: what is before it, it and what is behind it are read apart.
    if (pasted.trim() === "") return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    add(`${text.slice(0, selectionStart ?? 0)} ${pasted} ${text.slice(selectionEnd ?? 0)}`);
  };
  const press = (event: KeyboardEvent) => {
    const isTyped = text.trim() !== "";
    if (event.key === "Enter" || (isTyped && /^[, ]$/.test(event.key))) {
      event.preventDefault();
      if (isTyped) add(text);
    } else if (event.key === "Backspace" && text === "" && !event.repeat) {
      onChange(ids.slice(0, -1));
    } else if (event.key === "Escape") {
      setText("");
      input.current?.blur();
    }
  };

  const shown = ids.slice(0, useMedia("(max-width: 1400px)") ? SHOWN_NARROW : SHOWN);
  const short = shortIds(shown);
  const rest = ids.length - shown.length;
  return (
    <Field icon="hash" className="id-filter">
      {shown.map((id) => (
        <Token
          key={id}
          id={id}
          short={short.get(id) ?? id}
          missing={missing.has(id)}
          onRemove={() => changeByButton(ids.filter((other) => other !== id))}
        />
      ))}
      {rest > 0 && <span className="t3">+{formatNumber(rest)}</span>}
      <input
        ref={input}
        id="session-ids"
        type="text"
        aria-label="Session ids"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        placeholder="Paste session ids…"
        value={text}
        onChange={(event) => setText(event.target.value)}
        onPaste={paste}
        onKeyDown={press}
      />
      {ids.length > 0 && (
        <IconButton icon="close" label="Clear session ids" onClick={() => changeByButton([])} />
      )}
    </Field>
  );
}
