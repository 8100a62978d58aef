import { useState } from "react";
import { findView, viewName, viewWith, withView, type SavedViews } from "../../domain/saved-views.ts";
import { Button } from "../../ui/button.tsx";
import { TextField } from "../../ui/field.tsx";
import { changeViews } from "./views-store.ts";

interface SaveViewProps {
  /** The present view. */
  readonly query: string;
  readonly views: SavedViews;
}

/** A name for the present view, and a button that saves it. A name there is already is updated, and the button says so. */
export function SaveView({ query, views }: SaveViewProps) {
  const [typed, setTyped] = useState("");
  const name = viewName(typed);
  const other = findView(views, name);
  const isSaved = viewWith(views, query) !== undefined;
  const save = () => {
    if (name === "") return;
    changeViews((before) => withView(before, { name, query }), other ? "View updated" : "View saved");
    setTyped("");
  };
  return (
    <form
      className="save-view"
      onSubmit={(event) => {
        event.preventDefault();
        save();
        // The button has nothing to save now, and what is disabled hears no key.
        event.currentTarget.querySelector("input")?.focus();
      }}
    >
      <TextField
        label="Name for this view"
        placeholder={isSaved ? "Save under another name" : "Name this view"}
        maxLength={200}
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      <Button type="submit" disabled={name === ""}>
        {other ? "Update" : "Save"}
      </Button>
      <p className="note">Filters, order, grouping and time range, in this browser.</p>
    </form>
  );
}
