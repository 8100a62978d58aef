/** Runs one poll: the list call, what it showed folded into what is known, and when the next one is due. */
import { asAnswered, type DebugSession } from "@decthings/api-client";
import type { DebugSessionsClient } from "@decthings/api-client/list";
import type { Answer, Scope } from "../domain/known.ts";
import { reuseUnchanged } from "../domain/reuse.ts";
import { createSharing } from "../domain/shared-parameters.ts";
import { correctionOf, evidenceOf, type Skew, skewAfter } from "../domain/skew.ts";
import type { Watch } from "../history/watch.ts";
import { callList, type CallAnswer } from "./list-call.ts";
import type { Outcome, Polled } from "./observer/orders.ts";
import { leastWait, nextPoll, NO_POLLS, recordOutcome, type Streak, waitWhile } from "./poll-policy.ts";
import type { Problem } from "./problem.ts";

export interface PollOptions {
  readonly signal: AbortSignal;
  readonly intervalMs: number;
  /** Whether nobody sees any of the pages that watch. */
  readonly hidden: boolean;
}

/** A refusal of the whole connection: it holds for every scope until its time, or until a person tries again. */
interface Hold {
  readonly problem: Problem;
  /** Epoch ms of the browser's clock; undefined: only a person ends it. */
  readonly until: number | undefined;
}

/** What the polls so far say about the next: whoever polls next goes on from there. */
export interface PollState {
  readonly streak: Streak;
  readonly hold: Hold | undefined;
  /** The longest wait that was planned since the last answer: a silence is a gap only when it outlasts the plan. */
  readonly plannedMs: number;
  readonly skew: Skew | undefined;
  /** When the newest answer was sent for, epoch ms of the browser's clock. */
  readonly sentAt: number | undefined;
}

const FIRST_POLL: PollState = {
  streak: NO_POLLS,
  hold: undefined,
  plannedMs: 0,
  skew: undefined,
  sentAt: undefined,
};

export interface Poller {
  /** Rejects with the signal's reason when aborted; anything else it rejects with is a defect. */
  readonly poll: (scope: Scope, options: PollOptions) => Promise<Outcome>;
  /** A person wants to ask now: ends any wait that the API asked for, and forgets how often it failed. */
  readonly endWait: () => void;
  readonly state: () => PollState;
  /** What is added to the browser's clock to date observations by the API's. Ms. */
  readonly aheadMs: () => number;
  /** Goes on from where another tab was. */
  readonly resume: (state: PollState) => void;
}

const HOLDING: readonly Problem["kind"][] = ["bad_credentials", "too_many_requests", "payment_required"];

interface PollerOptions {
  readonly watch: Watch;
  /** The browser's clock, epoch ms; never goes back. */
  readonly now: () => number;
  /** Asked for at each poll; its answer is taken in after this, so that what was known before comes first. */
  readonly ready?: () => Promise<void>;
  /** As of a call; the browser's own where it is not given. */
  readonly ticks?: () => number;
  /**
   * Sent with each call, for the page's own server; absent where calls go elsewhere. The poller writes: a person asked again, the
   * tag of the answer that it has, and how old another may be.
   */
  readonly headers?: [string, string][] | undefined;
  /** Called as each call is sent. */
  readonly onCall?: () => void;
  /** What is told of a first answer before all of it is read. */
  readonly early?: {
    /** The sessions to tell of; undefined: none before the others. */
    readonly pick: (sessions: readonly DebugSession[]) => readonly DebugSession[] | undefined;
    /** Told the answer as if it held those alone. The others are read once it resolves. */
    readonly tell: (answer: Answer) => Promise<void>;
  };
  /** Uniform in [0, 1), for the spread of the policy. */
  readonly random?: () => number;
}

