/**
 * One class per way a call can fail. No message holds a value out of a request or an answer, and no error keeps the
 * platform's error as its `cause`: those may quote headers (the key) or the body (a server may echo the key).
 */

export type FailureKind = "network" | "timeout" | "http" | "decode" | "closed" | "invalid-request";

export abstract class DecthingsClientError extends Error {
  /** Tells the class where `instanceof` cannot: after a message between threads, in a table of words. */
  abstract readonly kind: FailureKind;
}

/** No whole answer came: refused, reset, name not found, a redirect, or barred by the browser (CORS, CSP). */
export class NetworkError extends DecthingsClientError {
  override readonly name = "NetworkError";
  readonly kind = "network";
}

/** The answer was not whole within `timeoutMs`. */
export class TimeoutError extends DecthingsClientError {
  override readonly name = "TimeoutError";
  readonly kind = "timeout";
  readonly timeoutMs: number;

  constructor(timeoutMs: number) {
    super(`No whole answer within ${timeoutMs} ms`);
    this.timeoutMs = timeoutMs;
  }
}

/** An answer with a status other than 2xx that carries no error of the API. */
export class HttpStatusError extends DecthingsClientError {
  override readonly name = "HttpStatusError";
  readonly kind = "http";
  readonly status: number;
  /** How long the server asks to wait, counted from the receipt; absent when it does not say or the browser hides it. */
  declare readonly retryAfterMs?: number;

  constructor(status: number, retryAfterMs?: number) {
    super(`The server answered with HTTP status ${status}`);
    this.status = status;
    if (retryAfterMs !== undefined) this.retryAfterMs = retryAfterMs;
  }
}

/** The answer is not what the protocol says: a broken frame, JSON of another shape, or larger than the cap. */
export class DecodeError extends DecthingsClientError {
  override readonly name = "DecodeError";
  readonly kind = "decode";
}

/** The client was closed before or during the call. */
export class ClosedError extends DecthingsClientError {
  override readonly name = "ClosedError";
  readonly kind = "closed";

  constructor() {
    super("The client is closed");
  }
}

/** The call could not be put into a request: a bad address, header, key or parameter. Nothing was sent. */
export class InvalidRequestError extends DecthingsClientError {
  override readonly name = "InvalidRequestError";
  readonly kind = "invalid-request";
}
