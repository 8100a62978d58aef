import { useQuery } from "@tanstack/react-query";
import { useCallback, useEffect, useLayoutEffect, useMemo, useSyncExternalStore } from "react";
import type { Connection } from "../api/connection.ts";
import { leaveMeasure } from "../api/measure.ts";
import type { Preferences } from "../choices/preferences-choices.ts";
import { isOvertaken, pollingOf, type Polling } from "../api/polling.ts";
import { sessionsQuery } from "../api/sessions-query.ts";
import { useHidden } from "../api/use-hidden.ts";
import { useOnline } from "../api/use-online.ts";
import type { Known, Scope } from "../domain/known.ts";
import { useKnown } from "../history/use-known.ts";
import { afterPaint } from "../ui/after-paint.ts";
import { useElapsed } from "../ui/use-elapsed.ts";

export interface Watching {
  readonly known: Known;
  readonly polling: Polling;
  /** The same object while nothing but the wait for the next poll changes, which it tells only after a failure. */
  readonly steady: Polling;
  /** Sending of the newest answer when that is too old to speak for now; undefined while answers are fresh. */
  readonly staleFrom: number | undefined;
  readonly online: boolean;
  /** Whether only the first of much is here yet. */
  readonly partial: boolean;
  /** A person wants an answer now. */
  readonly retry: () => void;
}

/** Watches one connection. Used once: this is the only place where the list call is made from. */
export function useWatching(
  connection: Connection,
  scope: Scope,
  { paused, preferences }: { readonly paused: boolean; readonly preferences: Preferences },
): Watching {
  const { source, endWait } = connection;
  const { intervalMs, whenHidden, history } = preferences;
  const hidden = useHidden();
  const resting = paused || (hidden && whenHidden === "pause");
  const query = useQuery(sessionsQuery(connection, scope, { intervalMs, paused: resting, hidden }));
  const known = useKnown(source);
  const online = useOnline();
  // What was known before this page was opened is shown, but it is no answer.
  const updatedAt = source.foldedAt() === undefined ? undefined : known.latest?.receivedAt;
  const polling = pollingOf(
    { data: query.data, error: query.error },
    { updatedAt, paused, online, intervalMs },
  );
  const { phase, problem, paceMs, freshForMs, wait } = polling;
  const shown = problem && wait;
  const steady = useMemo<Polling>(
    () => ({ phase, problem, updatedAt, paceMs, freshForMs, wait: shown }),
    [phase, problem, updatedAt, paceMs, freshForMs, shown],
  );
  const partial = useSyncExternalStore(source.subscribe, source.isPartial);
  const isStale = useElapsed(known.latest?.receivedAt, polling.freshForMs);

  // Measured after React has written an answer to the document, which only an effect can see.
  useLayoutEffect(() => {
    const foldedAt = source.foldedAt();
    if (known.latest && foldedAt !== undefined) leaveMeasure("poll.render", foldedAt, performance.now());
  }, [known.latest, source]);

  useEffect(() => (partial ? afterPaint(connection.shown) : undefined), [connection, partial]);
  useEffect(() => connection.keep(history), [connection, history]);
  // Another tab may go on asking: a page that is paused stays as it is all the same.
  const isHeld = paused && query.data !== undefined;
  useEffect(() => source.hold(isHeld), [isHeld, source]);

  const { refetch } = query;
  const retry = useCallback(() => {
    endWait();
    void refetch();
  }, [endWait, refetch]);
  const mayGoOn = isOvertaken(query, updatedAt) && !(resting && query.data !== undefined);
  useEffect(() => {
    if (mayGoOn) void refetch({ cancelRefetch: false });
  }, [mayGoOn, refetch]);
  return {
    known,
    polling,
    steady,
    staleFrom: isStale ? known.latest?.sentAt : undefined,
    online,
    partial,
    retry,
  };
}
