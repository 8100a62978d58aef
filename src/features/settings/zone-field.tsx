import { useId, useState } from "react";
import { chooseZone, useZone } from "../../choices/zone-choice.ts";
import { zoneMeant } from "../../domain/zone-meant.ts";
import type { ZoneName } from "../../domain/zone.ts";
import { TextField } from "../../ui/field.tsx";
import { Radios } from "../../ui/radios.tsx";

/** What a person has typed, and the zone that was in force then: another choice since makes it void. */
interface Draft {
  readonly text: string;
  readonly under: ZoneName;
  /** Nothing more is being typed. */
  readonly left: boolean;
}

/** In which zone times are told: the reader's own, UTC, or one that is named. A name takes force once the browser knows it. */
export function ZoneField() {
  const { name } = useZone();
  const [draft, setDraft] = useState<Draft>();
  const noteId = useId();
  const listId = useId();

  if (draft && draft.under !== name) setDraft(undefined);
  const isNamed = draft !== undefined || (name !== "local" && name !== "UTC");
  const isUnknown = draft !== undefined && isHopeless(draft);

  const choose = (way: Way) => {
    if (way === "named") return setDraft({ text: "", under: name, left: false });
    setDraft(undefined);
    chooseZone({ name: way });
  };
  const type = (next: string) => {
    const zone = zoneMeant(next, LISTED);
    if (zone !== undefined) chooseZone({ name: zone });
    setDraft({ text: next, under: zone ?? name, left: false });
  };
  return (
    <>
      <Radios
        label="Times in"
        options={WAYS}
        value={isNamed ? "named" : name === "UTC" ? "UTC" : "local"}
        onChange={choose}
      />
      {isNamed && (
        <div className="zone">
          <TextField
            label="Name of the time zone"
            placeholder="Europe/Berlin"
            list={listId}
            value={draft?.text ?? name}
            invalid={isUnknown}
            aria-describedby={noteId}
            onChange={(event) => type(event.target.value)}
            onBlur={() => setDraft(draft && { ...draft, left: true })}
          />
          <datalist id={listId}>
            {LISTED.map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <p id={noteId} role="status" className="hint">
            {isUnknown && "This browser knows no zone of that name; times stay as they are."}
          </p>
        </div>
      )}
    </>
  );
}

/** While a name is being typed, a part of one is no mistake yet. */
function isHopeless({ text, left }: Draft): boolean {
  const part = text.trim().toLowerCase();
  if (part === "" || zoneMeant(text, LISTED) !== undefined) return false;
  return left || !LISTED.some((zone) => zone.toLowerCase().includes(part));
}

type Way = (typeof WAYS)[number]["value"];

const WAYS = [
  { value: "local", label: "Local" },
  { value: "UTC", label: "UTC" },
  { value: "named", label: "Named" },
] as const;

/** Younger than the browsers this page runs in. */
const LISTED: readonly ZoneName[] = Intl.supportedValuesOf?.("timeZone") ?? [];
