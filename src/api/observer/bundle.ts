/** Sends what belongs together as one message: each one that arrives is a task of the page, and a render. */
import type { Report } from "./orders.ts";

/** @param send gets everything that was reported in one task; the parts of a large change apart, since they are large */
export function bundled(send: (reports: readonly Report[]) => void): (report: Report) => void {
  let waiting: Report[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const reports = waiting;
    waiting = [];
    send(reports);
  };
  return (report) => {
    waiting.push(report);
    if (report.kind === "delta" && report.part !== "whole") flush();
    // What follows an answer (its outcome, what it cost) is reported some promises later.
    else timer ??= setTimeout(flush, 0);
  };
}
