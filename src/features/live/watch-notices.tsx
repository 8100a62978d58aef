import type { ConnectionFacts } from "../../api/connection-facts.ts";
import { watchNotices, type WatchNotice } from "../../api/watch-words.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { keepFocus } from "../../ui/keep-focus.ts";
import { Icon } from "../../ui/icon.tsx";

type About = WatchNotice["about"];

const LABEL = { storage: "Storage notice", clock: "Clock notice" } as const satisfies Record<About, string>;
const ABOUT = ["storage", "clock"] as const satisfies readonly About[];

/** What was dismissed last about each. */
export type Dismissed = Partial<Record<About, WatchNotice["kind"]>>;

interface WatchNoticesProps {
  readonly facts: Pick<ConnectionFacts, "notice" | "skew">;
  /** Held where the connection is, so that what was dismissed in one view stays so in the next. */
  readonly dismissed: Dismissed;
  readonly onDismiss: (dismissed: Dismissed) => void;
}

/**
 * The quiet lines over a view: what is wrong with storage or clock, and still leaves the view true. One that was dismissed
 * comes back as another kind.
 */
export function WatchNotices({ facts, dismissed, onDismiss }: WatchNoticesProps) {
  const notices = watchNotices(facts).filter(({ about, kind }) => dismissed[about] !== kind);
  return ABOUT.map((about) => {
    const notice = notices.find((one) => one.about === about);
    return (
      // Always present, so that assistive technology hears the first notice too.
      <div key={about} role="status" aria-label={LABEL[about]} className={notice && "banner info quiet"}>
        {notice && (
          <>
            <Icon name={about === "clock" ? "clock" : "info"} />
            <span className="text">{notice.text}</span>
            <span ref={keepFocus} className="acts">
              {notice.kind === "reload-needed" && (
                <Button icon="refresh" onClick={() => location.reload()}>
                  Reload
                </Button>
              )}
              <IconButton
                icon="close"
                label="Dismiss"
                onClick={() => onDismiss({ ...dismissed, [about]: notice.kind })}
              />
            </span>
          </>
        )}
      </div>
    );
  });
}
