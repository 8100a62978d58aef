import { fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { ConnectScreen } from "./connect-screen.tsx";

let connected: { key: string; keep: boolean }[] = [];

const show = (problem?: string) =>
  render(
    <ConnectScreen
      apiHost="api.decthings.com"
      onConnect={(key, keep) => connected.push({ key, keep })}
      problem={problem}
    />,
  );
const field = () => screen.getByLabelText<HTMLInputElement>("API key");
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const press = () => fireEvent.click(screen.getByRole("button", { name: "Connect" }));

beforeEach(() => {
  connected = [];
});

describe("the connect screen", () => {
  it("hides the key and keeps it from the browser's own memory", () => {
    show();
    expect(field().type).toBe("password");
    expect(field().autocomplete).toBe("off");
    expect(field().getAttribute("spellcheck")).toBe("false");
    expect(document.activeElement).toBe(field());
  });

  it("says where the key goes", () => {
    show();
    expect(screen.getByText("Sent only to api.decthings.com, never put in links.")).toBeTruthy();
  });

  it("hands on the trimmed key, not to be kept unless it is ticked", () => {
    show();
    type("  a-key ");
    press();
    fireEvent.click(screen.getByRole("checkbox", { name: "Keep for this tab" }));
    press();
    expect(connected).toEqual([
      { key: "a-key", keep: false },
      { key: "a-key", keep: true },
    ]);
  });

  it("says what is wrong with an empty key at the field, and puts the caret there", () => {
    show();
    press();
    expect(connected).toEqual([]);
    const alert = screen.getByRole("alert");
    expect(alert.textContent).toBe("Enter an API key.");
    expect(field().getAttribute("aria-describedby")).toBe(alert.id);
    expect(field().getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(field());
  });

  it("shows why it asks again, until another key is typed", () => {
    show("The API key was rejected.");
    expect(screen.getByRole("alert").textContent).toBe("The API key was rejected.");
    type("another");
    expect(screen.queryByRole("alert")).toBeNull();
  });
});
