/** What a sparkline shows, for who does not see it. */
import { formatNumber, partsText } from "../../domain/format-number.ts";
import { memory, vcpu } from "../../domain/format-size.ts";
import type { HeldOverTime, HeldQuantity } from "../../domain/held-over-time.ts";
import { RANGES, type TimeRange } from "../../domain/time-range.ts";

interface QuantityRow {
  readonly name: string;
  readonly text: (amount: number) => string;
}

const QUANTITIES = {
  vcpus: { name: "vCPU in use", text: vcpu },
  memoryMebibytes: { name: "Memory in use", text: (amount) => partsText([memory(amount)]) },
  gpus: { name: "GPUs in use", text: (amount) => formatNumber(amount, 2) },
} as const satisfies Record<HeldQuantity, QuantityRow>;

/**
 * `vCPU in use: 84.25 now, 12 to 90 in the last 3 h`.
 * @param isFresh the newest answer speaks for now
 */
export function heldWords(
  { stretches, newest }: HeldOverTime,
  quantity: HeldQuantity,
  { range, isFresh }: { readonly range: TimeRange; readonly isFresh: boolean },
): string {
  const { name, text } = QUANTITIES[quantity];
  const amounts = stretches.flat().map((held) => held[quantity]);
  const time = range.kind === "last" && range.name !== "all" ? RANGES[range.name].label : "the time shown";
  const within = `in ${time.startsWith("Last") ? `the ${time.toLowerCase()}` : time}`;
  if (amounts.length === 0) return `${name}: nobody watched ${within}`;
  const [least, most] = [text(Math.min(...amounts)), text(Math.max(...amounts))];
  const isWhole = stretches.length === 1 && stretches[0]?.[0]?.step === 0;
  const present = newest && `${text(newest[quantity])} ${isFresh ? "now" : "in the last answer"}, `;
  return `${name}: ${present ?? ""}${least === most ? least : `${least} to ${most}`} ${isWhole ? "" : "while watched "}${within}`;
}
