/** What an observer has, whichever role it plays among the tabs. */
import type { KnownSession } from "../../domain/known.ts";
import type { StoreNotice } from "../../history/store.ts";
import type { Watch } from "../../history/watch.ts";
import type { Poller } from "../poller.ts";
import type { CallCount } from "./call-count.ts";
import type { Outcome, Wish } from "./orders.ts";
import type { TabMessage, TabWord } from "./tab-messages.ts";

export interface Core {
  readonly watch: Watch;
  readonly poller: Poller;
  readonly calls: CallCount;
  /** The browser's own clock, epoch ms. */
  readonly now: () => number;
  /** The clock that outcomes are dated by, epoch ms. */
  readonly apiNow: () => number;
  readonly tab: () => string;
  readonly post: (word: TabWord) => void;
  /** What became of the page's own wish. */
  readonly settle: (id: number, outcome: Outcome) => void;
  readonly fail: (id: number, error: unknown) => void;
  readonly done: (id: number, done: boolean) => void;
  readonly recalled: (id: number, session: KnownSession | undefined) => void;
  /** A page that somebody sees has asked. */
  readonly seen: () => void;
  /** What storage said last; the leading tab's is every tab's. */
  readonly notice: () => StoreNotice | undefined;
  readonly setNotice: (notice: StoreNotice | undefined) => void;
  /** What the page is told of the connection has changed. */
  readonly tellFacts: () => void;
  /** The leading tab does not answer. */
  readonly takeOver: () => void;
}

/** What an observer does in its role. */
export interface Duty {
  readonly look: (id: number, wish: Wish) => void;
  readonly stop: (id: number) => void;
  readonly endWait: () => void;
  /** What the pages are told of the connection has changed. */
  readonly tell: () => void;
  readonly forget: (id: number) => void;
  readonly recall: (id: number, sessionId: string) => void;
  readonly hear: (message: TabMessage) => void;
  readonly end: () => void;
}
