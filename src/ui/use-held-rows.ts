import { type FocusEvent, useEffect, useMemo, useState } from "react";
import { createCell } from "./cell.ts";
import { hasFocus } from "./engaged.ts";
import { createHeldRows } from "./held-rows.ts";
import type { LaneRow } from "./lane-grid.tsx";

/**
 * The rows, but nothing moves under a pointer or the focus. Who comes or goes makes nothing render by itself: it counts when other rows
 * come, and when those that waited may.
 * @param asked the same object while the reader asks for the same
 */
export function useHeldRows<Row extends LaneRow>(wanted: readonly Row[], asked: object) {
  const [holdRows] = useState(createHeldRows<Row>);
  const [pointed] = useState(createCell<true>);
  /** What had the focus in it last: where that is now only the document knows, for what is taken away loses it without a word. */
  const [focused] = useState(createCell<Element>);
  const [letGoOf, setLetGoOf] = useState<readonly Row[]>();
  const isAtRows = () => {
    const place = focused.now();
    return pointed.now() === true || (place !== undefined && hasFocus(place));
  };
  const isHeld = isAtRows() && letGoOf !== wanted;
  const { rows, waiting } = useMemo(() => holdRows(wanted, asked, isHeld), [holdRows, wanted, asked, isHeld]);
  const letGo = () => setLetGoOf(wanted);
  const look = () => {
    // oxlint-disable-next-line react/set-state-in-effect -- where pointer and focus are is the document's, and known once that has changed
    if (rows !== wanted && !isAtRows()) letGo();
  };
  // What was rendered while somebody was here may be committed after they left, and what had the focus may be gone with it.
  useEffect(look);
  return {
    rows,
    waiting,
    letGo,
    hold: {
      onPointerEnter: () => pointed.set(true),
      onPointerLeave: () => {
        pointed.set(undefined);
        look();
      },
      // The part itself has it where what had it is gone (`lost-focus.ts`): nobody is at a row then.
      onFocus: ({ target, currentTarget }: FocusEvent) =>
        focused.set(target === currentTarget ? undefined : currentTarget),
      // The focus is elsewhere only after the event.
      onBlur: () => queueMicrotask(look),
    },
  };
}
