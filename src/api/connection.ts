/** One API address, and what is observed there. */
import type { FirstView } from "../domain/first-rows.ts";
import type { KnownSession, Scope } from "../domain/known.ts";
import { browserNow, epochNow } from "./clock.ts";
import type { ConnectionFacts } from "./connection-facts.ts";
import { leaveMeasure } from "./measure.ts";
import { createMirror, type Mirror } from "./mirror.ts";
import type { Order, Outcome, Polled, Report, Spans, Wish } from "./observer/orders.ts";
import { openPort, type Port } from "./observer/port.ts";
import type { Mode, PageConfig } from "./page-config.ts";
import { preferences } from "../choices/preferences.ts";
import { type HistoryPreferences, limitsOf } from "../choices/preferences-choices.ts";
import { PollError } from "./problem.ts";

export interface LookOptions {
  readonly signal: AbortSignal;
  readonly intervalMs: number;
  /** Whether nobody sees the page. */
  readonly hidden: boolean;
}

export interface Connection {
  readonly mode: Mode;
  /** The API's host, as the person knows it. */
  readonly host: string;
  /** Whether this page holds the key; without one it follows another tab, or the server has it. */
  readonly hasKey: boolean;
  /** Tells connections of one page apart: another key is another connection. */
  readonly serial: number;
  /** What is known of its sessions. */
  readonly source: Mirror;
  /**
   * Asks how the sessions of the scope stand, in turn with the other tabs of this browser.
   * @throws {PollError} when there was no answer; the signal's reason when aborted; anything else is a defect
   */
  readonly look: (scope: Scope, options: LookOptions) => Promise<Polled>;
  /** What was told first is on the screen: the rest may come. */
  readonly shown: () => void;
  /** A person wants to ask now: the next look waits for nothing. */
  readonly endWait: () => void;
  /** How much of what is observed is kept, from the next pruning on. */
  readonly keep: (history: HistoryPreferences) => void;
  readonly facts: () => ConnectionFacts;
  readonly onFacts: (listener: () => void) => () => void;
  /** A session that was seen to end, from what is kept; undefined where nothing is. */
  readonly recall: (sessionId: string) => Promise<KnownSession | undefined>;
  /** Deletes what is kept of this connection, and all that is known. @returns whether nothing is left */
  readonly forget: () => Promise<boolean>;
  readonly close: () => void;
}

interface ConnectOptions {
  /** The key of direct mode; in the other modes the server holds it. */
  readonly apiKey?: string | undefined;
  /** The connection of other tabs, for a page without a key of its own. */
  readonly follow?: string | undefined;
  /** What the list shows first. */
  readonly view: FirstView;
}

const NO_FACTS: ConnectionFacts = {
  name: undefined,
  role: "polls",
  calls: { count: 0, spanMs: 0 },
  skew: undefined,
  notice: undefined,
};

/** How soon the code of the observer is asked for again. Ms. */
const LOST_FOR_MS = 10_000;

interface Pending {
  readonly wish: Wish;
  readonly end: (outcome: Outcome) => void;
  readonly fail: (error: unknown) => void;
}

let made = 0;

