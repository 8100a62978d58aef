/**
 * How long an answer asks to wait, in ms from `now` (epoch ms), at least 0; undefined when it does not say, or not in
 * the two forms of HTTP: seconds, or a date. Across origins a browser shows the header only when the server exposes it.
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const value = headers.get("Retry-After")?.trim() ?? "";
  if (/^\d{1,15}$/.test(value)) return Number(value) * 1000;
  // Date.parse takes nearly anything; an HTTP date begins with a weekday and is in GMT, which its oldest form leaves out.
  if (!/^[A-Z][a-z]{2,8},? /.test(value)) return undefined;
  const date = Date.parse(value.endsWith(" GMT") ? value : `${value} GMT`);
  return Number.isNaN(date) ? undefined : Math.max(0, date - now);
}
