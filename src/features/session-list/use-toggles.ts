/**
 * Rows that are opened and closed faster than all that follows from it: a row says at once what it is asked to be, and the link,
 * the list and the details come after the browser has painted that.
 */
import { type RefObject, useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { toWellFormed } from "../../domain/well-formed.ts";
import { onceShown } from "../../ui/after-paint.ts";
import { type Asked, NOTHING_ASKED } from "./asked.ts";
import type { OnToggle } from "./grid-keys.ts";

export interface TogglesInput {
  readonly asked: Asked;
  readonly setAsked: (change: (before: Asked) => Asked) => void;
  readonly scroller: RefObject<HTMLElement | null>;
  readonly onToggle: OnToggle;
  readonly onOpenPage: (id: string) => void;
}

export function useToggles({ setAsked, scroller, onToggle, onOpenPage }: TogglesInput) {
  const latest = useRef(onToggle);
  useLayoutEffect(() => {
    latest.current = onToggle;
  });
  const waiting = useRef<Parameters<OnToggle>[]>([]);
  const callOff = useRef<() => void>(undefined);
  /** Rows whose chevrons turn with the details: to begin that takes a browser as long as to paint the row. */
  const turning = useRef<HTMLElement[]>([]);
  const flush = useCallback(() => {
    callOff.current?.();
    for (const row of turning.current.splice(0)) delete row.dataset["turning"];
    const all = waiting.current;
    waiting.current = [];
    for (const one of all) latest.current(...one);
    setAsked(() => NOTHING_ASKED);
  }, [setAsked]);
  // Whoever leaves the list in between leaves it as it is.
  useEffect(() => () => callOff.current?.(), []);

  const toggle: OnToggle = (...one) => {
    const [id, open] = one;
    waiting.current.push(one);
    const row = open && scroller.current?.querySelector<HTMLElement>(`[data-session-id="${CSS.escape(id)}"]`);
    if (row) {
      row.dataset["turning"] = "";
      turning.current.push(row);
    }
    setAsked((before) => new Map(before).set(toWellFormed(id), open));
    if (waiting.current.length === 1) callOff.current = onceShown(flush);
  };
  /** What was asked of the rows belongs to the list that is left. */
  const openPage = (id: string): void => {
    if (waiting.current.length > 0) flush();
    onOpenPage(id);
  };
  return { toggle, openPage };
}
