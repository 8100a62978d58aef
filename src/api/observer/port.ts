/** The page's way to its observer: in a worker, or on the page itself where a worker cannot be had. */
import type { Order, Report } from "./orders.ts";
import { createReportUnpacking, type PackedReport } from "./packed-report.ts";
import { startWorker } from "./trusted-worker.ts";

export interface Port {
  readonly send: (order: Order) => void;
}

interface PortOptions {
  readonly onReport: (report: Report) => void;
  /** The worker could not be loaded, and another observer begins: what it is to know has to be said again. */
  readonly onRestart: () => void;
  /** There is no observer at all: its code is out of reach. Another port may do better later. */
  readonly onLost: () => void;
}

export function openPort({ onReport, onRestart, onLost }: PortOptions): Port {
  let send = toWorker() ?? toPage();

  function toWorker(): Port["send"] | undefined {
    let worker: Worker;
    try {
      worker = startWorker();
    } catch {
      return undefined;
    }
    const unpack = createReportUnpacking();
    worker.addEventListener("message", ({ data }: MessageEvent<readonly PackedReport[]>) => {
      for (const packed of data) onReport(unpack(packed));
    });
    worker.addEventListener("error", (event) => {
      // An error that the worker's code throws has a place; one of loading it has none.
      if (event instanceof ErrorEvent && event.lineno > 0) return;
      worker.terminate();
      send = toPage();
      onRestart();
    });
    return (order) => worker.postMessage(order);
  }

  /** Slower, but the same: everything happens between two frames of the page. */
  function toPage(): Port["send"] {
    const loading = import("./worker.ts").then(({ createObserver }) => createObserver(onReport));
    loading.catch(onLost);
    return (order) =>
      void loading.then(
        (take) => take(order),
        () => undefined,
      );
  }

  return { send: (order) => send(order) };
}
