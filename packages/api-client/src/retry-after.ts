/**
 * How long an answer asks to wait, in ms, at least 0; undefined when it does not say, or not in the two forms of HTTP: seconds, or
 * a date. A date is its server's, and is waited for by that one's clock where the answer tells it (`Date`, `Age`): another may be
 * minutes off. Across origins a browser shows these headers only when the server exposes them.
 * @param now by this machine's clock, epoch ms
 */
export function readRetryAfter(headers: Headers, now: number): number | undefined {
  const seconds = secondsIn(headers, "Retry-After");
  if (seconds !== undefined) return seconds * 1000;
  const until = dateIn(headers, "Retry-After");
  if (until === undefined) return undefined;
  const made = dateIn(headers, "Date");
  return Math.max(0, until - (made === undefined ? now : made + (secondsIn(headers, "Age") ?? 0) * 1000));
}

function secondsIn(headers: Headers, name: string): number | undefined {
  const text = headers.get(name) ?? "";
  return /^\d{1,15}$/.test(text) ? Number(text) : undefined;
}

function dateIn(headers: Headers, name: string): number | undefined {
  const text = headers.get(name) ?? "";
  // Date.parse takes nearly anything; an HTTP date begins with a weekday and is in GMT, which its oldest form leaves out.
  if (!/^[A-Z][a-z]{2,8},? /.test(text)) return undefined;
  const date = Date.parse(text.endsWith(" GMT") ? text : `${text} GMT`);
  return Number.isNaN(date) ? undefined : date;
}
