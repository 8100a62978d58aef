/** What a method is: a check of its parameters and an answer to them. */
import * as v from "valibot";
import type { SessionFault } from "../faults.ts";
import { invalidParameter, type Reply } from "../frame.ts";
import type { State } from "../state.ts";

export interface Call {
  readonly state: State;
  /** Virtual epoch ms, the same for everything the answer says. */
  readonly t: number;
  readonly sessionFaults: readonly SessionFault[];
}

export type Method = (params: unknown, call: Call) => Reply;

/** A method whose parameters pass the schema first; a wrong one is answered with the typed `invalid_parameter`. */
export function method<S extends v.GenericSchema>(
  schema: S,
  answer: (params: v.InferOutput<S>, call: Call) => Reply,
): Method {
  return (params, call) => {
    // To valibot a list is an object too.
    if (Array.isArray(params)) return invalidParameter("params", NO_OBJECT);
    const read = v.safeParse(schema, params);
    return read.success ? answer(read.output, call) : refuse(read.issues[0]);
  };
}

/** Names the parameter (the whole of them when they are no object) and says where in it the trouble is. */
function refuse(issue: v.BaseIssue<unknown>): Reply {
  const [top, ...rest] = (issue.path ?? []).map(({ key }) => String(key));
  const where = rest.length > 0 ? `${rest.join(".")}: ` : "";
  return invalidParameter(top ?? "params", `${where}${issue.message}`);
}

const NO_OBJECT = "must be an object";

/** An object of these parameters; others beside them are ignored. */
export const object = <E extends v.ObjectEntries>(entries: E) =>
  v.object(entries, ({ expected }) => (expected === "Object" ? NO_OBJECT : "is missing"));

export const text = v.string("must be a string");
export const texts = v.array(text, "must be an array of strings");

const wholeMessage = "must be a whole number of at least 0";
export const count = v.pipe(v.number(wholeMessage), v.safeInteger(wholeMessage), v.minValue(0, wholeMessage));
