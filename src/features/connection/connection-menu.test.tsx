import { fireEvent, render, screen } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import type { Mode } from "../../api/page-config.ts";
import { ConnectionMenu } from "./connection-menu.tsx";

const show = (mode: Mode = "gateway") =>
  render(
    <ConnectionMenu mode={mode} host="api.example:8443" renderPanel={() => <p>All there is to know</p>} />,
  );

const button = () => screen.getByRole("button", { name: /^Connection/u });
const dialog = () => screen.getByLabelText("Connection");

/** What the browser tells a popover that has opened or closed. */
const toggled = (newState: "open" | "closed") =>
  fireEvent(dialog(), Object.assign(new Event("toggle"), { newState }));

describe("the connection menu", () => {
  it.each<[Mode, string]>([
    ["demo", "Connection: Demo sample data"],
    ["gateway", "Connection: Gateway api.example:8443"],
    ["direct", "Connection: api.example:8443"],
  ])("says where the data of mode %s comes from, in words that are all part of its name", (mode, name) => {
    show(mode);
    expect(screen.getByRole("button", { name })).toBeTruthy();
  });

  it("belongs to the dialog that it opens", () => {
    show();
    expect(button().getAttribute("popovertarget")).toBe(dialog().id);
    expect(dialog().getAttribute("popover")).toBe("auto");
    expect(button().getAttribute("aria-haspopup")).toBe("dialog");
  });

  it("asks for what it opens only while it is open, and says which it is", () => {
    show();
    expect(screen.queryByText("All there is to know")).toBeNull();
    expect(button().getAttribute("aria-expanded")).toBe("false");
    toggled("open");
    expect(screen.getByText("All there is to know")).toBeTruthy();
    expect(button().getAttribute("aria-expanded")).toBe("true");
    toggled("closed");
    expect(screen.queryByText("All there is to know")).toBeNull();
  });

  it("opens with the arrow key as well, once", () => {
    let presses = 0;
    show();
    button().addEventListener("click", () => (presses += 1));
    fireEvent.keyDown(button(), { key: "ArrowDown" });
    expect(presses).toBe(1);
    toggled("open");
    fireEvent.keyDown(button(), { key: "ArrowDown" });
    expect(presses).toBe(1);
  });
});
