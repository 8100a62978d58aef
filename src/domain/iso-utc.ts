/** ISO 8601 in UTC with milliseconds; nothing for what is no instant. @param at epoch ms */
export function isoUtc(at: number | undefined): string | undefined {
  const date = new Date(at ?? NaN);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
