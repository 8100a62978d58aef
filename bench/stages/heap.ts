/** JavaScript memory after a forced collection, of the page and of its workers. */
import type { CDPSession } from "@playwright/test";

export interface Heap {
  /** Bytes. */
  readonly page: number;
  readonly workers: number;
}

export interface HeapReader {
  read(): Promise<Heap>;
}

/** The answer to a command; only that of `Runtime.getHeapUsage` has a size. */
interface Reply {
  readonly id: number;
  readonly result?: { readonly usedSize?: number };
}

const isReply = (value: unknown): value is Reply =>
  typeof value === "object" && value !== null && "id" in value && typeof value.id === "number";

/**
 * Follows the workers of a page from now on, those that run already included. Their sessions are spoken to through
 * messages: Playwright hides the sessions of other targets from a session of ours.
 */
export async function readHeaps(cdp: CDPSession): Promise<HeapReader> {
  const workers = new Set<string>();
  const waiting = new Map<number, (reply: Reply) => void>();
  let serial = 0;
  cdp.on("Target.attachedToTarget", ({ sessionId, targetInfo }) => {
    if (targetInfo.type === "worker") workers.add(sessionId);
  });
  cdp.on("Target.detachedFromTarget", ({ sessionId }) => workers.delete(sessionId));
  cdp.on("Target.receivedMessageFromTarget", ({ message }) => {
    const reply: unknown = JSON.parse(message);
    if (!isReply(reply)) return;
    waiting.get(reply.id)?.(reply);
    waiting.delete(reply.id);
  });
  await cdp.send("Target.setAutoAttach", { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });

  const ask = (sessionId: string, method: string) =>
    new Promise<Reply>((resolve, reject) => {
      serial += 1;
      waiting.set(serial, resolve);
      const message = JSON.stringify({ id: serial, method });
      cdp.send("Target.sendMessageToTarget", { sessionId, message }).catch(reject);
    });

  return {
    async read() {
      // Twice: what the first one finalises, the second one frees.
      await cdp.send("HeapProfiler.collectGarbage");
      await cdp.send("HeapProfiler.collectGarbage");
      const { usedSize } = await cdp.send("Runtime.getHeapUsage");
      let ofWorkers = 0;
      for (const worker of workers) {
        await ask(worker, "HeapProfiler.collectGarbage");
        await ask(worker, "HeapProfiler.collectGarbage");
        ofWorkers += (await ask(worker, "Runtime.getHeapUsage")).result?.usedSize ?? 0;
      }
      return { page: usedSize, workers: ofWorkers };
    },
  };
}
