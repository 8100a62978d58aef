import type { Connection } from "../api/connection.ts";
import type { Polling } from "../api/polling.ts";
import type { Zone } from "../domain/zone.ts";
import { LinkNotice } from "../features/live/link-notice.tsx";
import { ProblemBanner } from "../features/live/problem-banner.tsx";
import { type Dismissed, WatchNotices } from "../features/live/watch-notices.tsx";
import { WithFacts } from "./with-facts.tsx";

interface NoticesProps {
  readonly connection: Connection;
  readonly polling: Polling;
  readonly online: boolean;
  readonly zone: Zone;
  /** Parts of the URL that do not count, as `name=value`. */
  readonly ignored: readonly string[];
  readonly onIgnored: () => void;
  /** Held where the connection is, so that what was dismissed in one view stays so in the next. */
  readonly dismissed: Dismissed;
  readonly onDismiss: (dismissed: Dismissed) => void;
  readonly onRetry: () => void;
  readonly onForgetKey: ((rejected: boolean) => void) | undefined;
  /** Nothing is known yet that a view could show. */
  readonly isBare: boolean;
}

/** What stands over every view: what is wrong with the storage, a clock, the link or the last call. */
export function Notices({
  connection,
  polling,
  online,
  zone,
  ignored,
  onIgnored,
  dismissed,
  onDismiss,
  onRetry,
  onForgetKey,
  isBare,
}: NoticesProps) {
  const { problem, updatedAt, phase } = polling;
  const hasOutcome = updatedAt !== undefined || problem !== undefined;
  return (
    <>
      {hasOutcome && (
        <WithFacts connection={connection}>
          {(facts) => <WatchNotices facts={facts} dismissed={dismissed} onDismiss={onDismiss} />}
        </WithFacts>
      )}
      {(hasOutcome || ignored.length > 0) && <LinkNotice ignored={ignored} onDismiss={onIgnored} />}
      {problem && (
        <ProblemBanner
          polling={polling}
          surroundings={{
            mode: connection.mode,
            host: connection.host,
            offline: !online,
            paused: phase === "paused",
          }}
          zone={zone}
          onRetry={onRetry}
          onChangeKey={onForgetKey && (() => onForgetKey(true))}
          isAlone={isBare}
        />
      )}
    </>
  );
}
