import { fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { beforeEach, describe, expect, it } from "vitest";
import { TabPanel, Tabs, type Tab } from "./tabs.tsx";

const TABS: readonly Tab<string>[] = [
  { id: "timeline", label: "Timeline", count: "8" },
  { id: "location", label: "Location" },
  { id: "raw", label: "Raw" },
];

function Page() {
  const [tab, setTab] = useState("timeline");
  return (
    <>
      <Tabs label="Session" tabs={TABS} selected={tab} onSelect={setTab} />
      <TabPanel id={tab}>about {tab}</TabPanel>
    </>
  );
}

beforeEach(() => void render(<Page />));

const tab = (name: RegExp) => screen.getByRole("tab", { name });

describe("tabs", () => {
  it("have one stop for Tab: the selected one, which names the panel", () => {
    expect(screen.getAllByRole("tab").map((element) => element.tabIndex)).toEqual([0, -1, -1]);
    expect(screen.getByRole("tabpanel", { name: /Timeline/ }).textContent).toBe("about timeline");
  });

  it("are walked with arrows, round both ends", () => {
    fireEvent.keyDown(tab(/Timeline/), { key: "ArrowLeft" });
    expect(tab(/Raw/).getAttribute("aria-selected")).toBe("true");
    expect(document.activeElement).toBe(tab(/Raw/));
    fireEvent.keyDown(tab(/Raw/), { key: "ArrowRight" });
    expect(screen.getByRole("tabpanel").textContent).toBe("about timeline");
  });

  it.each(["altKey", "ctrlKey", "metaKey", "shiftKey"])("leave arrows with %s to the browser", (key) => {
    expect(fireEvent.keyDown(tab(/Timeline/), { key: "ArrowLeft", [key]: true })).toBe(true);
    expect(tab(/Timeline/).getAttribute("aria-selected")).toBe("true");
  });

  it("are selected by a press", () => {
    fireEvent.click(tab(/Location/));
    expect(screen.getByRole("tabpanel", { name: "Location" })).toBeTruthy();
  });
});
