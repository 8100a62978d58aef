/** The two methods that only a WebSocket has: they concern the socket they come by. */
import { errorReply, resultReply } from "../frame.ts";
import type { Subscriptions } from "../subscriptions.ts";
import { sessionNotFound } from "./debug-sessions.ts";
import { method, object, text, type Method } from "./method.ts";

const named = object({ debugSessionId: text });

export function subscriptionMethods(subscriptions: Subscriptions): [name: string, Method][] {
  return [
    [
      "Debug/subscribeToEvents",
      method(named, ({ debugSessionId }, { state, t }) => {
        const life = state.find(debugSessionId, t);
        if (life === undefined) return sessionNotFound;
        subscriptions.add(life, t);
        return resultReply({});
      }),
    ],
    [
      "Debug/unsubscribeFromEvents",
      method(named, ({ debugSessionId }) =>
        subscriptions.remove(debugSessionId) ? resultReply({}) : errorReply({ code: "not_subscribed" }),
      ),
    ],
  ];
}
