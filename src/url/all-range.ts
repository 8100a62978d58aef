/** The range of the views of all sessions, which keys change too. */
import { timeRangeField } from "./time-range-field.ts";

export const allRange = timeRangeField("3h");
