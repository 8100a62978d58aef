import { Plain } from "./hostile-text.tsx";
import { Icon } from "./icon.tsx";
import { idTitle } from "./visible-text.ts";

interface TokenProps {
  readonly id: string;
  /** What to show of it; the whole is in its title and in the button's name. */
  readonly short: string;
  /** The API did not return it. */
  readonly missing: boolean;
  readonly onRemove: () => void;
}

/** One id inside the ids field. */
export function Token({ id, short, missing, onRemove }: TokenProps) {
  const whole = idTitle(id);
  return (
    <span className={missing ? "token miss" : "token"}>
      <Plain text={short} title={missing ? `Not returned: ${whole}` : whole} />
      <button type="button" aria-label={`Remove ${whole}`} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </span>
  );
}
