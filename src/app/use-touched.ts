import { useEffect, useState } from "react";
import { afterPaint } from "../ui/after-paint.ts";

const FIRST_SIGNS = ["pointermove", "pointerdown", "keydown", "focusin"] as const;

/**
 * Whether a person has begun to use the page. What only their pointer or keys can ask for is fetched from then on, so
 * that the first view loads nothing for it and the first press finds it there.
 */
export function useTouched(): boolean {
  const [touched, setTouched] = useState(false);
  useEffect(() => {
    const ending = new AbortController();
    let callOff: (() => void) | undefined;
    const touch = () => {
      ending.abort();
      // What was pressed comes first.
      callOff = afterPaint(() => setTouched(true));
    };
    for (const sign of FIRST_SIGNS) addEventListener(sign, touch, { signal: ending.signal });
    return () => {
      ending.abort();
      callOff?.();
    };
  }, []);
  return touched;
}
