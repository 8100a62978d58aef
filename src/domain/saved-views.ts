/** Views of the list that a person gave a name, and how they are written down. Names are theirs: any text. */
import { parsedJson } from "./parsed-json.ts";

export interface SavedView {
  /** Which view it is: no two have the same. */
  readonly name: string;
  /** The query part of its link, in its canonical form: `""`, or with its leading `?`. */
  readonly query: string;
}

/** In the order in which they were saved. */
export type SavedViews = readonly SavedView[];

export const MOST_VIEWS = 100;
const LONGEST_NAME = 100;

/** A name as it is kept: one line without blanks around it, at most 100 characters. Empty: no name. */
export function viewName(typed: string): string {
  const line = typed.normalize("NFC").replace(/\s+/gu, " ").trim();
  return Array.from(line.slice(0, LONGEST_NAME * 2))
    .slice(0, LONGEST_NAME)
    .join("")
    .trimEnd();
}

export const findView = (views: SavedViews, name: string): SavedView | undefined =>
  views.find((view) => view.name === name);

/** The first that is the view with this query. */
export const viewWith = (views: SavedViews, query: string): SavedView | undefined =>
  views.find((view) => view.query === query);

/** With this view: in the place of the one of its name, else at the end. Where there are as many as there may be, as before. */
export function withView(views: SavedViews, view: SavedView): SavedViews {
  if (findView(views, view.name)) return views.map((other) => (other.name === view.name ? view : other));
  return views.length < MOST_VIEWS ? [...views, view] : views;
}

export const withoutView = (views: SavedViews, name: string): SavedViews =>
  views.filter((view) => view.name !== name);

/** With another name, in the same place; as before where that is another view's. */
export const withRenamed = (views: SavedViews, from: string, to: string): SavedViews =>
  findView(views, to) ? views : views.map((view) => (view.name === from ? { ...view, name: to } : view));

/** With a view that was taken out put back in its place; as before where its name has been given again. */
export function withRestored(views: SavedViews, view: SavedView, at: number): SavedViews {
  if (findView(views, view.name) || views.length >= MOST_VIEWS) return views;
  return [...views.slice(0, at), view, ...views.slice(at)];
}

export const encodeViews = (views: SavedViews): string =>
  JSON.stringify(views.map(({ name, query }) => ({ name, query })));

/**
 * Reads what was kept, of whatever shape: an entry that is no view is left out, and so are a second of one name and those
 * beyond 100.
 * @param canonical the query as this program writes it
 */
export function decodeViews(text: string | null, canonical: (query: string) => string): SavedViews {
  const kept: unknown = parsedJson(text);
  const entries: readonly unknown[] = Array.isArray(kept) ? kept : [];
  let views: SavedViews = [];
  for (const entry of entries) {
    const view = readView(entry, canonical);
    if (view && !findView(views, view.name)) views = withView(views, view);
  }
  return views;
}

function readView(entry: unknown, canonical: (query: string) => string): SavedView | undefined {
  if (typeof entry !== "object" || entry === null || !("name" in entry) || !("query" in entry))
    return undefined;
  const { name, query } = entry;
  if (typeof name !== "string" || typeof query !== "string" || viewName(name) === "") return undefined;
  return { name: viewName(name), query: canonical(query) };
}
