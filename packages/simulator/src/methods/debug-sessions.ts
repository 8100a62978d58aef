/** The methods of the Debug API that list and end sessions. */
import * as v from "valibot";
import { errorReply, resultReply } from "../frame.ts";
import { bend } from "../session-faults.ts";
import { method, object, text, texts } from "./method.ts";

export const sessionNotFound = errorReply({ code: "debug_session_not_found" });

/** Ids that are not running are left out without a word, as the API does it. */
export const getDebugSessions = method(
  object({ debugSessionIds: v.optional(texts) }),
  ({ debugSessionIds }, { state, t, sessionFaults }) => {
    const sessions = bend(state.list(t, debugSessionIds), sessionFaults);
    return { json: `{"result":{"debugSessions":[${sessions.join(",")}]}}`, blobs: [] };
  },
);

export const terminateDebugSession = method(
  object({ debugSessionId: text }),
  ({ debugSessionId }, { state, t }) => {
    if (state.find(debugSessionId, t) === undefined) return sessionNotFound;
    state.obey({ kind: "terminate", debugSessionId, at: t });
    return resultReply({});
  },
);
