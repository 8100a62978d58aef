import { act, fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it, vi } from "vitest";
import { NO_FILTER } from "../../domain/filter.ts";
import { knownSession } from "../../domain/known-fixture.ts";
import type { ListView } from "../../url/list-params.ts";
import { FacetMenus } from "./facet-menus.tsx";

const VIEW: ListView = {
  ...NO_FILTER,
  sort: "-started",
  group: "none",
  open: [],
  folded: [],
  range: { kind: "last", name: "3h" },
  paused: false,
};
const RACK = knownSession({ id: "a", modelId: "model-one", on: { launcher: "temporary" } });
const IDLE = knownSession({ id: "b", modelId: "model-two" });

/** The menus over two sessions, which count how often somebody goes through them. */
function show(changes: Partial<ListView> = {}) {
  const passes = { count: 0 };
  const sessions = [RACK, IDLE];
  Object.defineProperty(sessions, Symbol.iterator, {
    value: function* pass() {
      passes.count += 1;
      yield RACK;
      yield IDLE;
    },
  });
  const change = vi.fn<(changes: Partial<ListView>) => void>();
  const view = { ...VIEW, ...changes };
  const menus = () => <FacetMenus view={view} change={change} sessions={sessions} />;
  const { rerender } = render(menus());
  return { passes, change, renderAgain: () => rerender(menus()) };
}

const open = (name: RegExp) => fireEvent.click(screen.getByRole("button", { name }));

describe("the filters' menus", () => {
  it("count nothing while none is open, however near the pointer is", async () => {
    const { passes, renderAgain } = show();
    fireEvent.pointerEnter(screen.getByRole("button", { name: "State" }));
    screen.getByRole("button", { name: "State" }).focus();
    renderAgain();
    // What the menus open has come by then, and counts for a menu that is opened.
    await import("./filter-lines.tsx");
    await act(async () => {});
    expect(passes.count).toBe(0);
  });

  it("count once for each answer while one is open", async () => {
    const { passes, renderAgain } = show();
    open(/^Model/);
    await screen.findByRole("menu", { name: "Model" });
    renderAgain();
    renderAgain();
    expect(passes.count).toBe(1);
    expect(screen.getAllByRole("menuitemcheckbox").map(({ textContent }) => textContent)).toEqual([
      "model-on1",
      "model-tw1",
    ]);
  });

  it("group the digits of a large count", async () => {
    const many = Array.from({ length: 10_000 }, () => IDLE);
    render(<FacetMenus view={VIEW} change={() => undefined} sessions={many} />);
    open(/^Model/);
    expect((await screen.findByRole("menuitemcheckbox")).textContent).toBe("model-tw10\u202f000");
  });

  it("name what is chosen, and tell a launcher from a kind that is spelt alike", async () => {
    const { change } = show({ launcher: ["temporary"] });
    open(/^Location: temporar$/);
    fireEvent.click(await screen.findByRole("menuitemcheckbox", { name: /^Temporary/ }));
    expect(change).toHaveBeenLastCalledWith({ location: ["temporary"] });
    fireEvent.click(screen.getByRole("menuitemcheckbox", { name: /^temporar/ }));
    expect(change).toHaveBeenLastCalledWith({ launcher: [] });
  });

  it("tell several choices by their number", () => {
    show({ state: ["running", "idle"] });
    expect(screen.getByRole("button", { name: "State: 2" })).toBeDefined();
  });
});
