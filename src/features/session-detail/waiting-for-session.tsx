import type { ReactNode } from "react";
import { EmptyState } from "../../ui/empty-state.tsx";
import { IdText, Plain } from "../../ui/hostile-text.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { Link } from "../../url/link.tsx";
import { sessionsPath } from "../../url/paths.ts";

interface WaitingForSessionProps {
  readonly id: string;
  /** There was an answer, and it did not hold the session. */
  readonly answered: boolean;
  /** The answer holds it, but in a form that cannot be read: why. */
  readonly unreadable: string | undefined;
  /** There was no answer, and the notices say why in its place. */
  readonly failed: boolean;
  /** Answers fail: the one that did not hold it may be long past. */
  readonly isOld: boolean;
  readonly notices: ReactNode;
}

/** The page of a session that was never seen: says so, and becomes its page as soon as an answer holds it. */
export function WaitingForSession({
  id,
  answered,
  unreadable,
  failed,
  isOld,
  notices,
}: WaitingForSessionProps) {
  return (
    <>
      {notices}
      <main className="main relative">
        {failed ? (
          <h1 className="sr-only">Looking for the session</h1>
        ) : (
          <EmptyState
            isView
            art={answered ? "missing" : "connecting"}
            title={
              answered
                ? unreadable === undefined
                  ? isOld
                    ? "Not in the last answer"
                    : "This session is not running"
                  : "This session cannot be read"
                : "Looking for the session"
            }
            actions={
              <Link to={sessionsPath()} className={buttonClass()}>
                All sessions
              </Link>
            }
          >
            <p>
              <IdText id={id} short="full" className="waiting-id" />
            </p>
            {answered && unreadable === undefined && (
              <p>
                {isOld
                  ? "Whether it runs now is not known."
                  : "It has ended, does not exist, or you have no access."}{" "}
                This page shows it as soon as an answer holds it.
              </p>
            )}
            {unreadable !== undefined && (
              <p>
                The API returned it in a form this page cannot read: <Plain text={unreadable} />
              </p>
            )}
          </EmptyState>
        )}
      </main>
    </>
  );
}
