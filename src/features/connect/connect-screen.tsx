import { useId, useRef, useState, type SubmitEvent } from "react";
import { BrandMark } from "../../ui/brand-mark.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { passFocusOn } from "../../ui/lost-focus.ts";
import { checkKey } from "./check-key.ts";
import { OtherWays } from "./other-ways.tsx";

interface ConnectScreenProps {
  /** Host of the API, with its port where it has one: where the key goes. */
  readonly apiHost: string;
  /** The key as it is to be sent, and whether it may be kept in the tab's session storage. */
  readonly onConnect: (key: string, keep: boolean) => void;
  /** Why the screen is shown again: "The API key was rejected." */
  readonly problem?: string | undefined;
}

/** Asks for the API key, in the one mode where this page sends it itself. */
export function ConnectScreen({ apiHost, onConnect, problem }: ConnectScreenProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [keep, setKeep] = useState(false);
  const [refused, setRefused] = useState<string>();
  const [changed, setChanged] = useState(false);
  const id = useId();
  // The problem handed in is about the key before; it stays until another one is typed.
  const shown = refused ?? (changed ? undefined : problem);

  const onSubmit = (event: SubmitEvent): void => {
    event.preventDefault();
    const checked = checkKey(typed);
    if (checked.problem === undefined) {
      onConnect(checked.key, keep);
      passFocusOn();
      return;
    }
    setRefused(checked.problem);
    input.current?.focus();
  };

  return (
    <main className="connect">
      <div>
        <BrandMark large />
        <h1>Connect to Decthings</h1>
        <p className="intro">The dashboard shows the debug sessions that your API key has access to.</p>
        <div className="choices">
          <form className="way is-first" onSubmit={onSubmit} noValidate>
            <h2>
              <Icon name="key" />
              API key
            </h2>
            <p>This browser talks to {apiHost} directly.</p>
            <div className="route" aria-hidden="true">
              <span className="on">
                <Icon name="key" size={14} />
                This browser
              </span>
              <i />
              <span>Decthings</span>
            </div>
            <label htmlFor={`${id}-key`}>API key</label>
            <TextField
              id={`${id}-key`}
              ref={input}
              label="API key"
              type="password"
              name="decthings-api-key"
              frameClassName="mono"
              value={typed}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the screen asks for this one thing
              autoFocus
              invalid={shown !== undefined}
              aria-describedby={shown === undefined ? undefined : `${id}-problem`}
              onChange={(event) => {
                setTyped(event.target.value);
                setRefused(undefined);
                setChanged(true);
              }}
            />
            {shown !== undefined && (
              <p className="problem" id={`${id}-problem`} role="alert">
                {shown}
              </p>
            )}
            <div className="keep">
              <input
                id={`${id}-keep`}
                type="checkbox"
                checked={keep}
                aria-describedby={`${id}-hint`}
                onChange={(event) => setKeep(event.target.checked)}
              />
              <label htmlFor={`${id}-keep`}>Keep for this tab</label>
              <span className="hint" id={`${id}-hint`}>
                {keep ? "In session storage, gone when the tab closes" : "In memory, gone with a reload"}
              </span>
            </div>
            <div className="kept">
              <Icon name="shield" />
              <span>Sent only to {apiHost}, never put in links.</span>
            </div>
            <Button type="submit" variant="primary">
              Connect
            </Button>
          </form>
          <OtherWays />
        </div>
      </div>
    </main>
  );
}
