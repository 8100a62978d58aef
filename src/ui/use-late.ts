import { useEffect, useState } from "react";

/** An answer that comes sooner is not kept waiting by rows that would only flash. Ms. */
const PATIENCE_MS = 400;

/** Whether what is waited for is late. */
export function useLate(): boolean {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(setLate, PATIENCE_MS, true);
    return () => clearTimeout(timer);
  }, []);
  return isLate;
}
