/** The list call alone, for a page that makes no other on its own, makes it all day, and must load little. */
import { Caller } from "./caller.ts";
import { createComingSessions, readDebugSessions } from "./decode/sessions.ts";
import type { ClientOptions, DebugApi } from "./types.ts";

/**
 * As `DecthingsClient`, and it reads an answer while that comes. Sessions of a model may share their `parameterDefinitions`, from one
 * answer to the next too.
 */
export class DebugSessionsClient {
  readonly debug: Pick<DebugApi, "getDebugSessions">;
  readonly close: () => void;

  constructor(options: ClientOptions = {}) {
    const caller = new Caller(options);
    const comingSessions = createComingSessions();
    this.debug = {
      getDebugSessions: (params, callOptions) =>
        caller.call(
          "Debug/getDebugSessions",
          params ?? {},
          callOptions ?? {},
          readDebugSessions,
          comingSessions(),
        ),
    };
    this.close = () => caller.close();
  }
}
