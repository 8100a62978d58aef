/**
 * Watches one connection for one page: asks the API, or listens to the tab that does, and tells the page what changed. It
 * runs in a worker, or on the page where there are none.
 */
import { DebugSessionsClient } from "@decthings/api-client/list";
import { earlyRows } from "../../domain/early-rows.ts";
import { firstRows } from "../../domain/first-rows.ts";
import { SLICE, slices } from "../../domain/delta-slices.ts";
import { deltaBetween, withSame } from "../../domain/known-delta.ts";
import { type Answer, type Known, NOTHING_KNOWN } from "../../domain/known.ts";
import { observe as fold } from "../../domain/observe.ts";
import { connectionName } from "../../history/connection-name.ts";
import { forgettingAt, lookedAt, UNSEEN } from "../../history/forgetting.ts";
import type { Kept } from "../../history/keep.ts";
import { keepTrying } from "../../history/keep-trying.ts";
import { openHistory, type StoreNotice } from "../../history/store.ts";
import { createWatch } from "../../history/watch.ts";
import { createPoller } from "../poller.ts";
import { createCallCount } from "./call-count.ts";
import type { Core, Duty } from "./core.ts";
import { lead } from "./leader.ts";
import type { Order, Outcome, Report, Start, Wish } from "./orders.ts";
import { sharedClock } from "./shared-clock.ts";
import { joinTabs, type Role, type Tabs } from "./tabs.ts";
import type { TabMessage } from "./tab-messages.ts";

/** A tab that cannot fetch what following needs gives the one that leads so long to be gone. Ms. */
const GIVE_UP_MS = 3_000;
/** A tab without a key looks so often for one that has it. Ms. */
const LOOK_AGAIN_MS = 10_000;
/** So long the first rows get to be shown before anything else is done. Ms. */
const SHOWING_MS = 300;
/** So many rows are told of first: more than any screen shows. */
const FIRST_ROWS = 80;

/** @returns what takes the page's orders; the first must be the start */
export function createObserver(report: (report: Report) => void): (order: Order) => void {
  let take: ((order: Order) => void) | undefined;
  return (order) => {
    if (order.kind === "start") take = observe(order.start, report);
    else take?.(order);
  };
}

