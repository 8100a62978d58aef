/** The leading tab: it asks the API for all tabs, keeps what was observed, and tells the others. */
import { slices } from "../../domain/delta-slices.ts";
import { deltaBetween } from "../../domain/known-delta.ts";
import { type Known, NOTHING_KNOWN } from "../../domain/known.ts";
import { packDelta } from "../../domain/packed-session.ts";
import type { Kept } from "../../history/keep.ts";
import { createBroker } from "./broker.ts";
import type { Core, Duty } from "./core.ts";
import type { TabMessage } from "./tab-messages.ts";

/**
 * Whoever leads in the place of another gives the tabs this long to say what they wish, so that one call is for all of them.
 * Where several take the place at once, only the last is left after it, and only that one calls. Ms.
 */
const GATHERING_MS = 400;

/** @param kept ended with the duty @param hasFollowed another led before */
export function lead(core: Core, kept: Kept, hasFollowed: boolean): Duty {
  const { watch, poller, post } = core;
  /** The tabs that follow; while there are none, nothing is said. */
  const followers = new Set<string>();
  /** What takes a wish back, by tab and id. */
  const stops = new Map<string, () => void>();
  const broker = createBroker({
    poll: poller.poll,
    now: core.now,
    apiNow: core.apiNow,
    from: core.now() + (hasFollowed ? GATHERING_MS : 0),
  });
  let told: Known = watch.known();

  const tellDelta = (before: Known, to: string | undefined) => {
    const parts = [...slices(deltaBetween(before, watch.known()))];
    const answered = watch.foldedAt() !== undefined;
    for (const [index, delta] of parts.entries()) {
      post({ kind: "delta", to, delta: packDelta(delta), more: index < parts.length - 1, answered });
    }
  };
  const tellLead = () => {
    core.tellFacts();
    if (followers.size > 0)
      post({
        kind: "lead",
        lead: { state: poller.state(), calls: core.calls.calls(), notice: core.notice() },
      });
  };
  const end = watch.subscribe(() => {
    const before = told;
    told = watch.known();
    if (told === NOTHING_KNOWN) post({ kind: "forgotten" });
    else if (followers.size > 0) tellDelta(before, undefined);
  });
  post({ kind: "leading" });

  function ask(
    tab: string,
    id: number,
    asked: Pick<Parameters<typeof broker.ask>[0], "wish" | "reply" | "fail">,
  ): void {
    if (!asked.wish.hidden) core.seen();
    const key = `${tab} ${id}`;
    // Asked again by a tab that had no answer for long: taking the wish back would end the call that is under way for it.
    if (stops.has(key)) return;
    let isOver = false;
    const over =
      <T>(then: (value: T) => void) =>
      (value: T) => {
        isOver = true;
        stops.delete(key);
        tellLead();
        then(value);
      };
    const stop = broker.ask({ tab, wish: asked.wish, reply: over(asked.reply), fail: over(asked.fail) });
    if (!isOver) stops.set(key, stop);
  }

  function stop(tab: string, id: number): void {
    const key = `${tab} ${id}`;
    stops.get(key)?.();
    stops.delete(key);
  }

  function endWait(): void {
    poller.endWait();
    broker.endWait();
  }

  async function forget(): Promise<boolean> {
    watch.follow(NOTHING_KNOWN, false);
    return kept.forget();
  }

  return {
    look: (id, wish) =>
      ask(core.tab(), id, {
        wish,
        reply: (outcome) => core.settle(id, outcome),
        fail: (error) => core.fail(id, error),
      }),
    stop: (id) => stop(core.tab(), id),
    endWait,
    tell: tellLead,
    recall: (id, sessionId) => void kept.find(sessionId).then((session) => core.recalled(id, session)),
    forget: (id) => void forget().then((done) => core.done(id, done)),
    hear(message: TabMessage) {
      const { from } = message;
      switch (message.kind) {
        case "hello":
          followers.add(from);
          tellDelta(NOTHING_KNOWN, from);
          tellLead();
          break;
        case "ask":
          followers.add(from);
          post({ kind: "heard", to: from, id: message.id });
          ask(from, message.id, {
            wish: message.wish,
            reply: (outcome) => post({ kind: "outcome", to: from, id: message.id, outcome }),
            fail: (error) => post({ kind: "defect", to: from, id: message.id, message: String(error) }),
          });
          break;
        case "stop":
          stop(from, message.id);
          break;
        case "end-wait":
          endWait();
          break;
        case "forget":
          void forget().then((done) => post({ kind: "done", to: from, id: message.id, done }));
          break;
        case "recall": {
          const { id, sessionId } = message;
          void kept.find(sessionId).then((session) => post({ kind: "recalled", to: from, id, session }));
          break;
        }
        case "bye":
          followers.delete(from);
          broker.leave(from);
          for (const key of stops.keys()) if (key.startsWith(`${from} `)) stops.delete(key);
          break;
        default:
        // What only a leading tab says is from one that does not know yet that it leads no longer.
      }
    },
    end() {
      end();
      broker.close();
      kept.close();
      post({ kind: "bye" });
    },
  };
}
