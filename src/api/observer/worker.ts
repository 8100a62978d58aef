/**
 * The observer in a thread of its own: fetching, reading and comparing thousands of sessions holds nothing up on the page. A page
 * that can have no such thread imports this file too, and it begins nothing there.
 */
import { bundled } from "./bundle.ts";
import { createObserver } from "./observer.ts";
import type { Order } from "./orders.ts";
import { packReport } from "./packed-report.ts";

export { createObserver };

/** What is being stored as a connection closes gets this long. Ms. */
const LAST_WRITES_MS = 2_000;

if (typeof document === "undefined") listen();

function listen(): void {
  const take = createObserver(bundled((reports) => postMessage(reports.map(packReport))));

  addEventListener("message", ({ data: order }: MessageEvent<Order>) => {
    try {
      take(order);
    } catch (error) {
      // Said where somebody waits for it; the browser's console has it too.
      if ("id" in order) postMessage([packReport({ kind: "defect", id: order.id, message: String(error) })]);
      throw error;
    }
    if (order.kind === "close") setTimeout(close, LAST_WRITES_MS);
  });
}
