/** What a page and its observer say to each other, whether a thread lies between them or not. All of it can be copied. */
import type { FirstView } from "../../domain/first-rows.ts";
import type { KnownDelta } from "../../domain/known-delta.ts";
import type { KnownSession, Scope } from "../../domain/known.ts";
import type { Limits } from "../../history/retention.ts";
import type { ConnectionFacts } from "../connection-facts.ts";
import type { Problem } from "../problem.ts";

/** How an observer begins. */
export interface Start {
  readonly apiAddress: string;
  /** The key of direct mode; in the other modes the server holds it. */
  readonly apiKey: string | undefined;
  /** The connection of other tabs to follow, for a page that has no key of its own. */
  readonly follow: string | undefined;
  /** What the list shows first: its rows are told of before the rest. */
  readonly view: FirstView;
  /** How much of what is observed is kept. */
  readonly limits: Limits;
  /** The browser's clock as the page reads it, epoch ms. */
  readonly now: number;
}

/** A wish to know how the sessions of a scope stand. */
export interface Wish {
  readonly scope: Scope;
  readonly intervalMs: number;
  /** Whether nobody sees the page. */
  readonly hidden: boolean;
  /**
   * How soon: `in-turn`, when the next call is due; `new`, for what was not asked before by this page, at once unless what is
   * known answers it; `now`, because a person wants it.
   */
  readonly when: "in-turn" | "new" | "now";
  /** Receipt of the newest answer that was an answer to this wish before, epoch ms: only a newer one is news. */
  readonly seen: number | undefined;
}

/** One successful poll. What it showed is told apart, before it; this says when, and when to ask again. */
export interface Polled {
  readonly sentAt: number;
  readonly receivedAt: number;
  /** When the wait for the next poll begins, epoch ms. */
  readonly waitFrom: number;
  /** Until the next poll, from `waitFrom`. */
  readonly nextInMs: number;
  /** No poll comes sooner than this after `waitFrom`, whatever the interval: the API is slow. */
  readonly leastMs: number;
}

/** What became of a wish. */
export type Outcome =
  | { readonly ok: true; readonly polled: Polled; readonly spans: Spans | undefined }
  | {
      readonly ok: false;
      readonly problem: Problem;
      /** Epoch ms. */
      readonly failedAt: number;
      /** Until the next poll, from `failedAt`; undefined when only a person may try again. */
      readonly nextInMs: number | undefined;
    };

/** How long the parts of a poll took, ms, and when it began, ms on the clock that all threads of a browser share. */
export interface Spans {
  readonly startedAt: number;
  readonly fetchMs: number;
  readonly decodeMs: number;
  readonly mergeMs: number;
}

export type Order =
  | { readonly kind: "start"; readonly start: Start }
  | { readonly kind: "look"; readonly id: number; readonly wish: Wish; readonly now: number }
  /** Nobody waits for that look any longer. */
  | { readonly kind: "stop"; readonly id: number }
  /** A person wants to ask now: ends any wait that the API asked for, and forgets how often it failed. */
  | { readonly kind: "end-wait" }
  /** A person chose otherwise how much is kept. */
  | { readonly kind: "keep"; readonly limits: Limits }
  /** Deletes what is kept of the connection, and all that is known. */
  | { readonly kind: "forget"; readonly id: number }
  /** What was stored of a session that is not in memory any more. */
  | { readonly kind: "recall"; readonly id: number; readonly sessionId: string }
  /** What was told first is on the screen. */
  | { readonly kind: "shown" }
  /** The page goes to sleep: what this tab has taken turns at is another's from now on. */
  | { readonly kind: "rest" }
  | { readonly kind: "wake" }
  | { readonly kind: "close" };

export type Report =
  | {
      readonly kind: "delta";
      readonly delta: KnownDelta;
      /** `first` can be shown at once; after `more` there is another, after `last` and `whole` there is none. */
      readonly part: "whole" | "first" | "more" | "last";
      /** Whether an answer showed it while this page was open; else it is from before. */
      readonly answered: boolean;
    }
  /** All that was known is forgotten. */
  | { readonly kind: "forgotten" }
  | { readonly kind: "outcome"; readonly id: number; readonly outcome: Outcome }
  | { readonly kind: "facts"; readonly facts: ConnectionFacts }
  /** Whether nothing is left of what was kept. */
  | { readonly kind: "done"; readonly id: number; readonly done: boolean }
  | { readonly kind: "recalled"; readonly id: number; readonly session: KnownSession | undefined }
  /** The look ended by an error that is nobody's but the program's. */
  | { readonly kind: "defect"; readonly id: number; readonly message: string };
