/** Parts of the page that are fetched when they are first wanted: the first view is the list. */
import { createElement, useEffect, useSyncExternalStore, type ComponentType, type ReactNode } from "react";
import { onceShown } from "./after-paint.ts";
import { Button } from "./button.tsx";
import { fetchModule } from "./fetch-module.ts";

interface Part<P> {
  /** Shows the part; until it is there, what is said for the wait; where it cannot be had, so, with a way to try again. */
  readonly Show: (props: P) => ReactNode;
  /** Fetches it, so that it is there when it is wanted. */
  readonly prepare: () => void;
}

/** What is said in place of the part. */
interface Missing {
  /** For the wait. */
  readonly waiting: ReactNode;
  /** Nothing else where it cannot be had either. */
  readonly quiet?: boolean;
}

/** For parts that nobody misses. */
const UNSEEN: Missing = { waiting: null, quiet: true };

/** Undefined until somebody asks for it. */
type Status<P> = ComponentType<P> | "wanted" | "failed" | undefined;

/** From an attempt that failed to the next: a page that nobody sits at, on a wall, gets whole by itself. */
const AGAIN_MS = 60_000;

/**
 * A component of its own file. A file that cannot be fetched (the network or the server is gone, the server has a newer build)
 * takes down nothing but its own place, and is asked for again when the network is back, and now and then.
 */
export function onDemand<P extends object, M = unknown>(
  load: () => Promise<M>,
  pick: (file: M) => ComponentType<P>,
  { waiting, quiet = false }: Missing = UNSEEN,
): Part<P> {
  let status: Status<P>;
  let timer: ReturnType<typeof setTimeout>;
  const listeners = new Set<() => void>();
  const set = (next: Status<P>) => {
    status = next;
    for (const listener of listeners) listener();
  };
  // Nothing is said of an attempt that nobody asked for: what stands in its place stays.
  const attempt = () =>
    void fetchModule(load).then(
      (file) => set(pick(file)),
      () => {
        if (typeof status !== "string") return;
        set("failed");
        clearTimeout(timer);
        timer = setTimeout(attempt, AGAIN_MS);
        addEventListener("online", attempt, { once: true });
      },
    );
  const fetchIt = () => {
    if (status && status !== "failed") return;
    set("wanted");
    attempt();
  };
  const subscribe = (listener: () => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };

  function Show(props: P) {
    const now = useSyncExternalStore(subscribe, () => status);
    // Fetching is the browser's work, not React's; asked for once, and by a person after it failed.
    useEffect(() => {
      if (status) return undefined;
      if (!quiet) return fetchIt();
      // Nobody misses it: what it goes with comes first.
      return onceShown(fetchIt);
    }, []);
    if (now !== "failed" || quiet)
      return now && typeof now !== "string" ? createElement(now, props) : waiting;
    return (
      <div className="p-4 text-xs text-text-2" role="alert">
        This part could not be fetched.{" "}
        <Button icon="refresh" onClick={fetchIt}>
          Try again
        </Button>
      </div>
    );
  }
  return { Show, prepare: fetchIt };
}
