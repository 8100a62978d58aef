/**
 * Many viewers, one call: what was asked for by several at once, or a moment ago, is asked of the API once. The rules are
 * pure functions of the clock; {@link createSharedCalls} keeps the calls.
 */

/** What an answer means to those who ask the same again. */
export type Verdict = "ok" | "too_many_requests" | "error";

/** An answer serves whoever asks for it so soon. Ms. */
export const ANSWER_MS = 2_000;
/** It serves those who say that they take an older one up to this age. Ms. */
const OLDER_ANSWER_MS = 4_000;
/** And up to this one while a newer is on its way, so that among many nobody waits for that: less than a page waits between polls. Ms. */
export const OLDEST_ANSWER_MS = 4_400;
/** So long nobody finds out again what just failed. Ms. */
export const ERROR_MS = 1_000;
/** A person's wish goes through whatever is kept, but not more often than this. Ms. */
export const AGAIN_MS = 5_000;
/** Where too many requests are refused without a word on when to come back. Ms. */
export const HOLD_MS = 60_000;
/** No refusal is remembered longer than this, whatever it says: a person may have mended the account since. Ms. */
export const LONGEST_HOLD_MS = 15 * 60_000;

/** How long an answer speaks for those who come later. Ms. */
export function keptFor(verdict: Verdict, retryAfterMs: number | undefined): number {
  if (verdict === "ok") return ANSWER_MS;
  if (verdict === "error") return ERROR_MS;
  // One that asks for no wait is still an error.
  return Math.min(Math.max(retryAfterMs ?? HOLD_MS, ERROR_MS), LONGEST_HOLD_MS);
}

/** What is there of a call; the times are of one clock that never goes back, ms. */
export interface CallStanding {
  /** Undefined while the call is under way. */
  readonly keptUntil: number | undefined;
  readonly verdict: Verdict | undefined;
}

export interface Wish {
  /** A person asked, who knows of the last answer. */
  readonly isAgain: boolean;
  /** How old an answer the viewer takes, ms; what is less than {@link ANSWER_MS} says nothing. */
  readonly maxAgeMs: number;
}

/** Until when what is kept speaks for a viewer. */
function keptUntilFor({ keptUntil = 0, verdict }: CallStanding, { maxAgeMs }: Wish): number {
  if (verdict !== "ok") return keptUntil;
  return keptUntil - ANSWER_MS + Math.min(Math.max(ANSWER_MS, maxAgeMs), OLDER_ANSWER_MS);
}

/** Whether the answer before does for a viewer while a newer one is asked for: only for who takes the oldest that is given. */
function speaksOn(
  { keptUntil = 0, verdict }: CallStanding,
  { isAgain, maxAgeMs, now }: Wish & { now: number },
): boolean {
  if (isAgain || verdict !== "ok" || maxAgeMs < OLDER_ANSWER_MS) return false;
  return now < keptUntil - ANSWER_MS + OLDEST_ANSWER_MS;
}

/**
 * What a viewer gets: the call under way, what is kept, or a call of its own.
 * @param asked.againAt when a person's wish last went through
 */
export function decide(
  standing: CallStanding | undefined,
  asked: Wish & { readonly now: number; readonly againAt: number | undefined },
): "join" | "keep" | "call" {
  if (standing === undefined) return "call";
  if (standing.keptUntil === undefined) return "join";
  if (keptUntilFor(standing, asked) <= asked.now) return "call";
  const mayPass = asked.againAt === undefined || asked.now - asked.againAt >= AGAIN_MS;
  return asked.isAgain && mayPass ? "call" : "keep";
}

export interface SharedAnswer<A> {
  readonly answer: A;
  /** When its call was made and when it was answered. */
  readonly sentAt: number;
  readonly receivedAt: number;
  /** Until when it is kept; for a refusal, when to come back. */
  readonly keptUntil: number;
  readonly from: "call" | "join" | "keep";
}

export interface Asked<A> {
  /** Resolves as the call does; rejects only as the call itself does. */
  readonly answer: Promise<SharedAnswer<A>>;
  /** The viewer went away. The call goes on for the others; without any it is given up. */
  readonly leave: () => void;
}

interface Entry<A> extends CallStanding {
  keptUntil: number | undefined;
  verdict: Verdict | undefined;
  /** When it was answered. */
  receivedAt: number | undefined;
  readonly answer: Promise<Omit<SharedAnswer<A>, "from">>;
  readonly ending: AbortController;
  waiting: number;
}

