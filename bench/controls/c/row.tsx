import type { DebugSession } from "@decthings/api-client";
import { memo, useSyncExternalStore } from "react";
import { Details } from "../shared/details.tsx";
import { ageText, launcherText, trainingsText } from "../shared/words.ts";
import { readSecond, subscribeToSeconds } from "./seconds.ts";

interface RowProps {
  readonly session: DebugSession;
  readonly isOpen: boolean;
  readonly onToggle: (id: string) => void;
}

/** One session; rendered when it changed, not when another did. */
export const Row = memo(function Row({ session, isOpen, onToggle }: RowProps) {
  return (
    <>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events -- a control, measured with the mouse */}
      <div className="row" role="row" data-session-id={session.id} onClick={() => onToggle(session.id)}>
        <span className="cell">{session.id}</span>
        <span className="cell">
          <Age startedAt={session.startedAt} />
        </span>
        <span className="cell">{session.modelId}</span>
        <span className="cell">{launcherText(session)}</span>
        <span className="cell">{trainingsText(session)}</span>
      </div>
      {isOpen && <Details session={session} />}
    </>
  );
});

/** Ticks on its own, so that the row need not. */
function Age({ startedAt }: { readonly startedAt: number }) {
  const now = useSyncExternalStore(subscribeToSeconds, readSecond);
  return ageText(now - startedAt);
}
