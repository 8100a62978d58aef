/** The observer in a thread of its own: fetching, reading and comparing thousands of sessions holds nothing up on the page. */
import { createObserver } from "./observer.ts";
import type { Order } from "./orders.ts";

/** What is being stored as a connection closes gets this long. Ms. */
const LAST_WRITES_MS = 2_000;

const take = createObserver((report) => postMessage(report));

addEventListener("message", ({ data: order }: MessageEvent<Order>) => {
  take(order);
  if (order.kind === "close") setTimeout(close, LAST_WRITES_MS);
});
