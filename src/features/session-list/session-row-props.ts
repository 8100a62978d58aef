import { activityOf } from "../../domain/activity.ts";
import type { KnownSession } from "../../domain/known.ts";
import { cx } from "../../ui/cx.ts";

/** Attributes of a session's row that tests and extensions rely on, with its classes. */
export function sessionRowProps(known: KnownSession, open: boolean) {
  return {
    "aria-expanded": open,
    "data-session-id": known.session.id,
    "data-activity": activityOf(known),
    className: cx("row", open && "is-open", known.ended && "is-ended"),
  };
}
