import { Caller } from "./caller.ts";
import { readNothing, type ReadResult } from "./decode/answer.ts";
import { readPersistentLaunchers, readSysinfo } from "./decode/launchers.ts";
import { readDebugSessions } from "./decode/sessions.ts";
import { readTrainingMetrics, readTrainingStatus } from "./decode/training.ts";
import type { CallOptions, ClientOptions, DebugApi, PersistentLauncherApi } from "./types.ts";

/**
 * Calls the Decthings API over HTTP. A call resolves with `{ result }` or with the API's `{ error }`; anything else
 * rejects with one of the error classes, or with the reason of the caller's signal. The constructor never throws: what
 * is wrong with an option rejects each call.
 */
export class DecthingsClient {
  readonly debug: DebugApi;
  readonly persistentLauncher: PersistentLauncherApi;
  readonly #caller: Caller;

  constructor(options: ClientOptions = {}) {
    const caller = new Caller(options);
    this.#caller = caller;
    const method =
      <P, T>(name: string, read: ReadResult<T>) =>
      (params?: P, callOptions?: CallOptions) =>
        caller.call(name, params ?? {}, callOptions ?? {}, read);
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
    this.#caller.setApiKey(apiKey);
  }

  /** Rejects the calls in flight, and every later one, with ClosedError. The key is forgotten. */
  close(): void {
    this.#caller.close();
  }
}