export function createPoller(client: Pick<DebugSessionsClient, "debug">, options: PollerOptions): Poller {
  const {
    watch,
    now,
    ticks = () => performance.now(),
    ready,
    headers,
    onCall,
    early,
    random = Math.random,
  } = options;
  const share = createSharing();
  let state = FIRST_POLL;
  /** When the newest answer was sent for, by `ticks`; -Infinity where another tab sent for it. */
  let sentTicks = -Infinity;
  let isAgain = false;
  /** The last answer that bore a tag. Whatever is asked: an answer of the same tag holds the same. */
  let tagged: { readonly tag: string; readonly answer: Answer } | undefined;
  const set = (changes: Partial<PollState>) => (state = { ...state, ...changes });

  function ended(
    problem: Problem | undefined,
    call: {
      readonly latencyMs: number;
      readonly intervalMs: number;
      readonly retryAfterMs?: number | undefined;
    },
  ): number | undefined {
    const streak = recordOutcome(state.streak, problem === undefined);
    set({ streak });
    const { latencyMs, intervalMs, retryAfterMs } = call;
    return nextPoll({
      problem,
      isOwnServer: headers !== undefined,
      failures: streak.failures,
      latencyMs,
      intervalMs,
      retryAfterMs,
      roll: random(),
    });
  }

  /** What is added to the browser's clock to date observations by the API's. Ms. */
  const aheadMs = () =>
    watch.known().latest?.aheadMs ?? (state.skew === undefined ? 0 : correctionOf(state.skew));

  /** @param at epoch ms of the browser's clock */
  const failed = (problem: Problem, at: number, nextInMs: number | undefined): Outcome => ({
    ok: false,
    problem,
    failedAt: at + aheadMs(),
    nextInMs,
  });

  /**
   * The correction that dates an answer sent for at `sentAt`. Where the clocks turn out to differ by less than was believed, time
   * goes at half its pace until it is right: an answer dated before the one it follows would count for nothing. That a clock was
   * set is no time that went by.
   */
  function correctionAt(sentAt: number, ticksThen: number, skew: Skew | undefined): number {
    const { latest } = watch.known();
    if (skew === undefined) return aheadMs();
    if (!latest) return correctionOf(skew);
    const before = state.sentAt;
    if (before === undefined) return Math.max(correctionOf(skew), latest.sentAt + 1 - sentAt);
    const byClock = sentAt - before;
    return Math.max(correctionOf(skew), aheadMs() - byClock + Math.min(byClock, ticksThen - sentTicks) / 2);
  }

  /** Some of an answer's sessions, read and dated by the API's clock. */
  function read(scope: Scope, answer: CallAnswer, listed = answer.listed?.sessions) {
    const { receivedAt, dateMs } = answer;
    // One that is seen again was not sent for before it was first.
    const sentAt = Math.max(answer.sentAt, state.sentAt ?? 0);
    const same = tagged?.answer;
    const { sessions, unreadable: passedOver } = listed
      ? reuseUnchanged(watch.known(), listed, asAnswered, share)
      : { sessions: [], unreadable: [], ...same };
    const unreadable = [...(answer.listed?.unreadable ?? []), ...passedOver];
    const evidence = evidenceOf(watch.known(), { sentAt, receivedAt, scope, sessions }, dateMs);
    const skew = skewAfter(state.skew, evidence);
    const ahead = correctionAt(sentAt, answer.sentTicks, skew);
    const dated = { sentAt: sentAt + ahead, receivedAt: receivedAt + ahead };
    return {
      skew,
      sentAt,
      dated,
      answer: { ...dated, scope, sessions, unreadable, aheadMs: ahead } satisfies Answer,
    };
  }

  function fold(scope: Scope, called: CallAnswer, { intervalMs, hidden }: PollOptions): Polled {
    const { skew, sentAt, dated, answer } = read(scope, called);
    // A clock that was set is no silence.
    const jumpMs = state.sentAt === undefined ? 0 : Math.max(0, answer.aheadMs - aheadMs());
    const plannedMs = Math.max(state.plannedMs, waitWhile(intervalMs, { hidden })) + jumpMs;
    watch.fold(answer, plannedMs);
    const latencyMs = called.fetchMs + called.decodeMs;
    const nextInMs = ended(undefined, { latencyMs, intervalMs }) ?? intervalMs;
    tagged = headers && called.tag !== null ? { tag: called.tag, answer } : undefined;
    set({ skew, sentAt, plannedMs: waitWhile(nextInMs, { hidden }) });
    ({ sentTicks } = called);
    return { ...dated, waitFrom: now() + answer.aheadMs, nextInMs, leastMs: leastWait(latencyMs) };
  }

  return {
    state: () => state,
    aheadMs,
    resume(from) {
      state = from;
      sentTicks = -Infinity;
    },
    endWait() {
      isAgain = true;
      set({ hold: undefined, streak: NO_POLLS });
    },
    async poll(scope, polling) {
      const { signal, intervalMs } = polling;
      const { hold } = state;
      const asked = now();
      if (hold && (hold.until === undefined || hold.until > asked)) {
        return failed(hold.problem, asked, hold.until === undefined ? undefined : hold.until - asked);
      }
      set({ hold: undefined });

      const isReady = ready?.();
      const started = performance.now();
      onCall?.();
      if (headers) {
        headers.length = 0;
        if (isAgain) headers.push(["x-try-again", "1"]);
        // Any answer that is newer than the last one tells something: it was asked for more than this ago. Seconds.
        if (tagged) headers.push(["if-none-match", tagged.tag], ["cache-control", "max-age=4"]);
      }
      isAgain = false;
      const answer = await callList(client, scope, { signal, now, ticks, tagged: tagged !== undefined });
      const latencyMs = performance.now() - started;
      // Failures too are dated by what was known before: the correction of the clock is kept with it.
      await isReady;
      signal.throwIfAborted();
      if (!answer.ok) {
        const { problem, retryAfterMs } = answer;
        const nextInMs = ended(problem, { latencyMs, intervalMs, retryAfterMs });
        const failedAt = now();
        if (HOLDING.includes(problem.kind)) {
          set({ hold: { problem, until: nextInMs === undefined ? undefined : failedAt + nextInMs } });
        }
        return failed(problem, failedAt, nextInMs);
      }

      const few = watch.known().latest === undefined && answer.listed && early?.pick(answer.listed.sessions);
      if (few) await early?.tell(read(scope, answer, few).answer);
      const decoded = performance.now();
      // What was told of is an answer, even where nobody waits for it any more.
      const polled = fold(scope, answer, polling);
      signal.throwIfAborted();
      const { fetchMs, decodeMs } = answer;
      const mergeMs = performance.now() - decoded;
      return {
        ok: true,
        polled,
        spans: { startedAt: performance.timeOrigin + started, fetchMs, decodeMs, mergeMs },
      };
    },
  };
}