/** Nothing is asked before the first look. */
export function connect(config: PageConfig, { apiKey, follow, view }: ConnectOptions): Connection {
  made += 1;
  const source = createMirror();
  const pending = new Map<number, Pending>();
  /** What is waited for besides looks: who waits gets nothing where nothing can be said. */
  const errands = new Map<number, (said?: KnownSession | boolean) => void>();
  const listeners = new Set<() => void>();
  let facts = NO_FACTS;
  let serial = 0;
  let isNow = false;
  let isClosed = false;
  /** The last look failed while there was no network. */
  let wasOffline = false;
  let last: { readonly what: string; readonly receivedAt: number | undefined } | undefined;
  let limits = limitsOf(preferences.read().history);
  let port: Port | undefined;

  const startOrder = (): Order => ({
    kind: "start",
    start: { apiAddress: config.apiAddress, apiKey, follow, view, limits, now: browserNow() },
  });
  const lookOrder = (id: number, wish: Wish): Order => ({ kind: "look", id, wish, now: browserNow() });

  // A connection that is never used asks for no worker, no storage and no turn.
  function send(order: Order): void {
    if (!port) {
      for (const [name, listener] of SLEEP) addEventListener(name, listener, true);
      port = openPort({ onReport, onRestart: restart, onLost: lose });
      port.send(startOrder());
    }
    port.send(order);
  }

  function restart(): void {
    source.forget();
    port?.send(startOrder());
    for (const [id, { wish }] of pending) port?.send(lookOrder(id, wish));
    endErrands();
  }

  /** The next look opens another port. */
  function lose(): void {
    port = undefined;
    const failedAt = epochNow();
    for (const { end } of pending.values()) {
      end({ ok: false, problem: { kind: "network" }, failedAt, nextInMs: LOST_FOR_MS });
    }
    endErrands();
  }

  /** Sends an order and waits for what is said to it. */
  function errand(orderOf: (id: number) => Order): Promise<KnownSession | boolean | undefined> {
    serial += 1;
    const id = serial;
    return new Promise((resolve) => {
      errands.set(id, resolve);
      send(orderOf(id));
    });
  }

  function endErrands(): void {
    for (const end of errands.values()) end();
    errands.clear();
  }

  function onReport(report: Report): void {
    if (isClosed) return undefined;
    switch (report.kind) {
      case "delta":
        return source.take(report);
      case "forgotten":
        return source.forget();
      case "outcome":
        return pending.get(report.id)?.end(report.outcome);
      case "defect":
        return pending.get(report.id)?.fail(new Error(report.message));
      case "recalled":
      case "done":
        errands.get(report.id)?.(report.kind === "done" ? report.done : report.session);
        errands.delete(report.id);
        return undefined;
      case "facts":
        facts = report.facts;
        for (const listener of listeners) listener();
        return undefined;
    }
  }

  const rest = () => port?.send({ kind: "rest" });
  const wake = () => port?.send({ kind: "wake" });
  /** A page in the back and forward cache, or frozen, must not stand in the way of others. */
  const SLEEP = [
    ["pagehide", rest],
    ["pageshow", wake],
    ["freeze", rest],
    ["resume", wake],
  ] as const;

  return {
    mode: config.mode,
    host: new URL(config.apiAddress).host,
    hasKey: apiKey !== undefined,
    serial: made,
    source,
    facts: () => facts,
    onFacts(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    look(scope, { signal, intervalMs, hidden }) {
      serial += 1;
      const id = serial;
      const what = JSON.stringify([scope, intervalMs]);
      const isBack = wasOffline && navigator.onLine;
      const when = isNow ? "now" : last?.what !== what || isBack ? "new" : "in-turn";
      const seen = last?.what === what ? last.receivedAt : undefined;
      const wish: Wish = { scope, intervalMs, hidden, when, seen };
      isNow = false;
      last = { what, receivedAt: seen };
      return new Promise((resolve, reject) => {
        const over = () => {
          pending.delete(id);
          signal.removeEventListener("abort", stop);
          if (when === "now") source.letThrough(false);
        };
        const stop = () => {
          over();
          send({ kind: "stop", id });
          reject(signal.reason);
        };
        if (signal.aborted) return reject(signal.reason);
        signal.addEventListener("abort", stop);
        // Here and not in `endWait`: stopping the look before, if a person asked for that one too, ends letting through.
        if (when === "now") source.letThrough(true);
        pending.set(id, {
          wish,
          end(outcome) {
            over();
            wasOffline = !outcome.ok && !navigator.onLine;
            if (!outcome.ok)
              return reject(new PollError(outcome.problem, outcome.failedAt, outcome.nextInMs));
            last = { what, receivedAt: outcome.polled.receivedAt };
            if (outcome.spans) leaveMeasures(outcome.spans);
            return resolve(outcome.polled);
          },
          fail(error) {
            over();
            reject(error);
          },
        });
        return send(lookOrder(id, wish));
      });
    },
    shown: () => port?.send({ kind: "shown" }),
    endWait() {
      isNow = true;
      send({ kind: "end-wait" });
    },
    keep(history) {
      limits = limitsOf(history);
      port?.send({ kind: "keep", limits });
    },
    async recall(sessionId) {
      const said = await errand((id) => ({ kind: "recall", id, sessionId }));
      return typeof said === "object" ? said : undefined;
    },
    forget: async () => (await errand((id) => ({ kind: "forget", id }))) === true,
    close() {
      for (const [name, listener] of SLEEP) removeEventListener(name, listener, true);
      port?.send({ kind: "close" });
      isClosed = true;
      endErrands();
      source.forget();
    },
  };
}

/** The poll's parts, from the clock of all threads to the page's own. */
function leaveMeasures({ startedAt, fetchMs, decodeMs, mergeMs }: Spans): void {
  let at = Math.max(0, startedAt - performance.timeOrigin);
  for (const [name, ms] of [
    ["poll.fetch", fetchMs],
    ["poll.decode", decodeMs],
    ["poll.merge", mergeMs],
  ] as const) {
    leaveMeasure(name, at, (at += ms));
  }
}
