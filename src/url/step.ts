import { navigate } from "wouter/use-browser-location";
import { keepStep } from "./before-step.ts";
import { flag } from "./codec.ts";
import { single, readView, writeView } from "./view.ts";

/** What belongs to the watching and not to one view: it stays from view to view. */
export const carried = { paused: single("paused", flag) };

/** The path with what stays from view to view, as the present search string has it; a copied link has none of it. */
export function carry(to: string, search: string): string {
  const { paused } = readView(carried, search).view;
  if (!paused) return to;
  const [path = "", query = ""] = to.split("?", 2);
  return path + writeView(carried, query === "" ? "" : `?${query}`, { paused });
}

/** Goes to a view of the dashboard, as a step of its own in the history. */
export function stepTo(to: string): void {
  keepStep();
  navigate(carry(to, location.search));
}
