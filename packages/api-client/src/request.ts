/** Address and headers of a request. What cannot be sent is an InvalidRequestError that quotes none of it. */
import { InvalidRequestError } from "./errors.ts";
import type { ClientOptions } from "./types.ts";

const DEFAULT_ADDRESS = "https://api.decthings.com/v0";

/** `method` is `Debug/getDebugSessions` and the like. An address without a scheme is taken from the origin of the page or worker. */
export function requestUrl(address: string | undefined, method: string): string {
  const given = address || DEFAULT_ADDRESS;
  let base: URL | undefined;
  try {
    base = new URL(given, /^\w+:/.test(given) ? undefined : location.origin);
  } catch {
    // What was thrown quotes the address, or there is no location.
  }
  // Credentials, a query or a fragment would be sent wrongly or not at all.
  if (base === undefined || !/^https?:$/.test(base.protocol) || base.href !== base.origin + base.pathname) {
    throw new InvalidRequestError("httpServerAddress is no plain http or https address");
  }
  return `${base.origin}${base.pathname.replace(/\/+$/, "")}/${method}`;
}

/** What HTTP allows in a header's value: no control character but the tab, nothing beyond Latin-1. */
const HEADER_VALUE = /^[\t -~\u0080-\u00ff]*$/;

/** `key` is trimmed. The content type and, with a key, the authorization win over extra headers of that name. */
export function requestHeaders(extra: ClientOptions["extraHeaders"], key: string): Headers {
  const headers = new Headers();
  let isSendable = true;
  try {
    for (const [name, value] of Array.isArray(extra) ? extra : Object.entries(extra ?? {})) {
      isSendable &&= HEADER_VALUE.test(value);
      headers.append(name, value);
    }
  } catch {
    // What was thrown quotes it.
    isSendable = false;
  }
  if (!isSendable) throw new InvalidRequestError("extraHeaders holds what no header can carry");
  if (!HEADER_VALUE.test(key)) throw new InvalidRequestError("The API key holds what no header can carry");
  headers.set("Content-Type", "application/octet-stream");
  if (key !== "") headers.set("Authorization", `Bearer ${key}`);
  return headers;
}
