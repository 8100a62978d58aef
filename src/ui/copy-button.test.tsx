import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { CopyButton, CopyTextButton } from "./copy-button.tsx";
import { ToastRegion } from "./toast.tsx";

let clipboard: string[] = [];
let allowed = true;

beforeEach(() => {
  clipboard = [];
  allowed = true;
  vi.stubGlobal("navigator", {
    clipboard: {
      writeText: (text: string) =>
        allowed ? Promise.resolve(void clipboard.push(text)) : Promise.reject(new Error("denied")),
    },
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const toastPicture = () => screen.getByRole("status").querySelector(".ic > use")?.getAttribute("href");

describe("a copy button", () => {
  it("copies the whole text and says so", async () => {
    render(
      <>
        <CopyButton text="5d4015bb-0603" label="Copy session id" done="Id copied" />
        <ToastRegion />
      </>,
    );
    fireEvent.click(screen.getByRole("button", { name: "Copy session id" }));
    expect(await screen.findByText("Id copied")).toBeTruthy();
    expect(screen.getByRole("status").textContent).toContain("Id copied");
    expect(toastPicture()).toBe("#ic-check");
    expect(clipboard).toEqual(["5d4015bb-0603"]);
  });

  it("asks for a link at the press, not before", async () => {
    let view = "/?q=a";
    render(
      <>
        <CopyTextButton
          text={() => view}
          label="Copy link"
          accessibleLabel="Copy link to this view"
          done="Link copied"
        />
        <ToastRegion />
      </>,
    );
    view = "/?q=b";
    fireEvent.click(screen.getByRole("button", { name: "Copy link to this view" }));
    await screen.findByText("Link copied");
    expect(clipboard).toEqual(["/?q=b"]);
  });

  it("does not press the row it stands in", () => {
    let opened = 0;
    const open = () => {
      opened += 1;
    };
    render(
      <div role="row" tabIndex={0} onClick={open} onKeyDown={open}>
        <CopyButton text="x" label="Copy" />
      </div>,
    );
    fireEvent.click(screen.getByRole("button", { name: "Copy" }));
    expect(opened).toBe(0);
  });

  it("says when the browser allows neither way of copying", async () => {
    allowed = false;
    Object.assign(document, { execCommand: () => false });
    render(
      <>
        <CopyButton text="x" label="Copy" />
        <ToastRegion />
      </>,
    );
    fireEvent.click(screen.getByRole("button", { name: "Copy" }));
    expect(await screen.findByText("This browser did not allow copying")).toBeTruthy();
    expect(toastPicture()).toBe("#ic-warn");
  });

  it("falls back to a selection, and leaves nothing behind", async () => {
    allowed = false;
    let selected = "";
    Object.assign(document, {
      execCommand: () => {
        selected = document.querySelector("textarea")?.value ?? "";
        return true;
      },
    });
    render(
      <>
        <CopyButton text="whole text" label="Copy" done="Copied by selection" />
        <ToastRegion />
      </>,
    );
    fireEvent.click(screen.getByRole("button", { name: "Copy" }));
    await screen.findByText("Copied by selection");
    expect(selected).toBe("whole text");
    expect(document.querySelector("textarea")).toBeNull();
  });
});
