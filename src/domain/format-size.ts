/** Sizes of launchers: memory in 1024 steps, fractional vCPUs, GPUs. */
import {
  ABSENT,
  ABSENT_PART,
  formatNumber,
  NARROW_SPACE,
  type Part,
  UNKNOWN,
  UNKNOWN_PART,
} from "./format-number.ts";

const STEPS = ["MiB", "GiB", "TiB"] as const;

const isAmount = (n: number): boolean => Number.isFinite(n) && n >= 0;

function amount(value: number, decimals: number, unit: string): Part {
  const text = formatNumber(value, decimals);
  return text === UNKNOWN ? UNKNOWN_PART : { value: text, unit };
}

/**
 * Mebibytes as `512 MiB`, `1.5 GiB`, `1.25 TiB`: up to two decimals below 10, one above. Not given is `–`, no amount
 * is `?`.
 */
export function memory(mebibytes: number | undefined): Part {
  if (mebibytes === undefined) return ABSENT_PART;
  if (!isAmount(mebibytes)) return UNKNOWN_PART;
  let value = mebibytes;
  let step = 0;
  // The test is on the rounded value: 1023.99 MiB reads 1 GiB, never 1024 MiB.
  while (step < STEPS.length - 1 && Math.round(value * 10) >= 10_240) {
    value /= 1024;
    step += 1;
  }
  // 9.996 rounds to 10, where one decimal is the rule; two would write the same.
  return amount(value, value < 10 ? 2 : 1, STEPS[step] ?? "");
}

/** A number of vCPUs with at most two decimals, without the unit: `0.25`, `16`, `84.25`. */
export function vcpu(cpus: number | undefined): string {
  if (cpus === undefined) return ABSENT;
  return isAmount(cpus) ? formatNumber(cpus, 2) : UNKNOWN;
}

/** `2× L4`; none given or none there is `–`. */
export function gpus(given: { readonly model: string; readonly count: number } | undefined): string {
  if (given === undefined || given.count === 0) return ABSENT;
  const count = isAmount(given.count) ? formatNumber(given.count, 2) : UNKNOWN;
  return `${count}×${NARROW_SPACE}${given.model.trim() || UNKNOWN}`;
}
