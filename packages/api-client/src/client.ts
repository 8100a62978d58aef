import { readAnswer, readNothing, type ReadResult } from "./decode/answer.ts";
import { readPersistentLaunchers, readSysinfo } from "./decode/launchers.ts";
import { readDebugSessions } from "./decode/sessions.ts";
import { readTrainingMetrics, readTrainingStatus } from "./decode/training.ts";
import { withDeadline } from "./deadline.ts";
import { ClosedError, DecodeError } from "./errors.ts";
import { exchange, statusError, type WholeAnswer } from "./exchange.ts";
import { requestHeaders, requestUrl } from "./request.ts";
import type { ApiAnswer, CallOptions, ClientOptions, DebugApi, PersistentLauncherApi } from "./types.ts";
import { encodeHttpRequest } from "./wire/http.ts";

const DEFAULT_TIMEOUT_MS = 30_000;
const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/** What a whole answer means. A readable error of the API counts whatever the status; else the status does. */
function readWhole<T>({ response, bytes }: WholeAnswer, read: ReadResult<T>): ApiAnswer<T> {
  if (response.ok) return readAnswer(bytes, read);
  try {
    const answer = readAnswer(bytes, () => undefined);
    if (answer.error) return answer;
  } catch (error) {
    if (!(error instanceof DecodeError)) throw error;
  }
  throw statusError(response);
}

/**
 * Calls the Decthings API over HTTP. A call resolves with `{ result }` or with the API's `{ error }`; anything else
 * rejects with one of the error classes, or with the reason of the caller's signal. The constructor never throws: what
 * is wrong with an option rejects each call.
 */
export class DecthingsClient {
  readonly debug: DebugApi;
  readonly persistentLauncher: PersistentLauncherApi;
  readonly #options: Omit<ClientOptions, "apiKey">;
  readonly #inFlight = new Set<AbortController>();
  #apiKey = "";
  #closed = false;

  constructor(options: ClientOptions = {}) {
    const { apiKey, ...others } = options;
    this.#options = others;
    this.setApiKey(apiKey);
    const method =
      <P, T>(name: string, read: ReadResult<T>) =>
      (params?: P, callOptions?: CallOptions) =>
        this.#call(name, params ?? {}, callOptions ?? {}, read);
    this.debug = {
      getDebugSessions: method("Debug/getDebugSessions", readDebugSessions),
      getTrainingStatus: method("Debug/getTrainingStatus", readTrainingStatus),
      getTrainingMetrics: method("Debug/getTrainingMetrics", readTrainingMetrics),
      terminateDebugSession: method("Debug/terminateDebugSession", readNothing),
      cancelTrainingSession: method("Debug/cancelTrainingSession", readNothing),
    };
    this.persistentLauncher = {
      getPersistentLaunchers: method("PersistentLauncher/getPersistentLaunchers", readPersistentLaunchers),
      getSysinfo: method("PersistentLauncher/getSysinfo", readSysinfo),
    };
  }

  /** The key of the calls that follow; none when empty, null or undefined. Calls in flight keep theirs. */
  setApiKey(apiKey: string | null | undefined): void {
    this.#apiKey = typeof apiKey === "string" ? apiKey.trim() : "";
  }

  /** Rejects the calls in flight, and every later one, with ClosedError. The key is forgotten. */
  close(): void {
    this.#closed = true;
    this.#apiKey = "";
    for (const controller of this.#inFlight) controller.abort(new ClosedError());
  }

  async #call<T>(
    method: string,
    params: unknown,
    { signal, timeoutMs = DEFAULT_TIMEOUT_MS, onExchange }: CallOptions,
    read: ReadResult<T>,
  ): Promise<ApiAnswer<T>> {
    if (this.#closed) throw new ClosedError();
    const { httpServerAddress, extraHeaders, fetch: send = fetch, maxResponseBytes } = this.#options;
    const url = requestUrl(httpServerAddress, method);
    const headers = requestHeaders(extraHeaders, this.#apiKey);
    const body = encodeHttpRequest(params);
    const controller = new AbortController();
    this.#inFlight.add(controller);
    const sentAt = Date.now();
    let whole: WholeAnswer;
    try {
      whole = await withDeadline(controller, { signal, timeoutMs }, (abort) =>
        exchange(send, url, { body, headers, signal: abort }, maxResponseBytes ?? DEFAULT_MAX_BYTES),
      );
    } finally {
      this.#inFlight.delete(controller);
    }
    const { response, bytes } = whole;
    onExchange?.({
      status: response.status,
      headers: response.headers,
      bytes: bytes.length,
      sentAt,
      receivedAt: Date.now(),
    });
    return readWhole(whole, read);
  }
}
