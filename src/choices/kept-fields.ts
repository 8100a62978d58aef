/** Reads what was kept of an object, of whatever shape it is by now. */
import { parsedJson } from "../domain/parsed-json.ts";

/** The fields that a text of JSON holds itself: what an object inherits is no choice of anybody. None where it is no object. */
export const readFields = (text: string | null): Readonly<Record<string, unknown>> =>
  fieldsOf(parsedJson(text));

/** The fields that a value holds itself. */
export const fieldsOf = (value: unknown): Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value)) : {};
