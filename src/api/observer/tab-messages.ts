/** What the tabs of one connection say to each other. All of it can be copied; no key is ever in it. */
import type { KnownSession } from "../../domain/known.ts";
import type { PackedDelta } from "../../domain/packed-session.ts";
import type { StoreNotice } from "../../history/store.ts";
import type { PollState } from "../poller.ts";
import type { Outcome, Wish } from "./orders.ts";

/** All that the leading tab knows and another needs to go on in its place, but for the sessions. */
export interface Lead {
  readonly state: PollState;
  /** When the list was called in the last hour, epoch ms of the browser's clock. */
  readonly calls: readonly number[];
  /** What its storage said last: it keeps the history of all. */
  readonly notice: StoreNotice | undefined;
}

export type TabWord =
  | { readonly kind: "hello" }
  | { readonly kind: "leading" }
  | {
      readonly kind: "delta";
      /** The one tab that it is for; undefined: all. */
      readonly to: string | undefined;
      readonly delta: PackedDelta;
      /** Whether more of the same change follows. */
      readonly more: boolean;
      readonly answered: boolean;
    }
  | { readonly kind: "lead"; readonly lead: Lead }
  | { readonly kind: "forgotten" }
  | { readonly kind: "ask"; readonly id: number; readonly wish: Wish }
  | { readonly kind: "stop"; readonly id: number }
  /** The leading tab has got what was asked for. */
  | { readonly kind: "heard"; readonly to: string; readonly id: number }
  | { readonly kind: "outcome"; readonly to: string; readonly id: number; readonly outcome: Outcome }
  /** The call ended by an error that is the program's own. */
  | { readonly kind: "defect"; readonly to: string; readonly id: number; readonly message: string }
  | { readonly kind: "end-wait" }
  | { readonly kind: "forget"; readonly id: number }
  | { readonly kind: "done"; readonly to: string; readonly id: number; readonly done: boolean }
  | { readonly kind: "recall"; readonly id: number; readonly sessionId: string }
  | {
      readonly kind: "recalled";
      readonly to: string;
      readonly id: number;
      readonly session: KnownSession | undefined;
    }
  | { readonly kind: "bye" };

/** What a tab hears: the words, and whose they are. */
export type TabMessage = TabWord & { readonly from: string };
