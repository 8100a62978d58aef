/** What a connection knows about itself beside its sessions: who asks, how often, and what is wrong with clock or storage. */
import type { CallFacts } from "./observer/call-count.ts";
import type { Skew } from "../domain/skew.ts";
import type { StoreNotice } from "../history/store.ts";

export interface ConnectionFacts {
  /** What all pages on this connection call it; undefined until that is known, or where the browser makes no such names. */
  readonly name: string | undefined;
  /** `polls`: this page asks the API. `follows`: another tab of this browser asks, and this page is told. */
  readonly role: "polls" | "follows";
  /** List calls of this browser on this connection in the hour before the newest one, as far as these pages were open. */
  readonly calls: CallFacts;
  /** How far the API's clock is from this browser's; undefined while nothing tells. */
  readonly skew: Skew | undefined;
  /** What storage said last, if anything. */
  readonly notice: StoreNotice | undefined;
}
