/**
 * Turns the wishes of all tabs into calls: one at a time, for what all of them watch, and no sooner than the last one said.
 * An answer is an answer to every wish that it covers.
 */
import type { Scope } from "../../domain/known.ts";
import { longestWait } from "../poll-policy.ts";
import type { PollOptions } from "../poller.ts";
import { covers, union } from "./covers.ts";
import type { Outcome, Polled, Wish } from "./orders.ts";

export interface Asked {
  readonly tab: string;
  readonly wish: Wish;
  readonly reply: (outcome: Outcome) => void;
  /** The call ended by an error that is the program's own. */
  readonly fail: (error: unknown) => void;
}

export interface Broker {
  /** @returns what takes the wish back */
  readonly ask: (asked: Asked) => () => void;
  /** A tab is gone, and with it what it wished for. */
  readonly leave: (tab: string) => void;
  /** A person wants to ask now, whatever the last call said. */
  readonly endWait: () => void;
  readonly close: () => void;
}

interface BrokerOptions {
  readonly poll: (scope: Scope, options: PollOptions) => Promise<Outcome>;
  /** The browser's own clock, epoch ms: what is due, and who is still there, goes by it. */
  readonly now: () => number;
  /** The clock that outcomes are dated by, epoch ms. Answers may set it. */
  readonly apiNow: () => number;
  /** No call before, epoch ms: until then wishes gather that were made to somebody else. */
  readonly from?: number;
}

/** A wish that comes this much too early is on time: clocks of threads differ, and timers fire a little early. Ms. */
const ON_TIME_MS = 250;
/** A tab that asked for nothing for so long is not watching any more: it was closed without a word, or is paused. Ms. */
const LOST_AFTER_MS = 150_000;

interface Watching extends Pick<Wish, "scope" | "intervalMs" | "hidden"> {
  readonly at: number;
}

interface Call {
  readonly scope: Scope;
  readonly ending: AbortController;
}

interface Ended {
  readonly scope: Scope;
  readonly outcome: Outcome;
  /** Epoch ms. */
  readonly at: number;
}

/** A wait planned for a longer interval ends sooner for somebody who chose a shorter one since. Ms. */
const waitFor = ({ intervalMs }: Wish, { nextInMs, leastMs }: Polled): number =>
  Math.min(nextInMs, longestWait(intervalMs, leastMs));

export function createBroker({ poll, now, apiNow, from = 0 }: BrokerOptions): Broker {
  const watching = new Map<string, Watching>();
  const waiting = new Set<Asked>();
  let call: Call | undefined;
  let last: Ended | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** A call for several scopes at once was refused: whose scope it is shows when each is asked for alone. */
  let apart = false;

  /** What is said at once, without a call: an answer that is news, or the failure that everybody waits after. */
  function known({ wish }: Asked): Outcome | undefined {
    if (!last || wish.when === "now") return undefined;
    const { outcome, scope, at } = last;
    if (!outcome.ok) {
      if (wish.when === "new") return undefined;
      const left = outcome.nextInMs === undefined ? undefined : at + outcome.nextInMs - now();
      if (left !== undefined && left <= ON_TIME_MS) return undefined;
      // Being refused for a parameter says nothing of other parameters.
      if (outcome.problem.kind === "invalid_parameter" && !covers(scope, wish.scope)) return undefined;
      return { ...outcome, failedAt: apiNow(), nextInMs: left };
    }
    const { polled } = outcome;
    const isNews = wish.seen === undefined || polled.receivedAt > wish.seen;
    const left = at + waitFor(wish, polled) - now();
    if (!isNews || !covers(scope, wish.scope) || left <= ON_TIME_MS) return undefined;
    return { ok: true, polled: { ...polled, waitFrom: apiNow(), nextInMs: left }, spans: undefined };
  }

  const dueAt = () => {
    if (!last || [...waiting].some(({ wish }) => wish.when !== "in-turn")) return from;
    const { outcome, at } = last;
    if (!outcome.ok) return at + (outcome.nextInMs ?? 0);
    const { polled } = outcome;
    return at + Math.min(...[...waiting].map(({ wish }) => waitFor(wish, polled)));
  };

  function plan(): void {
    clearTimeout(timer);
    if (call || waiting.size === 0) return;
    const wait = dueAt() - now();
    if (wait <= ON_TIME_MS) void run();
    else timer = setTimeout(plan, wait);
  }

  /** What is watched now: what is waited for, and what tabs asked for lately. */
  function watched(): readonly Pick<Wish, "scope" | "intervalMs" | "hidden">[] {
    const oldest = now() - LOST_AFTER_MS;
    for (const [tab, { at }] of watching) {
      if (at >= oldest) continue;
      watching.delete(tab);
      apart = false;
    }
    return [...[...waiting].map(({ wish }) => wish), ...watching.values()];
  }

  async function run(): Promise<void> {
    const all = watched();
    const [first] = waiting;
    const scope = apart && first ? first.wish.scope : union(all.map((one) => one.scope));
    const own: Call = { scope, ending: new AbortController() };
    call = own;
    try {
      const outcome = await poll(scope, {
        signal: own.ending.signal,
        intervalMs: Math.min(...all.map(({ intervalMs }) => intervalMs)),
        hidden: all.every(({ hidden }) => hidden),
      });
      if (call !== own) return;
      last = { scope, outcome, at: now() };
      const isRefused = !outcome.ok && outcome.problem.kind === "invalid_parameter";
      const scopes = new Set(all.map((one) => JSON.stringify(one.scope)));
      if (isRefused && scopes.size > 1 && !apart) {
        apart = true;
        last = undefined;
      } else {
        for (const asked of waiting) {
          if (!covers(scope, asked.wish.scope) && (outcome.ok || isRefused)) continue;
          waiting.delete(asked);
          asked.reply(outcome);
        }
      }
    } catch (error) {
      if (call !== own) return;
      for (const asked of waiting) asked.fail(error);
      waiting.clear();
    }
    call = undefined;
    plan();
  }

  /** Ends the call that nobody waits for any longer. */
  function endIdleCall(): void {
    if (!call || [...waiting].some(({ wish }) => covers(call?.scope ?? [], wish.scope))) return;
    const { ending } = call;
    call = undefined;
    ending.abort();
  }

  return {
    ask(asked) {
      const { scope, intervalMs, hidden } = asked.wish;
      const before = watching.get(asked.tab);
      if (JSON.stringify(before?.scope) !== JSON.stringify(scope)) apart = false;
      watching.set(asked.tab, { scope, intervalMs, hidden, at: now() });
      const outcome = known(asked);
      if (outcome) {
        asked.reply(outcome);
        return () => undefined;
      }
      waiting.add(asked);
      plan();
      return () => {
        if (!waiting.delete(asked)) return;
        endIdleCall();
        plan();
      };
    },
    leave(tab) {
      watching.delete(tab);
      apart = false;
      for (const asked of waiting) if (asked.tab === tab) waiting.delete(asked);
      endIdleCall();
      plan();
    },
    endWait() {
      last = undefined;
      apart = false;
      plan();
    },
    close() {
      clearTimeout(timer);
      waiting.clear();
      watching.clear();
      endIdleCall();
    },
  };
}
