import { Fingerprint } from "./fingerprint.tsx";
import { Glyph } from "./glyph.tsx";
import { Icon } from "./icon.tsx";
import type { MenuChoice } from "./menu-item.ts";

const ROLES = { action: "menuitem", check: "menuitemcheckbox", radio: "menuitemradio" } as const;

function Box({ kind, checked }: { readonly kind: MenuChoice["kind"]; readonly checked: boolean }) {
  if (kind === "action") return <span />;
  if (kind === "radio") return <span className={checked ? "bx rd on" : "bx rd"} />;
  return <span className={checked ? "bx on" : "bx"}>{checked && <Icon name="check" />}</span>;
}

interface MenuLineProps {
  readonly item: MenuChoice;
  readonly onChoose: (item: MenuChoice) => void;
}

/** One choice of a menu: box, picture, words, count. Focus is moved by the menu. */
export function MenuLine({ item, onChoose }: MenuLineProps) {
  const { kind, checked = false, disabled = false, glyph, icon, fingerprint, label, note, count } = item;
  return (
    <button
      type="button"
      className="mi"
      role={ROLES[kind]}
      aria-checked={kind === "action" ? undefined : checked}
      aria-disabled={disabled || undefined}
      tabIndex={-1}
      onClick={() => {
        if (!disabled) onChoose(item);
      }}
    >
      <Box kind={kind} checked={checked} />
      <span className="mark-slot">
        {glyph && <Glyph kind={glyph} size={12} />}
        {icon && <Icon name={icon} />}
        {fingerprint !== undefined && <Fingerprint path={fingerprint} />}
      </span>
      <span className="what">{label}</span>
      {(note !== undefined || count !== undefined) && <span className="t3">{note ?? count}</span>}
    </button>
  );
}
