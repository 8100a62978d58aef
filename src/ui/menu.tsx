import { useEffect, useId, useRef, useState, type KeyboardEvent, type ReactNode } from "react";
import { Button } from "./button.tsx";
import type { IconName } from "./icon.tsx";
import { menuStep, type MenuChoice, type MenuItem } from "./menu-item.ts";
import { MenuLine } from "./menu-line.tsx";

interface MenuProps {
  /** The menu's name, spoken. */
  readonly label: string;
  /** The words on the button. */
  readonly button: ReactNode;
  readonly icon?: IconName | undefined;
  /** The button shows that something is chosen. */
  readonly on?: boolean | undefined;
  /** The lines. Asked for only while the menu is open. */
  readonly items: () => readonly MenuItem[];
  readonly onSelect: (id: string) => void;
  /** Which edge of the button the menu keeps to. */
  readonly align?: "start" | "end" | undefined;
  readonly className?: string | undefined;
}

const isChoice = (item: MenuItem): item is MenuChoice => item.kind !== "heading" && item.kind !== "separator";

const linesOf = (menu: HTMLElement): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>(".mi")];

/**
 * A button that opens a menu: arrows, Home, End and typing move; Enter and Space choose; Escape, Tab and a press
 * outside close. Items may change while it is open: focus stays on the same line.
 */
export function Menu({ label, button, icon, on = false, items, onSelect, align, className }: MenuProps) {
  const [open, setOpen] = useState(false);
  const trigger = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const id = useId();
  const shown = open ? items() : [];

  // Focus and presses outside are the browser's, not React's.
  useEffect(() => {
    if (!open || !menu.current) return undefined;
    const lines = linesOf(menu.current);
    const chosen = lines.find((line) => line.getAttribute("aria-checked") === "true");
    (chosen ?? lines[0])?.focus();
    const onPointerDown = ({ target }: PointerEvent): void => {
      if (!(target instanceof Node)) return;
      if (menu.current?.contains(target) || trigger.current?.contains(target)) return;
      setOpen(false);
    };
    document.addEventListener("pointerdown", onPointerDown);
    return () => document.removeEventListener("pointerdown", onPointerDown);
  }, [open]);

  const close = (): void => {
    setOpen(false);
    trigger.current?.focus();
  };

  const onMenuKey = (event: KeyboardEvent<HTMLDivElement>): void => {
    // Shortcuts of the page must not hear what is typed into a menu.
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      close();
      return;
    }
    if (event.key === "Tab") {
      // The browser moves on from the button, not from a line that is about to vanish.
      close();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const lines = linesOf(event.currentTarget);
    const index = lines.findIndex((line) => line === document.activeElement);
    const to = menuStep(
      event.key,
      index,
      shown.filter(isChoice).map((item) => item.text),
    );
    if (to === undefined) return;
    event.preventDefault();
    lines[to]?.focus();
  };

  const choose = (item: MenuChoice): void => {
    onSelect(item.id);
    if (item.kind !== "check") close();
  };

  return (
    <span className={className ? `menu-wrap ${className}` : "menu-wrap"}>
      <Button
        ref={trigger}
        variant={on ? "on" : "default"}
        icon={icon}
        trailing="down"
        aria-haspopup="menu"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        {button}
      </Button>
      {open && (
        <div
          ref={menu}
          id={id}
          className={align === "end" ? "menu end" : "menu"}
          role="menu"
          aria-label={label}
          tabIndex={-1}
          onKeyDown={onMenuKey}
        >
          {shown.map((item) => {
            if (item.kind === "separator") return <hr key={item.id} className="menu-rule" />;
            if (item.kind === "heading")
              return (
                <div key={item.id} className="menu-heading" role="presentation">
                  {item.label}
                </div>
              );
            return <MenuLine key={item.id} item={item} onChoose={choose} />;
          })}
        </div>
      )}
    </span>
  );
}
