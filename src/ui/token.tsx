import { Plain } from "./hostile-text.tsx";
import { Icon } from "./icon.tsx";

interface TokenProps {
  readonly text: string;
  /** Shown on hover: the whole id when `text` is shortened. */
  readonly title?: string | undefined;
  /** The API did not return it. */
  readonly missing?: boolean | undefined;
  readonly onRemove?: (() => void) | undefined;
  /** The remove button's name; "Remove <text>" by default. */
  readonly removeLabel?: string | undefined;
}

/** One id inside the ids field. */
export function Token({ text, title, missing = false, onRemove, removeLabel }: TokenProps) {
  return (
    <span className={missing ? "token miss" : "token"}>
      <Plain text={text} title={title ?? (missing ? `${text}: not returned` : text)} />
      {onRemove && (
        <button type="button" aria-label={removeLabel ?? `Remove ${text}`} onClick={onRemove}>
          <Icon name="close" />
        </button>
      )}
    </span>
  );
}
