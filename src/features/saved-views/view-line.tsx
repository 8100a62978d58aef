import { useId, useState } from "react";
import { findView, viewName, withRenamed, withView, type SavedView } from "../../domain/saved-views.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { CopyButton } from "../../ui/copy-button.tsx";
import { TextField } from "../../ui/field.tsx";
import { Plain } from "../../ui/hostile-text.tsx";
import { titleText } from "../../ui/visible-text.ts";
import { absolute } from "../../url/absolute.ts";
import { Link } from "../../url/link.tsx";
import { changeViews, useViews } from "./views-store.ts";

interface ViewLineProps {
  readonly view: SavedView;
  /** The present view. */
  readonly query: string;
  /** The view is the present one. */
  readonly isPresent: boolean;
  readonly isEdited: boolean;
  /** With its name: opens what can be done with it; undefined closes that. */
  readonly onEdit: (name: string | undefined) => void;
  readonly onDelete: () => void;
  /** After its link was followed. */
  readonly onFollow: () => void;
}

/** A saved view: a link that leads to it, its link to copy, and what else can be done with it. */
export function ViewLine(props: ViewLineProps) {
  const { view, isPresent, isEdited, onEdit, onFollow } = props;
  const { name, query } = view;
  const id = useId();
  const spoken = titleText(name);
  return (
    <li>
      <div className="view-line">
        <Link to={`/${query}`} aria-current={isPresent ? "true" : undefined} onClick={() => onFollow()}>
          <Plain text={name} />
        </Link>
        <CopyButton
          shown
          text={() => absolute(`/${query}`)}
          label={`Copy link to view ${spoken}`}
          done="Link copied"
          note="opens this view"
        />
        <IconButton
          icon="down"
          label={`Change view ${spoken}`}
          aria-expanded={isEdited}
          aria-controls={isEdited ? id : undefined}
          onClick={() => onEdit(isEdited ? undefined : name)}
        />
      </div>
      {isEdited && <ViewEdit {...props} id={id} />}
    </li>
  );
}

function ViewEdit({ view, query, onEdit, onDelete, id }: ViewLineProps & { readonly id: string }) {
  const views = useViews();
  const [typed, setTyped] = useState(view.name);
  const name = viewName(typed);
  const isTaken = name !== view.name && findView(views, name) !== undefined;
  const rename = () => {
    if (name === "" || isTaken) return;
    changeViews((before) => withRenamed(before, view.name, name));
    onEdit(undefined);
  };
  const update = () => {
    changeViews((before) => withView(before, { ...view, query }), "View updated");
    onEdit(undefined);
  };
  return (
    <form
      id={id}
      className="view-edit"
      onSubmit={(event) => {
        event.preventDefault();
        rename();
      }}
    >
      <TextField
        label="New name"
        maxLength={200}
        value={typed}
        invalid={isTaken}
        aria-describedby={`${id}-note`}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" disabled={name === "" || name === view.name || isTaken}>
        Rename
      </Button>
      <p id={`${id}-note`} role="status" className="note">
        {isTaken && "Another view has this name."}
      </p>
      <span className="acts">
        <Button disabled={query === view.query} onClick={update}>
          Update to the present view
        </Button>
        <Button variant="ghost" onClick={onDelete}>
          Delete
        </Button>
      </span>
    </form>
  );
}
