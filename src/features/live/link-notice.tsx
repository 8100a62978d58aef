import { IconButton } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { keepFocus } from "../../ui/keep-focus.ts";
import { visibleText } from "../../ui/visible-text.ts";

interface LinkNoticeProps {
  /** Parts of the URL that do not count, as `name=value`. */
  readonly ignored: readonly string[];
  readonly onDismiss: () => void;
}

/** Names what of a link could not be understood. The view shows the defaults in its place. */
export function LinkNotice({ ignored, onDismiss }: LinkNoticeProps) {
  return (
    <div role="status" aria-label="Link notice" className={ignored.length === 0 ? undefined : "banner info"}>
      {ignored.length > 0 && (
        <>
          <Icon name="link" />
          <span className="text">
            Ignored from the link: <bdi>{visibleText(ignored.join(", "))}</bdi>
          </span>
          <span ref={keepFocus} className="acts">
            <IconButton icon="close" label="Dismiss" onClick={onDismiss} />
          </span>
        </>
      )}
    </div>
  );
}