function observe(start: Start, report: (report: Report) => void): (order: Order) => void {
  const { apiAddress, apiKey } = start;
  const clock = sharedClock(
    () => Date.now(),
    () => performance.now(),
  );
  clock.hear(start.now);
  // Without a key the page's own server answers. Another one may not take a header that it does not know.
  const headers: [string, string][] | undefined = apiKey === undefined ? [] : undefined;
  const client = new DebugSessionsClient({ httpServerAddress: apiAddress, apiKey, extraHeaders: headers });
  let { limits } = start;
  /** When a page was seen that asks, by the clock of outcomes. */
  let looks = UNSEEN;
  const watch = createWatch((at) =>
    forgettingAt(at, limits.keepMs, looks, (known) => kept?.isSettled(known)),
  );
  const calls = createCallCount();
  let kept: Kept | undefined;
  let notice: StoreNotice | undefined;
  let role: Role | undefined;
  let commonName: string | undefined;
  let duty: Duty | undefined;
  let tabs: Tabs<TabMessage> | undefined;
  let stopAnswering = () => {};
  /** The page's wishes that have no outcome yet. */
  const wishes = new Map<number, Wish>();
  /** What else it asked for and was not told yet. */
  const errands = new Map<number, Extract<Order, { kind: "forget" | "recall" }>>();
  const poller = createPoller(client, {
    watch,
    now: clock.now,
    ready: async () => kept?.ready,
    headers,
    onCall: () => calls.add(clock.now()),
    early: {
      pick: (sessions) => (sessions.length > SLICE ? earlyRows(sessions, start.view, FIRST_ROWS) : undefined),
      tell: tellEarly,
    },
  });
  const name =
    start.follow === undefined ? connectionName(apiAddress, apiKey) : Promise.resolve(start.follow);

  const core: Core = {
    watch,
    poller,
    calls,
    now: clock.now,
    apiNow: () => clock.now() + poller.aheadMs(),
    tab: () => tabs?.id ?? "",
    post: (word) => tabs?.post({ ...word, from: tabs.id }),
    settle(id, outcome) {
      // An answer that is no news tells nothing, and what changed while its rows were shown is untold.
      if (told !== watch.known()) tell();
      if (wishes.delete(id)) report({ kind: "outcome", id, outcome });
    },
    fail(id, error) {
      if (wishes.delete(id)) report({ kind: "defect", id, message: String(error) });
    },
    recalled(id, session) {
      if (errands.delete(id)) report({ kind: "recalled", id, session });
    },
    notice: () => notice,
    setNotice: (heard) => void (notice = heard),
    seen: () => (looks = lookedAt(looks, core.apiNow())),
    done(id, done) {
      if (errands.delete(id)) report({ kind: "done", id, done });
    },
    tellFacts,
    takeOver() {
      if (start.follow === undefined) return tabs?.takeOver();
      for (const id of wishes.keys()) core.settle(id, keyGone());
      for (const { kind, id } of errands.values()) {
        if (kind === "forget") core.done(id, false);
        else core.recalled(id, undefined);
      }
    },
  };

  const keyGone = (): Outcome => ({
    ok: false,
    problem: { kind: "no_key" },
    failedAt: core.apiNow(),
    // Looking for another tab calls nobody.
    nextInMs: LOOK_AGAIN_MS,
  });

  function tellFacts(): void {
    report({
      kind: "facts",
      facts: {
        name: commonName,
        role: role === "following" ? "follows" : "polls",
        calls: calls.facts(),
        skew: poller.state().skew,
        notice,
      },
    });
  }

  let told = NOTHING_KNOWN;
  /** What was told of an answer that is being read. */
  let early: Known | undefined;
  let onShown = () => {};
  /** The first rows are being shown: the answer that follows them tells of what changes meanwhile. */
  let isShowing = false;
  /** @returns once they are shown: on few processors, reading the rest would take its time from that */
  async function tellEarly(answer: Answer): Promise<void> {
    early = fold(NOTHING_KNOWN, answer);
    report({ kind: "delta", delta: deltaBetween(NOTHING_KNOWN, early), part: "first", answered: true });
    isShowing = true;
    await new Promise<void>((resolve) => {
      onShown = resolve;
      setTimeout(resolve, SHOWING_MS);
    });
    isShowing = false;
  }
  watch.subscribe(() => {
    if (!isShowing || watch.known() === NOTHING_KNOWN) tell();
  });
  function tell(): void {
    const known = watch.known();
    const answered = watch.foldedAt() !== undefined;
    if (known === NOTHING_KNOWN) report({ kind: "forgotten" });
    else {
      const delta = deltaBetween(early ? withSame(known, early) : told, known);
      const isMuch = early === undefined && delta.changed.length > SLICE;
      const first = isMuch ? firstRows(known.sessions.values(), start.view, FIRST_ROWS) : [];
      const parts = [...slices(delta, new Set(first))];
      for (const [index, one] of parts.entries()) {
        const part = placeOf(index + (early ? 1 : 0), parts.length + (early ? 1 : 0));
        report({ kind: "delta", delta: one, part, answered });
      }
    }
    early = undefined;
    told = known;
  }

  let turns = 0;
  function play(next: Role): void {
    turns += 1;
    duty?.end();
    const hasFollowed = role === "following";
    role = next;
    notice = undefined;
    if (next === "leading") {
      kept = keepTrying(watch, {
        open: async (onNotice, isAgain) =>
          openHistory(await name, { now: clock.now, limits: () => limits, onNotice, isAgain }),
        onNotice(heard) {
          notice = heard;
          duty?.tell();
        },
      });
      begin(lead(core, kept, hasFollowed));
    } else {
      kept = undefined;
      duty = undefined;
      beginToFollow();
    }
    tellFacts();
  }
  /** Most pages are alone, and never need it. One that cannot fetch it does as one whose leader does not answer. */
  function beginToFollow(): void {
    const own = turns;
    const isWaiting = () => own === turns && duty === undefined;
    import("./follower.ts").then(
      ({ follow }) => isWaiting() && begin(follow(core)),
      () => setTimeout(() => isWaiting() && core.takeOver(), GIVE_UP_MS),
    );
  }
  function begin(next: Duty): void {
    duty = next;
    for (const [id, wish] of wishes) next.look(id, wish);
    for (const errand of errands.values()) run(errand);
  }

  function run(errand: Extract<Order, { kind: "forget" | "recall" }>): void {
    if (errand.kind === "forget") duty?.forget(errand.id);
    else duty?.recall(errand.id, errand.sessionId);
  }

  let isResting = true;
  let joins = 0;
  async function join(): Promise<void> {
    isResting = false;
    joins += 1;
    const own = joins;
    const connection = await name;
    commonName = connection;
    // The page may have gone to sleep meanwhile, and even have woken again.
    if (isResting || own !== joins) return;
    tabs = joinTabs<TabMessage>({
      name: connection,
      mayLead: start.follow === undefined,
      onRole: play,
      onMessage: (message) => duty?.hear(message),
    });
    if (connection === undefined || apiKey === undefined) return;
    // Most pages hold no key, and nobody waits for this: where it cannot be fetched, pages without a key do not find this one.
    import("./search-tabs.ts").then(
      ({ answerSearches }) => {
        if (!isResting && own === joins) stopAnswering = answerSearches(apiAddress, connection);
      },
      () => undefined,
    );
  }
  function rest(): void {
    isResting = true;
    turns += 1;
    duty?.end();
    duty = undefined;
    tabs?.leave();
    tabs = undefined;
    stopAnswering();
  }
  void join();

  return (order) => {
    switch (order.kind) {
      case "start":
        break;
      case "look":
        clock.hear(order.now);
        wishes.set(order.id, order.wish);
        if (duty) duty.look(order.id, order.wish);
        else if (tabs && role === "following") beginToFollow();
        break;
      case "stop":
        wishes.delete(order.id);
        duty?.stop(order.id);
        break;
      case "end-wait":
        duty?.endWait();
        break;
      case "keep":
        ({ limits } = order);
        break;
      case "recall":
      case "forget":
        errands.set(order.id, order);
        run(order);
        break;
      case "shown":
        onShown();
        break;
      case "rest":
        rest();
        break;
      case "wake":
        if (isResting) void join();
        break;
      case "close":
        rest();
        client.close();
        break;
    }
  };
}

const placeOf = (index: number, count: number) => {
  if (count === 1) return "whole";
  if (index === 0) return "first";
  return index === count - 1 ? "last" : "more";
};
