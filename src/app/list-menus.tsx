import type { ComponentProps } from "react";
import { useKept } from "../choices/use-kept.ts";
import { VIEWS_SLOT } from "../features/saved-views/slot.ts";
import { Menu } from "../ui/menu.tsx";
import { ToolLines, ViewName } from "./parts.tsx";

interface ListMenusProps extends Omit<ComponentProps<typeof ToolLines>, "of" | "onClose"> {
  /** A person has begun to use the page. */
  readonly isTouched: boolean;
}

/** What can be done with the list as a whole: saved views and exports. */
export function ListMenus({ isTouched, ...about }: ListMenusProps) {
  const isKept = useKept(VIEWS_SLOT);
  return (
    <span className="tools">
      <Menu
        opens="dialog"
        align="end"
        button={
          <>
            <span className="word">Views</span>
            {(isTouched || isKept) && <ViewName />}
          </>
        }
        renderList={(close) => <ToolLines of="views" {...about} onClose={close} />}
      />
      <Menu
        align="end"
        button="Export"
        renderList={(close) => <ToolLines of="export" {...about} onClose={close} />}
      />
    </span>
  );
}
