import { useLayoutEffect, type ReactNode } from "react";
import { Button } from "../../ui/button.tsx";
import { CopyTextButton } from "../../ui/copy-button.tsx";

interface SelectionActionsProps {
  readonly count: number;
  /** The ids, one a line. */
  readonly idsText: () => string;
  readonly onOpenOnly: () => void;
  readonly onClear: () => void;
  /** The menu that exports them. */
  readonly children: ReactNode;
}

/** What there is to do with the sessions that are selected. */
export function SelectionActions({ count, idsText, onOpenOnly, onClear, children }: SelectionActionsProps) {
  // The bar takes its height from the list's lower end: the row that was just selected must not go under it.
  useLayoutEffect(() => {
    const row = document.activeElement?.closest('[role="row"]');
    const list = row?.closest('[role="treegrid"]');
    if (!row || !list) return;
    const below = row.getBoundingClientRect().bottom - list.getBoundingClientRect().bottom;
    if (below > 0) list.scrollTop += below;
  }, []);
  return (
    <div className="acts">
      {count > 0 && (
        <>
          <CopyTextButton
            label={count === 1 ? "Copy id" : "Copy ids"}
            text={idsText}
            done={count === 1 ? "Id copied" : "Ids copied"}
          />
          <Button icon="filter" onClick={onOpenOnly}>
            {count === 1 ? "Open only this" : "Open only these"}
          </Button>
          {children}
        </>
      )}
      <Button variant="ghost" icon="close" onClick={onClear}>
        {count === 0 ? "Done" : "Clear"}
      </Button>
    </div>
  );
}
