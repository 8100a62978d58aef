import { useEffect, useId, useRef, useState, type FocusEvent, type ReactNode } from "react";
import { Button } from "./button.tsx";
import type { IconName } from "./icon.tsx";
import { keepInView } from "./keep-in-view.ts";
import { NARROW } from "./use-media.ts";

interface MenuProps {
  /** The words on the button. */
  readonly button: ReactNode;
  readonly icon?: IconName | undefined;
  /** The button shows that something is chosen. */
  readonly on?: boolean | undefined;
  /** What it opens, a `MenuList` unless `opens` says otherwise. Asked for only while it is open; it takes the focus when it is there. */
  readonly renderList: (close: () => void) => ReactNode;
  readonly opens?: "dialog" | undefined;
  /** The pointer or the focus is on the button: it may be pressed next. */
  readonly onNear?: (() => void) | undefined;
  /** Which edge of the button the menu keeps to. */
  readonly align?: "start" | "end" | undefined;
}

/**
 * A button that opens a menu. Escape, a press outside and focus that goes elsewhere close it. The list may come later than
 * the press, or not at all: until it is there, the keys are the button's.
 */
export function Menu({ button, icon, on = false, renderList, opens, onNear, align }: MenuProps) {
  const [open, setOpen] = useState(false);
  const [trigger, setTrigger] = useState<HTMLElement | null>(null);
  const wrap = useRef<HTMLSpanElement>(null);
  const id = useId();

  // Presses outside are the browser's, not React's.
  useEffect(() => {
    if (!open) return undefined;
    const ending = new AbortController();
    const { signal } = ending;
    const onPointerDown = ({ target }: PointerEvent): void => {
      if (target instanceof Node && !wrap.current?.contains(target)) setOpen(false);
    };
    document.addEventListener("pointerdown", onPointerDown, { signal });
    // On a screen of the other kind the button stands elsewhere, or in a sheet that is closed.
    matchMedia(NARROW).addEventListener("change", () => setOpen(false), { signal });
    return () => ending.abort();
  }, [open]);

  const close = (): void => {
    setOpen(false);
    trigger?.focus();
  };

  /** Whoever moves on before the list is there must not be called back by it. */
  const closeBehind = ({ currentTarget, relatedTarget }: FocusEvent): void => {
    if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) setOpen(false);
  };

  return (
    <span ref={wrap} className="menu-wrap" onBlur={closeBehind}>
      <Button
        ref={setTrigger}
        variant={on ? "on" : "default"}
        icon={icon}
        trailing="down"
        aria-haspopup={opens ?? "menu"}
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onPointerEnter={onNear}
        onFocus={onNear}
        onKeyDown={(event) => {
          const { key } = event;
          if (key !== "ArrowDown" && key !== "ArrowUp" && (key !== "Escape" || !open)) return;
          event.preventDefault();
          setOpen(key !== "Escape");
        }}
      >
        {button}
      </Button>
      {open && (
        <div ref={keepInView} id={id} className={align === "end" ? "menu end" : "menu"}>
          {renderList(close)}
        </div>
      )}
    </span>
  );
}
