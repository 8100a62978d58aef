/** One list call, from the request to the decoded answer. It has an outcome, not an exception: a failure of the call is a value here. */
import {
  type DebugSession,
  type Exchange,
  readRetryAfter,
  type UnreadableSession,
} from "@decthings/api-client";
import type { DebugSessionsClient } from "@decthings/api-client/list";
import type { Scope } from "../domain/known.ts";
import { CALL_DEADLINE_MS } from "../domain/call-deadline.ts";
import { problemOfAnswer, problemOfFailure, retryAfterOf, type Problem } from "./problem.ts";

/** Why there was no answer. */
export interface CallFailure {
  readonly ok: false;
  readonly problem: Problem;
  /** How long the server asked to wait, in ms. */
  readonly retryAfterMs: number | undefined;
}

export interface CallAnswer {
  readonly ok: true;
  /**
   * Epoch ms of the browser's clock. Of an answer that the page's server had before, when that server sent for it and got it: by
   * that much it is older.
   */
  readonly sentAt: number;
  readonly receivedAt: number;
  /** When it was sent for by `ticks`, older by as much. */
  readonly sentTicks: number;
  /** The server's Date header, epoch ms; undefined where there is none, or the browser keeps it to itself. */
  readonly dateMs: number | undefined;
  /** Undefined: the answer is the one whose tag the call bore. */
  readonly listed:
    | { readonly sessions: readonly DebugSession[]; readonly unreadable: readonly UnreadableSession[] }
    | undefined;
  /** Names the answer among others; null where the server gives none. */
  readonly tag: string | null;
  /** From the request to the whole body, and from there to the decoded answer. Ms. */
  readonly fetchMs: number;
  readonly decodeMs: number;
}

interface CallOptions {
  readonly signal: AbortSignal;
  /** Epoch ms. */
  readonly now: () => number;
  /** A clock that nobody sets: ms since any instant. It may stand still while the machine sleeps. */
  readonly ticks: () => number;
  /** Whether the call bears the tag of an answer. To one that bears none, "not modified" says nothing of the sessions. */
  readonly tagged: boolean;
}

/** @throws the signal's reason when aborted; anything else is a defect of the page or its client */
export async function callList(
  client: Pick<DebugSessionsClient, "debug">,
  scope: Scope,
  { signal, now, ticks, tagged }: CallOptions,
): Promise<CallAnswer | CallFailure> {
  const started = performance.now();
  const [sentAt, sentTicks] = [now(), ticks()];
  let receivedAt = sentAt;
  let exchange: Exchange | undefined;
  let arrived = started;
  const answer = (listed: CallAnswer["listed"]): CallAnswer => {
    const ageMs = 1_000 * numberOf(exchange, "age");
    const earlierMs = ageMs + numberOf(exchange, "x-asked-earlier");
    return {
      ok: true,
      sentAt: sentAt - earlierMs,
      receivedAt: receivedAt - ageMs,
      sentTicks: sentTicks - earlierMs,
      dateMs: dateOf(exchange),
      listed,
      tag: exchange?.headers.get("etag") ?? null,
      fetchMs: arrived - started,
      decodeMs: performance.now() - arrived,
    };
  };
  try {
    const { result, error } = await client.debug.getDebugSessions(
      scope === "all" ? {} : { debugSessionIds: [...scope] },
      {
        signal,
        timeoutMs: CALL_DEADLINE_MS,
        onExchange: (seen) => {
          exchange = seen;
          arrived = performance.now();
          receivedAt = now();
        },
      },
    );
    if (error) {
      const retryAfterMs = exchange && readRetryAfter(exchange.headers, Date.now());
      return { ok: false, problem: problemOfAnswer(error), retryAfterMs };
    }
    return answer({ sessions: result.debugSessions, unreadable: result.unreadable });
  } catch (error) {
    if (signal.aborted) throw error;
    if (tagged && exchange?.status === 304) return answer(undefined);
    return { ok: false, problem: problemOfFailure(error), retryAfterMs: retryAfterOf(error) };
  }
}

/** A header that is a number, or 0. */
const numberOf = (exchange: Exchange | undefined, name: string) => Number(exchange?.headers.get(name)) || 0;

function dateOf(exchange: Exchange | undefined): number | undefined {
  const date = Date.parse(exchange?.headers.get("date") ?? "");
  return Number.isFinite(date) ? date : undefined;
}
