import { useId, useRef, useState, type SubmitEvent } from "react";
import { giveAccess } from "../../api/give-access.ts";
import { BrandMark } from "../../ui/brand-mark.tsx";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Icon } from "../../ui/icon.tsx";
import { passFocusOn } from "../../ui/lost-focus.ts";

interface AccessScreenProps {
  /** The server has taken the token. @returns why the page cannot go on all the same, if it cannot */
  readonly onGiven: () => Promise<string | undefined>;
}

/** Asks for the access token of a dashboard that is shared, once for each browser. */
export function AccessScreen({ onGiven }: AccessScreenProps) {
  const input = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState("");
  const [problem, setProblem] = useState<string>();
  const [asking, setAsking] = useState(false);
  const id = useId();

  const onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (asking) return;
    setAsking(true);
    const why = (await giveAccess(typed)) ?? (await onGiven());
    setAsking(false);
    setProblem(why);
    if (why === undefined) passFocusOn();
    else input.current?.focus();
  };

  return (
    <main className="connect">
      <div>
        <BrandMark large />
        <h1>This dashboard is shared</h1>
        <p className="intro">Whoever started it has a token for those who may see it.</p>
        <div className="choices">
          <form className="way is-first" onSubmit={(event) => void onSubmit(event)} noValidate>
            <h2>
              <Icon name="key" />
              Access token
            </h2>
            <p>It is asked for once in this browser.</p>
            <label htmlFor={`${id}-token`}>Access token</label>
            <TextField
              id={`${id}-token`}
              ref={input}
              label="Access token"
              type="password"
              name="decthings-access-token"
              frameClassName="mono"
              value={typed}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- the screen asks for this one thing
              autoFocus
              invalid={problem !== undefined}
              aria-describedby={problem === undefined ? undefined : `${id}-problem`}
              onChange={(event) => {
                setTyped(event.target.value);
                setProblem(undefined);
              }}
            />
            {problem !== undefined && (
              <p className="problem" id={`${id}-problem`} role="alert">
                {problem}
              </p>
            )}
            <div className="kept">
              <Icon name="shield" />
              <span>A cookie that no script can read shows for a month that it was given.</span>
            </div>
            <Button type="submit" variant="primary" aria-disabled={asking}>
              Continue
            </Button>
          </form>
        </div>
      </div>
    </main>
  );
}
