/** A tab of a browser whose threads are ours: an observer, and a page that asks again whenever it was told to. */
import { createObserver } from "../src/api/observer/observer.ts";
import type { Order, Outcome, Report, Wish } from "../src/api/observer/orders.ts";
import type { Scope } from "../src/domain/known.ts";
import { DEFAULT_PREFERENCES, limitsOf } from "../src/choices/preferences-choices.ts";
import { startThread, type Thread } from "./threads.ts";

export const INTERVAL_MS = 5_000;

const VIEW = {
  ids: [],
  q: "",
  state: [],
  location: [],
  launcher: [],
  model: [],
  ended: "show",
  sort: "-started",
  group: "none",
} as const;

export interface Tab {
  readonly thread: Thread;
  readonly send: (order: Order) => void;
  /** A person filters otherwise. */
  readonly choose: (scope: Scope) => void;
  /** Its page asks nothing any more. */
  readonly pause: () => void;
  /** When it last had an answer, or was opened. Epoch ms. */
  readonly heardAt: () => number;
  /** What became of its last wish that is over. */
  readonly outcome: () => Outcome | undefined;
  readonly role: () => "polls" | "follows" | undefined;
}

interface TabOptions {
  readonly scope?: Scope;
  readonly apiKey?: string;
  readonly follow?: string;
  /** Told whenever it begins to lead. */
  readonly onLead?: () => void;
}

export function openTab({ scope = "all", apiKey, follow, onLead = () => undefined }: TabOptions = {}): Tab {
  const thread = startThread();
  let send: Tab["send"] = () => undefined;
  let role: ReturnType<Tab["role"]>;
  let last: Outcome | undefined;
  let heardAt = Date.now();
  let asked = 0;
  let seen: number | undefined;
  let current = scope;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(when: Wish["when"]): void {
    asked += 1;
    const wish: Wish = { scope: current, intervalMs: INTERVAL_MS, hidden: false, when, seen };
    send({ kind: "look", id: asked, wish, now: Date.now() });
  }
  function end(outcome: Outcome): void {
    last = outcome;
    if (outcome.ok) {
      heardAt = Date.now();
      seen = outcome.polled.receivedAt;
    }
    const wait = outcome.ok ? outcome.polled.nextInMs : outcome.nextInMs;
    if (wait !== undefined) timer = setTimeout(() => look("in-turn"), wait);
  }
  function onReport(report: Report): void {
    if (report.kind === "defect") throw new Error(report.message);
    if (report.kind === "outcome" && report.id === asked) end(report.outcome);
    if (report.kind !== "facts" || report.facts.role === role) return;
    ({ role } = report.facts);
    if (role === "polls") onLead();
  }

  thread.run(() => {
    const order = createObserver((report) => onReport(structuredClone(report)));
    send = (one) => thread.run(() => order(structuredClone(one)));
    const address = "http://api.test/v0";
    send({
      kind: "start",
      start: {
        apiAddress: address,
        apiKey,
        follow,
        view: VIEW,
        limits: limitsOf(DEFAULT_PREFERENCES.history),
        now: Date.now(),
      },
    });
    look("new");
  });
  return {
    thread,
    send,
    heardAt: () => heardAt,
    outcome: () => last,
    role: () => role,
    pause() {
      thread.run(() => {
        clearTimeout(timer);
        send({ kind: "stop", id: asked });
      });
    },
    choose(next) {
      thread.run(() => {
        clearTimeout(timer);
        send({ kind: "stop", id: asked });
        current = next;
        seen = undefined;
        look("new");
      });
    },
  };
}
