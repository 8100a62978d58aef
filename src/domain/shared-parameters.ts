/**
 * Sessions of one model answer the same parameter definitions, which are most of an answer: equal ones become one object, so
 * that ten thousand sessions hold a few dozen. Nothing that is read of a session differs by it.
 */
import type { DebugSession } from "@decthings/api-client";
import { sameJson } from "./same.ts";

/** Gives the session with definitions that others hold too, where those are equal. */
export type Share = (wire: DebugSession) => DebugSession;

type Definitions = DebugSession["parameterDefinitions"];

/** Models come and go while a page is open for months. */
const MOST_MODELS = 500;

export function createSharing(): Share {
  /** The newest definitions of each model. */
  const held = new Map<string, Definitions>();
  /** The same for definitions that were compared before: those of one message are often one object. */
  let equal = new WeakMap<Definitions, Definitions>();
  return (wire) => {
    const { modelId, parameterDefinitions: own } = wire;
    const before = held.get(modelId);
    if (before === own) return wire;
    if (before !== undefined && (equal.get(own) === before || sameJson(before, own))) {
      equal.set(own, before);
      return { ...wire, parameterDefinitions: before };
    }
    if (held.size >= MOST_MODELS) {
      held.clear();
      equal = new WeakMap();
    }
    held.set(modelId, own);
    return wire;
  };
}