export interface SharedCallsOptions<A> {
  /** How an answer is judged; `retryAfterMs` only counts for too_many_requests. */
  readonly judge: (answer: A) => { readonly verdict: Verdict; readonly retryAfterMs: number | undefined };
  /** Ms, never goes back. */
  readonly now: () => number;
  /** Calls at a time; further ones are not made. */
  readonly most: number;
}

/**
 * @returns `ask`, with undefined where too many calls are under way. `group` is what a refusal of too many requests holds
 * for; `key` tells apart, within the group, what is asked.
 */
export function createSharedCalls<A>({ judge, now, most }: SharedCallsOptions<A>) {
  const entries = new Map<string, Entry<A>>();
  /** What was kept until the call under way was made. */
  const earlier = new Map<string, Entry<A>>();
  const holds = new Map<string, Entry<A>>();
  const againAt = new Map<string, number>();
  let underWay = 0;

  /** Forgets an entry when its time is over, if it is still the one. */
  function expire(map: Map<string, Entry<A>>, key: string, entry: Entry<A>, ms: number): void {
    setTimeout(() => {
      if (map.get(key) === entry) map.delete(key);
    }, ms).unref();
  }

  function make(group: string, key: string, call: (signal: AbortSignal) => Promise<A>): Entry<A> {
    const ending = new AbortController();
    const sentAt = now();
    underWay += 1;
    const over = () => void (underWay -= 1);
    const answering = call(ending.signal).finally(over);
    const entry: Entry<A> = {
      keptUntil: undefined,
      verdict: undefined,
      receivedAt: undefined,
      ending,
      waiting: 0,
      answer: answering.then(
        (answer) => {
          const { verdict, retryAfterMs } = judge(answer);
          const ms = keptFor(verdict, retryAfterMs);
          const receivedAt = now();
          const keptUntil = receivedAt + ms;
          entry.keptUntil = keptUntil;
          entry.receivedAt = receivedAt;
          entry.verdict = verdict;
          // A call that was given up speaks for nobody.
          if (entries.get(key) === entry) {
            expire(entries, key, entry, verdict === "ok" ? OLDEST_ANSWER_MS : ms);
            if (verdict === "too_many_requests") {
              holds.set(group, entry);
              expire(holds, group, entry, ms);
            } else if (verdict === "ok" && (holds.get(group)?.receivedAt ?? 0) <= sentAt) {
              // An answer to what was asked before the refusal says nothing against that.
              holds.delete(group);
            }
          }
          return { answer, sentAt, receivedAt, keptUntil };
        },
        (error: unknown) => {
          if (entries.get(key) === entry) entries.delete(key);
          throw error;
        },
      ),
    };
    const before = entries.get(key);
    if (before?.verdict === "ok") {
      earlier.set(key, before);
      expire(earlier, key, before, OLDEST_ANSWER_MS);
    }
    entries.set(key, entry);
    return entry;
  }

  function follow(key: string, entry: Entry<A>, from: SharedAnswer<A>["from"]): Asked<A> {
    entry.waiting += 1;
    let isGone = false;
    return {
      answer: entry.answer.then((answered) => ({ ...answered, from })),
      leave() {
        if (isGone) return;
        isGone = true;
        entry.waiting -= 1;
        if (entry.waiting > 0 || entry.keptUntil !== undefined) return;
        if (entries.get(key) === entry) entries.delete(key);
        entry.ending.abort();
      },
    };
  }

  return {
    ask(
      group: string,
      what: string,
      { call, ...wish }: Wish & { readonly call: (signal: AbortSignal) => Promise<A> },
    ): Asked<A> | undefined {
      const key = `${group} ${what}`;
      const own = entries.get(key);
      const standing = own?.keptUntil === undefined ? (own ?? holds.get(group)) : (holds.get(group) ?? own);
      const at = now();
      const decided = decide(standing, { ...wish, now: at, againAt: againAt.get(group) });
      if (standing !== undefined && decided === "keep") return follow(key, standing, "keep");
      const before = decided === "join" ? earlier.get(key) : own;
      const older = before !== undefined && speaksOn(before, { ...wish, now: at }) ? before : undefined;
      if (standing !== undefined && decided === "join") {
        return older ? follow(key, older, "keep") : follow(key, standing, "join");
      }
      if (underWay >= most) return older && follow(key, older, "keep");
      if (wish.isAgain) againAt.set(group, at);
      const newer = make(group, key, call);
      if (older === undefined) return follow(key, newer, "call");
      // It is for those who come next: nobody ends it by leaving, and what it throws they hear by asking again.
      newer.waiting += 1;
      newer.answer.catch(() => {});
      return follow(key, older, "keep");
    },
  };
}
