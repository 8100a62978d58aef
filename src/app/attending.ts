import { useEffect } from "react";
import { type SeenLook, useLook } from "../features/since/use-look.ts";
import { markActing } from "../ui/acting.ts";
import { eachAtRest } from "../ui/at-rest.ts";
import { keepInStep } from "../ui/in-step.ts";
import { findLostFocus } from "../ui/lost-focus.ts";

interface AttendingProps {
  /** Told at first, and of each change: whether somebody looks. */
  readonly onLook: (look: SeenLook) => void;
  /** What a person who has begun to use the page may want next: it is fetched, one by one, each once the page is at rest. */
  readonly next: readonly (() => void)[] | undefined;
}

/** Goes by what the person before the page does. Draws nothing. */
export function Attending({ onLook, next }: AttendingProps) {
  const look = useLook();
  useEffect(() => onLook(look), [look, onLook]);
  // An effect, because what somebody does reaches the document.
  useEffect(markActing, []);
  useEffect(keepInStep, []);
  useEffect(findLostFocus, []);
  useEffect(() => (next ? eachAtRest(next) : undefined), [next]);
  return null;
}
