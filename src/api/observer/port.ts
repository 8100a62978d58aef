/** The page's way to its observer: in a worker, or on the page itself where a worker cannot be had. */
import type { Order, Report } from "./orders.ts";
import { startWorker } from "./trusted-worker.ts";

export interface Port {
  readonly send: (order: Order) => void;
}

interface PortOptions {
  readonly onReport: (report: Report) => void;
  /** The worker could not be loaded, and another observer begins: what it is to know has to be said again. */
  readonly onRestart: () => void;
}

export function openPort({ onReport, onRestart }: PortOptions): Port {
  let send = toWorker() ?? toPage();

  function toWorker(): Port["send"] | undefined {
    let worker: Worker;
    try {
      worker = startWorker();
    } catch {
      return undefined;
    }
    worker.addEventListener("message", ({ data }: MessageEvent<Report>) => onReport(data));
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
    const loading = import("./observer.ts").then(({ createObserver }) => createObserver(onReport));
    return (order) => void loading.then((take) => take(order));
  }

  return { send: (order) => send(order) };
}
