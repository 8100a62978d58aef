import { useEffect, useRef, useState, type KeyboardEvent } from "react";
import { useSearch } from "wouter/use-browser-location";
import { MOST_VIEWS, viewWith, withoutView, withRestored, type SavedView } from "../../domain/saved-views.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { Plain } from "../../ui/hostile-text.tsx";
import { SaveView } from "./save-view.tsx";
import { ViewLine } from "./view-line.tsx";
import { changeViews, useViews, viewQuery } from "./views-store.ts";

interface ViewsPanelProps {
  /** Closes the panel and gives the focus back. */
  readonly onClose: () => void;
}

interface Deleted {
  readonly view: SavedView;
  /** Where it stood. */
  readonly at: number;
}

/** What the button "Views" opens: the saved views as links, what can be done with each, and a way to save the present one. */
export function ViewsPanel({ onClose }: ViewsPanelProps) {
  const panel = useRef<HTMLDivElement>(null);
  const views = useViews();
  const query = viewQuery(useSearch());
  const present = viewWith(views, query);
  const [edited, setEdited] = useState<string>();
  const [deleted, setDeleted] = useState<Deleted>();

  // Focus is the browser's, not React's. What had it may be gone with what it did.
  useEffect(() => {
    const find = (selector: string) => panel.current?.querySelector<HTMLElement>(selector);
    (find("[aria-current]") ?? find("a, input"))?.focus();
  }, []);
  useEffect(() => {
    if (deleted) panel.current?.querySelector<HTMLElement>(".deleted button")?.focus();
  }, [deleted]);
  const edit = (name: string | undefined) => {
    setEdited(name);
    if (name === undefined) panel.current?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    // Shortcuts of the page must not hear what is typed here.
    event.stopPropagation();
    if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onClose();
  };
  const remove = (view: SavedView) => {
    setDeleted({ view, at: views.indexOf(view) });
    setEdited(undefined);
    changeViews((before) => withoutView(before, view.name));
  };
  const restore = ({ view, at }: Deleted) => {
    setDeleted(undefined);
    changeViews((before) => withRestored(before, view, at));
    panel.current?.querySelector("input")?.focus();
  };

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- keys of what is in it pass here
    <div
      ref={panel}
      className="views"
      role="dialog"
      aria-label="Saved views"
      tabIndex={-1}
      onKeyDown={onKeyDown}
    >
      <header className="only-m">
        <h2>Saved views</h2>
        <IconButton icon="close" label="Close" onClick={onClose} />
      </header>
      {views.length > 0 && (
        <ul aria-label="Saved views">
          {views.map((view) => (
            <ViewLine
              key={view.name}
              view={view}
              query={query}
              isPresent={view === present}
              isEdited={edited === view.name}
              onEdit={edit}
              onDelete={() => remove(view)}
              onFollow={onClose}
            />
          ))}
        </ul>
      )}
      {deleted && (
        <p role="status" className="deleted">
          <span>Deleted</span> <Plain text={deleted.view.name} />
          <Button variant="ghost" onClick={() => restore(deleted)}>
            Undo
          </Button>
        </p>
      )}
      {views.length < MOST_VIEWS ? (
        <SaveView query={query} views={views} />
      ) : (
        <p className="note">{MOST_VIEWS} views are the most that are kept. Delete one to save another.</p>
      )}
    </div>
  );
}
