/** A tab that follows: it asks the leading tab, and knows what that one tells. */
import { applyDelta, type KnownDelta, mergeDeltas, withSame } from "../../domain/known-delta.ts";
import { NOTHING_KNOWN } from "../../domain/known.ts";
import { createUnpacking } from "../../domain/packed-session.ts";
import { CALL_DEADLINE_MS } from "../../domain/call-deadline.ts";
import type { Core, Duty } from "./core.ts";
import type { Wish } from "./orders.ts";
import type { TabMessage } from "./tab-messages.ts";

/** The leading tab says at once that it has heard. One that does not is frozen or gone. Ms. */
const HEARD_WITHIN_MS = 3_000;
/** Once it has heard, it answers within a call and the wait before it; whenever a call is over it is asked whether it is there. Ms. */
const STILL_THERE_MS = CALL_DEADLINE_MS;
/** Reading or deleting what is kept may take its time. Ms. */
const DONE_WITHIN_MS = 30_000;

export function follow(core: Core): Duty {
  const { watch, poller, post } = core;
  /** Wishes of the page, with the time that the leading tab has for saying that it heard. */
  const asked = new Map<number, { readonly wish: Wish; timer: ReturnType<typeof setTimeout> | undefined }>();
  /** Whether all that the leading tab knows was told; before, changes of it mean nothing. */
  let isInStep = false;
  let parts: KnownDelta | undefined;
  const unpack = createUnpacking();
  /** The tab that leads, once it has said anything. One that led before may not know yet that it does no longer. */
  let leader: string | undefined;

  function ask(id: number, wish: Wish): void {
    clearTimeout(asked.get(id)?.timer);
    asked.set(id, { wish, timer: setTimeout(core.takeOver, HEARD_WITHIN_MS) });
    post({ kind: "ask", id, wish });
  }

  function askAgain(): void {
    for (const [id, { wish }] of asked) ask(id, wish);
  }

  function heard(id: number): void {
    const one = asked.get(id);
    if (!one) return;
    clearTimeout(one.timer);
    one.timer = setTimeout(() => ask(id, one.wish), STILL_THERE_MS);
  }

  function over(id: number): boolean {
    clearTimeout(asked.get(id)?.timer);
    return asked.delete(id);
  }

  const timers = new Set<ReturnType<typeof setTimeout>>();
  /** What is said where the leading tab says nothing: it is frozen or gone. Later it is as if it had not been said. */
  function later(giveUp: () => void): void {
    const timer = setTimeout(() => {
      timers.delete(timer);
      giveUp();
    }, DONE_WITHIN_MS);
    timers.add(timer);
  }

  function take({ from, to, delta: packed, more, answered }: Extract<TabMessage, { kind: "delta" }>): void {
    if (from !== leader || (to === undefined ? !isInStep : to !== core.tab())) return;
    const delta = unpack(packed);
    parts = parts ? mergeDeltas(parts, delta) : delta;
    if (more) return;
    const known =
      to === undefined
        ? applyDelta(watch.known(), parts)
        : withSame(watch.known(), applyDelta(NOTHING_KNOWN, parts));
    watch.follow(known, answered);
    parts = undefined;
    isInStep = true;
  }

  post({ kind: "hello" });

  return {
    look: ask,
    stop(id) {
      if (over(id)) post({ kind: "stop", id });
    },
    endWait: () => post({ kind: "end-wait" }),
    tell: core.tellFacts,
    recall(id, sessionId) {
      post({ kind: "recall", id, sessionId });
      later(() => core.recalled(id, undefined));
    },
    forget(id) {
      post({ kind: "forget", id });
      later(() => core.done(id, false));
    },
    hear(message: TabMessage) {
      switch (message.kind) {
        case "leading":
          leader = message.from;
          isInStep = false;
          parts = undefined;
          post({ kind: "hello" });
          askAgain();
          break;
        case "bye":
          // Whoever leads next says so; where nobody does, that is soon found out.
          if (message.from === leader) askAgain();
          break;
        case "delta":
          // The first word from a tab that led before this one came.
          leader ??= message.from;
          take(message);
          break;
        case "lead":
          poller.resume(message.lead.state);
          core.calls.replace(message.lead.calls);
          core.setNotice(message.lead.notice);
          core.tellFacts();
          break;
        case "forgotten":
          watch.follow(NOTHING_KNOWN, false);
          break;
        case "heard":
          if (message.to === core.tab()) heard(message.id);
          break;
        case "defect":
          if (message.to === core.tab() && over(message.id)) core.fail(message.id, message.message);
          break;
        case "outcome":
          if (message.to === core.tab() && over(message.id)) core.settle(message.id, message.outcome);
          break;
        case "recalled":
          if (message.to === core.tab()) core.recalled(message.id, message.session);
          break;
        case "done":
          if (message.to === core.tab()) core.done(message.id, message.done);
          break;
        default:
        // What is said to the leading tab.
      }
    },
    end() {
      for (const id of asked.keys()) over(id);
      for (const timer of timers) clearTimeout(timer);
      post({ kind: "bye" });
    },
  };
}
