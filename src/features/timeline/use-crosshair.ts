/** A line under the pointer through all lanes, with its time on the axis. Written to the document: it moves with each pixel. */
import { useEffect, useRef, type RefObject } from "react";
import { formatMoment } from "../../domain/format-time.ts";
import type { Window } from "../../domain/window.ts";
import type { Zone } from "../../domain/zone.ts";
import { pageNow } from "../../ui/tick.ts";

interface Crosshair {
  readonly field: RefObject<HTMLElement | null>;
  /** As wide as the window. */
  readonly axis: RefObject<HTMLElement | null>;
  readonly line: RefObject<HTMLElement | null>;
  readonly label: RefObject<HTMLElement | null>;
  readonly zone: Zone;
  /** What is in view at this moment. */
  readonly view: () => Window;
}

export function useCrosshair(crosshair: Crosshair): void {
  const latest = useRef(crosshair);
  useEffect(() => {
    latest.current = crosshair;
  });
  const { field } = crosshair;
  useEffect(() => {
    const element = field.current;
    if (!element) return undefined;
    const show = (clientX: number | undefined) => {
      const { axis, line, label, zone, view } = latest.current;
      const box = axis.current?.getBoundingClientRect();
      const x = box && clientX !== undefined ? (clientX - box.left) / box.width : -1;
      const isOver = x >= 0 && x <= 1;
      if (line.current) {
        line.current.hidden = !isOver;
        line.current.style.setProperty("--x", String(x));
      }
      if (!label.current) return;
      label.current.hidden = !isOver;
      if (!isOver) return;
      const { from, to } = view();
      label.current.style.setProperty("--x", String(x));
      label.current.textContent = formatMoment(from + x * (to - from), pageNow(), zone);
    };
    const onMove = ({ clientX, pointerType }: PointerEvent) =>
      show(pointerType === "mouse" ? clientX : undefined);
    const onLeave = () => show(undefined);
    element.addEventListener("pointermove", onMove);
    element.addEventListener("pointerleave", onLeave);
    return () => {
      element.removeEventListener("pointermove", onMove);
      element.removeEventListener("pointerleave", onLeave);
    };
  }, [field]);
}
