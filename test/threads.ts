/**
 * The threads of one browser, as it runs them: each has timers, calls, channels and locks of its own. One that is frozen does
 * nothing until it is thawed, and then all that has come due, in order; one that is dead does nothing more, and holds no lock.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import { setMaxListeners } from "node:events";
import { vi } from "vitest";
import { fakeLocks } from "../src/api/locks-fixture.ts";

export interface Thread {
  readonly run: (task: () => void) => void;
  readonly freeze: () => void;
  readonly thaw: () => void;
  readonly kill: () => void;
  /** Aborts when the thread dies. */
  readonly death: AbortSignal;
}

/** On the way from thread to thread. Ms. */
const POST_MS = 1;

const running = new AsyncLocalStorage<Thread>();

const thisThread = (): Thread => {
  const thread = running.getStore();
  if (!thread) throw new Error("This runs in no thread.");
  return thread;
};

export function startThread(): Thread {
  const dying = new AbortController();
  setMaxListeners(0, dying.signal);
  let isFrozen = false;
  let waiting: (() => void)[] = [];
  const thread: Thread = {
    death: dying.signal,
    run(task) {
      if (dying.signal.aborted) return;
      if (isFrozen) waiting.push(task);
      else running.run(thread, task);
    },
    freeze: () => void (isFrozen = true),
    thaw() {
      isFrozen = false;
      const due = waiting;
      waiting = [];
      for (const task of due) thread.run(task);
    },
    kill() {
      dying.abort();
      waiting = [];
    },
  };
  return thread;
}

/** What comes of a promise comes to the thread that asked, when that runs. */
function arriving<T>(thread: Thread, promise: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    promise.then(
      (value) => thread.run(() => resolve(value)),
      (error: unknown) => thread.run(() => reject(error as Error)),
    );
  });
}

/** A server as the threads reach it. @param called told of each call as it is sent, and whose it is */
export interface Server {
  readonly latencyMs: number;
  readonly called: (thread: Thread, ended: AbortSignal) => void;
  readonly answer: (body: Uint8Array) => Uint8Array<ArrayBuffer>;
}

/** Puts the threads in the place of the platform. Time is vitest's, which has to be faked before; chance is the same each time. */
export function stubThreads(server: Server): void {
  vi.unstubAllGlobals();
  let chance = 1;
  const roll = () => (chance = (chance * 48_271) % 0x7fff_ffff) / 0x7fff_ffff;
  vi.spyOn(Math, "random").mockImplementation(roll);
  let names = 0;
  vi.stubGlobal("crypto", {
    subtle: crypto.subtle,
    getRandomValues: (numbers: Uint32Array) => numbers.map(() => (names += 1)),
  });
  const { setTimeout: later, clearTimeout: never } = globalThis;
  const live = new Set<unknown>();
  vi.stubGlobal("setTimeout", (task: (...args: unknown[]) => void, ms?: number, ...args: unknown[]) => {
    const thread = thisThread();
    const timer = later(() => {
      thread.run(() => {
        if (live.delete(timer)) task(...args);
      });
    }, ms);
    live.add(timer);
    return timer;
  });
  vi.stubGlobal("clearTimeout", (timer: Parameters<typeof never>[0]) => {
    live.delete(timer);
    never(timer);
  });
  const channels = new Set<Channel>();
  class Channel extends EventTarget {
    readonly thread = thisThread();
    readonly name: string;
    constructor(name: string) {
      super();
      this.name = name;
      channels.add(this);
    }
    postMessage(message: unknown): void {
      const data: unknown = structuredClone(message);
      for (const other of channels) {
        if (other === this || other.name !== this.name) continue;
        later(() => other.thread.run(() => other.hear(data)), POST_MS);
      }
    }
    hear(data: unknown): void {
      if (channels.has(this)) this.dispatchEvent(new MessageEvent("message", { data }));
    }
    close(): void {
      channels.delete(this);
    }
  }
  vi.stubGlobal("BroadcastChannel", Channel);

  const locks = fakeLocks();
  vi.stubGlobal("navigator", {
    locks: {
      request(
        name: string,
        options: { readonly signal?: AbortSignal },
        run: (lock: object | null) => unknown,
      ): Promise<unknown> {
        const thread = thisThread();
        const signal = AbortSignal.any([thread.death, ...(options.signal ? [options.signal] : [])]);
        const isHeld = (lock: object | null) =>
          new Promise((resolve, reject) => {
            thread.death.addEventListener("abort", resolve);
            // Granted to a thread that is frozen it is held all the same.
            thread.run(() => void Promise.resolve(run(lock)).then(resolve, reject));
          });
        return arriving(thread, locks.request(name, { ...options, signal }, isHeld));
      },
    },
  });

  vi.stubGlobal("fetch", (_: string, { body, signal }: { body: Uint8Array; signal: AbortSignal }) => {
    const thread = thisThread();
    const ending = new AbortController();
    server.called(thread, ending.signal);
    const answered = new Promise<Response>((resolve, reject) => {
      const timer = later(() => {
        ending.abort();
        resolve(new Response(server.answer(body)));
      }, server.latencyMs);
      const cut = () => {
        never(timer);
        ending.abort();
        reject(new DOMException("aborted", "AbortError"));
      };
      signal.addEventListener("abort", cut);
      thread.death.addEventListener("abort", cut);
    });
    return arriving(thread, answered);
  });
}
