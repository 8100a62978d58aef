/** An observer's reports as they cross from its worker to the page. */
import { createUnpacking, packDelta, type PackedDelta } from "../../domain/packed-session.ts";
import type { Report } from "./orders.ts";

type DeltaReport = Extract<Report, { kind: "delta" }>;

export type PackedReport =
  | Exclude<Report, DeltaReport>
  | (Omit<DeltaReport, "delta"> & { readonly delta: PackedDelta });

export const packReport = (report: Report): PackedReport =>
  report.kind === "delta" ? { ...report, delta: packDelta(report.delta) } : report;

/** Unpacks one worker's reports, in their order. */
export function createReportUnpacking(): (packed: PackedReport) => Report {
  const unpack = createUnpacking();
  return (packed) => (packed.kind === "delta" ? { ...packed, delta: unpack(packed.delta) } : packed);
}
