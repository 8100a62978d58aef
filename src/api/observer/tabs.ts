/**
 * The tabs of one browser that watch the same connection: one leads, which is to ask the API and to write the history, and
 * the others follow. A Web Lock says who; a BroadcastChannel carries what they tell each other.
 */

export type Role = "leading" | "following";

export interface Tabs<Message> {
  /** This tab's own name. */
  readonly id: string;
  /** Tells the other tabs. */
  readonly post: (message: Message) => void;
  /** Takes the lead from a tab that does not answer. Does nothing in a tab that may not lead. */
  readonly takeOver: () => void;
  /** Gives up its turn, if it has it, and hears nothing more. */
  readonly leave: () => void;
}

interface TabsOptions<Message> {
  /** What the tabs have in common; undefined: this tab is on its own. */
  readonly name: string | undefined;
  readonly mayLead: boolean;
  readonly onRole: (role: Role) => void;
  readonly onMessage: (message: Message) => void;
}

/** Tabs of another version of the page speak otherwise, and keep to themselves. */
const VERSION = 2;

/** @param Message can be copied; tabs of one version trust each other's */
export function joinTabs<Message>(options: TabsOptions<Message>): Tabs<Message> {
  const { name, mayLead, onRole, onMessage } = options;
  const id = crypto.getRandomValues(new Uint32Array(2)).join("-");
  // Not there outside secure contexts, whatever its type says.
  const locks: LockManager | undefined = globalThis.navigator.locks;
  if (name === undefined || !locks || typeof BroadcastChannel === "undefined") {
    queueMicrotask(() => onRole("leading"));
    return { id, post: () => undefined, takeOver: () => undefined, leave: () => undefined };
  }

  const common = `decthings-tabs ${VERSION} ${name}`;
  const channel = new BroadcastChannel(common);
  channel.addEventListener("message", ({ data }: MessageEvent<Message>) => onMessage(data));
  /** Ends the turn, or the waiting for it. */
  let ending = new AbortController();
  let isTaking = false;

  /** Holds the lock until the turn ends. */
  function lead(): Promise<void> {
    const { signal } = ending;
    // Granted as it was given up.
    if (signal.aborted) return Promise.resolve();
    onRole("leading");
    return new Promise((resolve) => {
      signal.addEventListener("abort", () => resolve());
    });
  }

  /** Waits for its turn. */
  function queue(): void {
    const { signal } = ending;
    onRole("following");
    if (mayLead) void locks?.request(common, { signal }, lead).catch((error: unknown) => lost(signal, error));
  }

  /** The turn was taken away. A browser that denies storage denies locks too: each tab is on its own then. */
  function lost(signal: AbortSignal, error: unknown): void {
    if (signal.aborted) return;
    ending = new AbortController();
    if (error instanceof DOMException && error.name === "AbortError") queue();
    else onRole("leading");
  }

  if (mayLead) {
    const { signal } = ending;
    void locks
      .request(common, { ifAvailable: true }, (lock) => {
        if (signal.aborted) return undefined;
        if (lock) return lead();
        queue();
        return undefined;
      })
      .catch((error: unknown) => lost(signal, error));
  } else {
    queueMicrotask(() => onRole("following"));
  }

  return {
    id,
    post: (message) => channel.postMessage(message),
    takeOver() {
      if (!mayLead || isTaking) return;
      isTaking = true;
      ending.abort();
      ending = new AbortController();
      const { signal } = ending;
      void locks
        .request(common, { steal: true }, () => {
          isTaking = false;
          return signal.aborted ? undefined : lead();
        })
        .catch((error: unknown) => {
          isTaking = false;
          lost(signal, error);
        });
    },
    leave() {
      ending.abort();
      channel.close();
    },
  };
}
