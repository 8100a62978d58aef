import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULT_PREFERENCES } from "../../choices/preferences-choices.ts";
import { changePreferences, preferences } from "../../choices/preferences.ts";
import { chooseZone } from "../../choices/zone-choice.ts";
import { chooseTheme, showTheme } from "../../choices/theme-choice.ts";
import { SettingsPanel } from "./settings-panel.tsx";

let done: string[] = [];

const show = () =>
  render(
    <SettingsPanel
      onClose={() => done.push("close")}
      onPalette={() => done.push("palette")}
      onHelp={() => done.push("help")}
    >
      <p>How to watch</p>
    </SettingsPanel>,
  );

beforeEach(() => {
  done = [];
  show();
});
afterEach(() => {
  cleanup();
  act(() => {
    chooseTheme("auto");
    chooseZone({ name: "local", hours: 24 });
  });
});

const radio = (name: RegExp) => screen.getByRole<HTMLInputElement>("radio", { name });
const field = () => screen.getByRole<HTMLInputElement>("combobox", { name: "Name of the time zone" });
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const kept = (): unknown => JSON.parse(localStorage.getItem("decthings.zone") ?? "null");
const note = () => document.querySelector(".zone > [role=status]")?.textContent;

beforeAll(showTheme);

describe("the settings", () => {
  it("say how long they hold: a browser may deny its storage", () => {
    expect(screen.queryByText("Kept in this browser.")).not.toBeNull();
    cleanup();
    const denied = vi.spyOn(localStorage, "setItem").mockImplementation(() => {
      throw new DOMException("Denied.", "SecurityError");
    });
    show();
    denied.mockRestore();
    expect(screen.queryByText("Held until you leave the page.")).not.toBeNull();
  });

  it("choose the theme, at once", () => {
    fireEvent.click(radio(/^Dark$/));
    expect(document.documentElement.dataset["theme"]).toBe("dark");
    expect(radio(/^Dark$/).checked).toBe(true);
    fireEvent.click(radio(/^System$/));
    expect(document.documentElement.dataset["theme"]).toBeUndefined();
  });

  it("choose how close together rows stand", () => {
    fireEvent.click(radio(/^Compact$/));
    expect(preferences.read()).toEqual({ ...DEFAULT_PREFERENCES, density: "compact" });
    act(() => changePreferences({ density: "comfortable" }));
    expect(radio(/^Comfortable$/).checked).toBe(true);
  });

  it("choose the clock and the zone apart from each other", () => {
    fireEvent.click(radio(/^12\sh$/));
    fireEvent.click(radio(/^UTC$/));
    expect(kept()).toEqual({ name: "UTC", hours: 12 });
    fireEvent.click(radio(/^Local$/));
    fireEvent.click(radio(/^24\sh$/));
    expect(kept()).toEqual({ name: "local", hours: 24 });
  });

  it("name a zone: it takes force once it is known, in any case", () => {
    fireEvent.click(radio(/^UTC$/));
    fireEvent.click(radio(/^Named$/));
    expect(kept()).toEqual({ name: "UTC", hours: 24 });
    for (const part of ["e", "europe", "europe/ber"]) {
      type(part);
      expect(note(), part).toBe("");
      expect(kept(), part).toEqual({ name: "UTC", hours: 24 });
    }
    type("europe/berlin");
    expect(kept()).toEqual({ name: "Europe/Berlin", hours: 24 });
    expect(field().value).toBe("europe/berlin");
    expect(radio(/^Named$/).checked).toBe(true);
  });

  it("say in one sentence that a zone is unknown, and keep the one there was", () => {
    act(() => chooseZone({ name: "Asia/Kolkata" }));
    expect(field().value).toBe("Asia/Kolkata");
    for (const text of ["Mars/Olympus", "<img src=x onerror=alert(1)>", "\u202e", "x".repeat(10_000)]) {
      type(text);
      expect(note()).toBe("This browser knows no zone of that name; times stay as they are.");
      expect(field().getAttribute("aria-invalid")).toBe("true");
      expect(kept()).toEqual({ name: "Asia/Kolkata", hours: 24 });
    }
    type("");
    expect(note()).toBe("");
    // A beginning that somebody leaves as it is means nothing either.
    type("Europe/Ber");
    expect(note()).toBe("");
    fireEvent.blur(field());
    expect(note()).toContain("no zone of that name");
  });

  it("show what another tab chooses, in place of what is being typed here", () => {
    fireEvent.click(radio(/^Named$/));
    type("Europe/B");
    act(() => chooseZone({ name: "Asia/Tokyo" }));
    expect(field().value).toBe("Asia/Tokyo");
    act(() => chooseZone({ name: "local" }));
    expect(screen.queryByRole("combobox")).toBeNull();
  });

  it("lead to the palette and to the shortcuts, and are closed then", () => {
    fireEvent.click(screen.getByRole("button", { name: "Commands" }));
    fireEvent.click(screen.getByRole("button", { name: "Keyboard shortcuts" }));
    expect(done).toEqual(["close", "palette", "close", "help"]);
  });
});
