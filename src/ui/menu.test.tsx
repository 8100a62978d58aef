import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import type { MenuItem } from "./menu-item.ts";
import { MenuList } from "./menu-list.tsx";
import { Menu } from "./menu.tsx";
import { onDemand } from "./on-demand.tsx";

const ITEMS: readonly MenuItem[] = [
  { kind: "heading", id: "h", label: "Activity" },
  { kind: "check", id: "running", label: "Training", text: "Training", count: "13" },
  { kind: "check", id: "idle", label: "Idle", text: "Idle", checked: true, count: "3" },
  { kind: "separator", id: "rule" },
  { kind: "action", id: "clear", label: "Clear", text: "Clear" },
  { kind: "action", id: "off", label: "Off", text: "Off", disabled: true },
];

let chosen: string[] = [];
let asked = 0;

beforeEach(() => {
  chosen = [];
  asked = 0;
  const renderList = (close: () => void) => {
    asked += 1;
    return <MenuList label="State" items={ITEMS} onSelect={(id) => chosen.push(id)} onClose={close} />;
  };
  render(<Menu button="State" renderList={renderList} />);
});

const trigger = () => screen.getByRole("button", { name: "State" });
const open = () => fireEvent.click(trigger());
const press = (key: string) => {
  if (!document.activeElement) throw new Error("nothing has focus");
  return fireEvent.keyDown(document.activeElement, { key });
};

describe("a menu", () => {
  it("is closed until its button is pressed, and says which it is", () => {
    expect(screen.queryByRole("menu")).toBeNull();
    expect(trigger().getAttribute("aria-expanded")).toBe("false");
    open();
    expect(screen.getByRole("menu", { name: "State" })).toBeTruthy();
    expect(trigger().getAttribute("aria-expanded")).toBe("true");
  });

  it("asks for its lines only while it is open", () => {
    expect(asked).toBe(0);
    open();
    expect(asked).toBeGreaterThan(0);
    press("Escape");
    const before = asked;
    fireEvent.keyDown(trigger(), { key: "x" });
    expect(asked).toBe(before);
  });

  it("opens on the line that is checked", () => {
    open();
    expect(document.activeElement).toBe(screen.getByRole("menuitemcheckbox", { name: /Idle/ }));
  });

  it("opens with the arrow key as well", () => {
    trigger().focus();
    press("ArrowDown");
    expect(screen.getByRole("menu")).toBeTruthy();
  });

  it("moves with arrows past headings and rules", () => {
    open();
    press("ArrowDown");
    expect(document.activeElement).toBe(screen.getByRole("menuitem", { name: "Clear" }));
    press("Home");
    expect(document.activeElement).toBe(screen.getByRole("menuitemcheckbox", { name: /Training/ }));
  });

  it("stays open when a box is ticked, so that several can be", () => {
    open();
    fireEvent.click(screen.getByRole("menuitemcheckbox", { name: /Training/ }));
    expect(chosen).toEqual(["running"]);
    expect(screen.queryByRole("menu")).not.toBeNull();
  });

  it("closes on an action and gives focus back to its button", () => {
    open();
    fireEvent.click(screen.getByRole("menuitem", { name: "Clear" }));
    expect(chosen).toEqual(["clear"]);
    expect(screen.queryByRole("menu")).toBeNull();
    expect(document.activeElement).toBe(trigger());
  });

  it("does nothing on a disabled line", () => {
    open();
    fireEvent.click(screen.getByRole("menuitem", { name: "Off" }));
    expect(chosen).toEqual([]);
  });

  it("closes on Escape and gives focus back", () => {
    open();
    press("Escape");
    expect(screen.queryByRole("menu")).toBeNull();
    expect(document.activeElement).toBe(trigger());
  });

  it("closes on a press outside, not on one inside", () => {
    open();
    fireEvent.pointerDown(screen.getByRole("menuitemcheckbox", { name: /Idle/ }));
    expect(screen.queryByRole("menu")).not.toBeNull();
    fireEvent.pointerDown(document.body);
    expect(screen.queryByRole("menu")).toBeNull();
  });

  it("keeps keys to itself, so that shortcuts of the page do not hear them", () => {
    const heard: string[] = [];
    const listener = (event: KeyboardEvent) => heard.push(event.key);
    document.body.addEventListener("keydown", listener);
    open();
    press("p");
    document.body.removeEventListener("keydown", listener);
    expect(heard).toEqual([]);
  });
});

const Lines = ({ onClose }: { readonly onClose: () => void }) => (
  <MenuList label="State" items={ITEMS} onSelect={() => undefined} onClose={onClose} />
);

describe("a menu whose list is fetched", () => {
  let fetches: { readonly resolve: (part: typeof Lines) => void; readonly reject: (why: Error) => void }[] =
    [];

  beforeEach(() => {
    cleanup();
    fetches = [];
    const list = onDemand(
      () => new Promise<typeof Lines>((resolve, reject) => fetches.push({ resolve, reject })),
      (part) => part,
      { waiting: null },
    );
    render(
      <>
        <Menu button="State" renderList={(close) => <list.Show onClose={close} />} onNear={list.prepare} />
        <button type="button">Next</button>
      </>,
    );
  });

  const focus = (name: string) => act(() => screen.getByRole("button", { name }).focus());
  const arrive = () => act(async () => fetches.at(-1)?.resolve(Lines));
  const fail = () => act(async () => fetches.at(-1)?.reject(new Error("offline")));

  it("fetches it when the pointer comes near, once", () => {
    expect(fetches).toHaveLength(0);
    fireEvent.pointerEnter(trigger());
    focus("State");
    open();
    expect(fetches).toHaveLength(1);
  });

  it("is open, and takes the focus as soon as the list is there", async () => {
    focus("State");
    open();
    expect(trigger().getAttribute("aria-expanded")).toBe("true");
    expect(document.activeElement).toBe(trigger());
    await arrive();
    expect(document.activeElement).toBe(screen.getByRole("menuitemcheckbox", { name: /Idle/ }));
  });

  it("closes on Escape and on a press outside while it waits", () => {
    for (const leave of [() => press("Escape"), () => fireEvent.pointerDown(document.body)]) {
      focus("State");
      open();
      leave();
      expect(trigger().getAttribute("aria-expanded")).toBe("false");
    }
  });

  it("calls nobody back who moved on", async () => {
    focus("State");
    open();
    focus("Next");
    await arrive();
    expect(document.activeElement).toBe(screen.getByRole("button", { name: "Next" }));
    expect(screen.queryByRole("menu")).toBeNull();
  });

  it("says in its place that it cannot be had, and tries again", async () => {
    focus("State");
    open();
    await fail();
    expect(screen.getByRole("alert").textContent).toContain("could not be fetched");
    expect(screen.queryByRole("menu")).toBeNull();
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    await arrive();
    expect(document.activeElement).toBe(screen.getByRole("menuitemcheckbox", { name: /Idle/ }));
    expect(fetches).toHaveLength(2);
  });
});
