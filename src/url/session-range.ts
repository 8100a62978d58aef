/** The range of a session's page, which keys change too. All of it: the page fits the session. */
import { timeRangeField } from "./time-range-field.ts";

export const sessionRange = timeRangeField("all");
