import { useEffect, useRef, type KeyboardEvent } from "react";
import { menuStep, type MenuChoice, type MenuItem } from "./menu-item.ts";
import { MenuLine } from "./menu-line.tsx";

interface MenuListProps {
  /** The menu's name, spoken. */
  readonly label: string;
  readonly items: readonly MenuItem[];
  readonly onSelect: (id: string) => void;
  /** Closes the menu and gives the focus back. */
  readonly onClose: () => void;
}

const isChoice = (item: MenuItem): item is MenuChoice => item.kind !== "heading" && item.kind !== "separator";

const linesOf = (menu: HTMLElement): HTMLElement[] => [...menu.querySelectorAll<HTMLElement>(".mi")];

/**
 * The lines of an open `Menu`: arrows, Home, End and typing move; Enter and Space choose; Escape and Tab close. Items may
 * change while it is open: focus stays on the same line.
 */
export function MenuList({ label, items, onSelect, onClose }: MenuListProps) {
  const menu = useRef<HTMLDivElement>(null);

  // Focus is the browser's, not React's.
  useEffect(() => {
    if (!menu.current) return;
    const lines = linesOf(menu.current);
    const chosen = lines.find((line) => line.getAttribute("aria-checked") === "true");
    (chosen ?? lines[0])?.focus();
  }, []);

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    // Shortcuts of the page must not hear what is typed into a menu.
    event.stopPropagation();
    if (event.key === "Escape") {
      event.preventDefault();
      onClose();
      return;
    }
    if (event.key === "Tab") {
      // The browser moves on from the button, not from a line that is about to vanish.
      onClose();
      return;
    }
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const lines = linesOf(event.currentTarget);
    const index = lines.findIndex((line) => line === document.activeElement);
    const to = menuStep(
      event.key,
      index,
      items.filter(isChoice).map((item) => item.text),
    );
    if (to === undefined) return;
    event.preventDefault();
    lines[to]?.focus();
  };

  const choose = (item: MenuChoice): void => {
    onSelect(item.id);
    if (item.kind !== "check") onClose();
  };

  return (
    <div ref={menu} role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKeyDown}>
      {items.map((item) => {
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
  );
}
