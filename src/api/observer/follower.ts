/** A tab that follows: it asks the leading tab, and knows what that one tells. */
import { applyDelta, type KnownDelta, mergeDeltas } from "../../domain/known-delta.ts";
import { NOTHING_KNOWN } from "../../domain/known.ts";
import type { Core, Part } from "./core.ts";
import type { Wish } from "./orders.ts";
import type { TabMessage } from "./tab-messages.ts";

/** The leading tab says at once that it has heard. One that does not is frozen or gone. Ms. */
const HEARD_WITHIN_MS = 3_000;

export function follow(core: Core): Part {
  const { watch, poller, post } = core;
  /** Wishes of the page, with the time that the leading tab has for saying that it heard. */
  const asked = new Map<number, { readonly wish: Wish; timer: ReturnType<typeof setTimeout> | undefined }>();
  /** Whether all that the leading tab knows was told; before, changes of it mean nothing. */
  let isInStep = false;
  let parts: KnownDelta | undefined;

  function ask(id: number, wish: Wish): void {
    clearTimeout(asked.get(id)?.timer);
    asked.set(id, { wish, timer: setTimeout(core.takeOver, HEARD_WITHIN_MS) });
    post({ kind: "ask", id, wish });
  }

  function over(id: number): boolean {
    clearTimeout(asked.get(id)?.timer);
    return asked.delete(id);
  }

  function take({ to, delta, more, answered }: Extract<TabMessage, { kind: "delta" }>): void {
    if (to === undefined ? !isInStep : to !== core.tab()) return;
    parts = parts ? mergeDeltas(parts, delta) : delta;
    if (more) return;
    watch.follow(applyDelta(to === undefined ? watch.known() : NOTHING_KNOWN, parts), answered);
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
    forget: (id) => post({ kind: "forget", id }),
    hear(message: TabMessage) {
      switch (message.kind) {
        case "leading":
          isInStep = false;
          parts = undefined;
          post({ kind: "hello" });
          for (const [id, { wish }] of asked) ask(id, wish);
          break;
        case "delta":
          take(message);
          break;
        case "lead":
          poller.resume(message.lead.state);
          core.calls.replace(message.lead.calls);
          core.tellFacts();
          break;
        case "forgotten":
          watch.follow(NOTHING_KNOWN, false);
          break;
        case "heard":
          if (message.to === core.tab()) clearTimeout(asked.get(message.id)?.timer);
          break;
        case "outcome":
          if (message.to === core.tab() && over(message.id)) core.settle(message.id, message.outcome);
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
      post({ kind: "bye" });
    },
  };
}
