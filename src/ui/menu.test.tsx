import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { MenuItem } from "./menu-item.ts";
import { Menu } from "./menu.tsx";

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
  const items = () => {
    asked += 1;
    return ITEMS;
  };
  render(<Menu label="State" button="State" items={items} onSelect={(id) => chosen.push(id)} />);
});
afterEach(cleanup);

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
