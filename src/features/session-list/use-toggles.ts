/**
 * Rows that are opened and closed faster than all that follows from it: a row says at once what it is asked to be, and the link,
 * the list and the details come after the browser has painted that.
 */
import { useCallback, useEffect, useLayoutEffect, useRef } from "react";
import { toWellFormed } from "../../domain/well-formed.ts";
import { afterPaint } from "../../ui/after-paint.ts";
import { type Asked, NOTHING_ASKED } from "./asked.ts";
import type { OnToggle } from "./grid-keys.ts";

export interface TogglesInput {
  readonly asked: Asked;
  readonly setAsked: (change: (before: Asked) => Asked) => void;
  readonly onToggle: OnToggle;
  readonly onOpenPage: (id: string) => void;
}

export function useToggles({ setAsked, onToggle, onOpenPage }: TogglesInput) {
  const latest = useRef(onToggle);
  useLayoutEffect(() => {
    latest.current = onToggle;
  });
  const waiting = useRef<Parameters<OnToggle>[]>([]);
  const callOff = useRef<() => void>(undefined);
  const flush = useCallback(() => {
    callOff.current?.();
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
    setAsked((before) => new Map(before).set(toWellFormed(id), open));
    if (waiting.current.length === 1) callOff.current = afterPaint(flush);
  };
  /** What was asked of the rows belongs to the list that is left. */
  const openPage = (id: string): void => {
    if (waiting.current.length > 0) flush();
    onOpenPage(id);
  };
  return { toggle, openPage };
}
