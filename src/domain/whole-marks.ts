/** The marks of a time axis over what is counted of all sessions together: it tells where these are not all known any more. */
import { formatMoment } from "./format-time.ts";
import type { Known } from "./known.ts";
import { timeMarks, type TimeMarks, type TimeMarksInput } from "./time-marks.ts";
import { wholeStretches } from "./whole-stretches.ts";

/** As `timeMarks`; time of which sessions were let go is washed as time before watching is, and says why. */
export function wholeMarks({
  wholeFrom,
  watched,
  ...input
}: TimeMarksInput & Pick<Known, "wholeFrom">): TimeMarks {
  const marks = timeMarks({ ...input, watched: wholeStretches({ watched, wholeFrom }) });
  const first = watched[0]?.from;
  if (wholeFrom === undefined || first === undefined || first >= wholeFrom) return marks;
  const title = `Sessions that ended before ${formatMoment(wholeFrom, input.today, input.zone)} are not in this picture`;
  const washes = marks.washes.map((wash) => (wash.kind === "before-watching" ? { ...wash, title } : wash));
  // Somebody watched before that: the eye would say otherwise.
  return { ...marks, washes, eye: undefined };
}
