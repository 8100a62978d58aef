import { cleanup, createEvent, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { allMediaMatch } from "../../ui/media-fixture.ts";
import { IdFilter, prepareIds } from "./id-filter.tsx";

beforeAll(prepareIds);

/** On a screen that is narrow. */
beforeEach(() => allMediaMatch(true));
afterEach(() => {
  vi.restoreAllMocks();
});

const ONE = "5d4015bb-0603-4684-be15-b782015b5dec";
const TWO = "cc3e7e94-0603-4684-be15-b782015b5dec";

function show(ids: readonly string[] = [], missing: readonly string[] = []) {
  const onChange = vi.fn<(ids: readonly string[]) => void>();
  render(<IdFilter ids={ids} missing={new Set(missing)} knownIds={() => [ONE, TWO]} onChange={onChange} />);
  return { onChange, input: screen.getByRole("textbox", { name: "Session ids" }) };
}

function paste(input: HTMLElement, text: string) {
  const event = createEvent.paste(input, { clipboardData: { getData: () => text } });
  fireEvent(input, event);
}

describe("the session-id filter", () => {
  it("makes a token of every uuid in a pasted text", () => {
    const { onChange, input } = show();
    paste(input, `see ${ONE}, and\nhttps://x.example/sessions/${TWO}?tab=raw`);
    expect(onChange).toHaveBeenCalledWith([ONE, TWO]);
  });

  it("completes the beginning of an id that only one session has", () => {
    const { onChange, input } = show();
    fireEvent.change(input, { target: { value: "cc3e" } });
    fireEvent.keyDown(input, { key: "Enter" });
    expect(onChange).toHaveBeenCalledWith([TWO]);
  });

  it("takes a paste in place of what is selected", () => {
    const { onChange, input } = show();
    fireEvent.change(input, { target: { value: "first wrong" } });
    if (input instanceof HTMLInputElement) input.setSelectionRange(0, 11);
    paste(input, "second-right");
    expect(onChange).toHaveBeenCalledWith(["second-right"]);
  });

  it("keeps its ids while a key that clears the text is held down", () => {
    const { onChange, input } = show([ONE]);
    fireEvent.keyDown(input, { key: "Backspace", repeat: true });
    expect(onChange).not.toHaveBeenCalled();
    fireEvent.keyDown(input, { key: "Backspace" });
    expect(onChange).toHaveBeenCalledWith([]);
  });

  it("adds to what is there, once", () => {
    const { onChange, input } = show([ONE]);
    paste(input, `${ONE} ${TWO}`);
    expect(onChange).toHaveBeenCalledWith([ONE, TWO]);
  });

  it("removes the last with Backspace in the empty field, and any with its button", () => {
    const { onChange, input } = show([ONE, TWO]);
    fireEvent.keyDown(input, { key: "Backspace" });
    expect(onChange).toHaveBeenLastCalledWith([ONE]);
    fireEvent.click(screen.getByRole("button", { name: `Remove ${ONE}` }));
    expect(onChange).toHaveBeenLastCalledWith([TWO]);
    fireEvent.click(screen.getByRole("button", { name: "Clear session ids" }));
    expect(onChange).toHaveBeenLastCalledWith([]);
  });

  it.each([`Remove ${ONE}`, "Clear session ids"])("has the caret after %s", (name) => {
    const { input } = show([ONE, TWO]);
    const button = screen.getByRole("button", { name });
    button.focus();
    fireEvent.click(button);
    expect(document.activeElement).toBe(input);
  });

  it("names an empty id", () => {
    show([""], [""]);
    expect(screen.getByText("(empty)")).toBeDefined();
    expect(screen.getByTitle("Not returned: (empty)")).toBeDefined();
    expect(screen.getByRole("button", { name: "Remove (empty)" })).toBeDefined();
  });

  it("groups the digits of a long rest", () => {
    // The query reads every space as a plain one.
    show(Array.from({ length: 10_001 }, (_, i) => `id-${i}`));
    expect(screen.getByText("+10 000")).toBeDefined();
  });

  it("leaves the tokens alone while something is typed", () => {
    const { onChange, input } = show([ONE]);
    fireEvent.change(input, { target: { value: "ab" } });
    fireEvent.keyDown(input, { key: "Backspace" });
    expect(onChange).not.toHaveBeenCalled();
  });

  it("hides nothing of a hostile id, and says no more of it than anyone hears", () => {
    const id = `a\u202eb\u0007${"x".repeat(10_000)}`;
    show([id]);
    const button = screen.getByRole("button", { name: /^Remove a⟨U\+202E⟩b␇xxx/ });
    expect(button.getAttribute("aria-label")?.length).toBeLessThan(500);
    expect(button.previousElementSibling?.getAttribute("title")?.length).toBeLessThan(500);
  });

  it("tells ids apart that begin alike", () => {
    allMediaMatch(false);
    show([ONE, "5d4015bb-ffff-4684-be15-b782015b5dec"]);
    expect(screen.getByText("5d4015bb-0603")).toBeDefined();
    expect(screen.getByText("5d4015bb-ffff")).toBeDefined();
    cleanup();
    show(["5d4015bb-0603-4684-be15-000000000001", "5d4015bb-0603-4684-be15-000000000002"]);
    expect(screen.getByText("5d40…00000001")).toBeDefined();
    expect(screen.getByText("5d40…00000002")).toBeDefined();
  });

  it("stays one line high with many ids", () => {
    show(Array.from({ length: 60 }, (_, i) => `id-${i}`));
    expect(screen.getByText("+59")).toBeDefined();
  });
});
