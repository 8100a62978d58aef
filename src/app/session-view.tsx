import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import type { Connection } from "../api/connection.ts";
import { recalledKey, recalledQuery } from "../api/recalled-query.ts";
import { findSession } from "../domain/find-session.ts";
import type { Known, KnownSession } from "../domain/known.ts";
import type { Zone } from "../domain/zone.ts";
import { SessionPage } from "../features/session-detail/session-page.tsx";
import { WaitingForSession } from "../features/session-detail/waiting-for-session.tsx";
import { IdText } from "../ui/hostile-text.tsx";
import { sessionParams } from "../url/session-params.ts";
import { useView } from "../url/use-view.ts";

interface SessionViewProps {
  readonly id: string;
  readonly connection: Connection;
  readonly known: Known;
  /** All of the newest answer is here. */
  readonly isWhole: boolean;
  /** Something is wrong, and the notices say what. */
  readonly failed: boolean;
  readonly staleFrom: number | undefined;
  readonly zone: Zone;
  /** What can be done with a session besides watching it. */
  readonly renderActions: (id: string) => ReactNode;
  readonly renderNotices: (ignored: readonly string[], dismiss: () => void) => ReactNode;
  readonly renderStatus: (facts: ReactNode) => ReactNode;
}

/** The page of the session that a link names: from the newest answers, from what is kept, or waiting for it. */
export function SessionView({ id, connection, known, isWhole, staleFrom, zone, ...shell }: SessionViewProps) {
  const { view, ignored, change } = useView(sessionParams);
  const linked = findSession(known, id);
  // A link may lead to a session that was seen to end days ago.
  const recalled = useQuery({ ...recalledQuery(connection, id), enabled: isWhole && !linked });
  const isNothingKnown = known.latest === undefined;
  // One that ended is let go some day: not under its reader.
  const [last, setLast] = useState<{ readonly id: string; readonly ended: KnownSession }>();
  if (linked?.ended && linked !== last?.ended) setLast({ id, ended: linked });
  if (last && isNothingKnown) setLast(undefined);
  const session = linked ?? recalled.data ?? (last?.id === id ? last.ended : undefined);
  const queries = useQueryClient();
  // All was forgotten, in whichever tab: what was read from what was kept is not shown any longer either.
  useEffect(() => {
    if (isNothingKnown) void queries.resetQueries({ queryKey: recalledKey(connection) });
  }, [isNothingKnown, queries, connection]);
  const notices = shell.renderNotices(ignored, () => change({}, { replace: true }));
  return (
    <>
      {session ? (
        <SessionPage
          session={session}
          known={known}
          view={view}
          change={change}
          staleFrom={staleFrom}
          zone={zone}
          notices={notices}
          actions={shell.renderActions(session.session.id)}
        />
      ) : (
        <WaitingForSession
          id={id}
          answered={isWhole && !recalled.isLoading}
          unreadable={known.latest?.unreadable.find((entry) => entry.id === id)?.reason}
          failed={shell.failed && isNothingKnown}
          isOld={shell.failed}
          notices={notices}
        />
      )}
      {shell.renderStatus(
        <span>
          Session <IdText id={id} />
        </span>,
      )}
    </>
  );
}
