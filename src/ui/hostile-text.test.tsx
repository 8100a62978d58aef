import { render } from "@testing-library/react";
import { describe, expect, it } from "vitest";
import { IdText, Plain } from "./hostile-text.tsx";

const shown = (element: React.ReactElement): HTMLElement => {
  const { container } = render(element);
  const { firstElementChild } = container;
  if (!(firstElementChild instanceof HTMLElement)) throw new Error("nothing was drawn");
  return firstElementChild;
};

const UUID = "5d4015bb-0603-4684-be15-b782015b5dec";

describe("an id", () => {
  it("shows its first 8 characters, and says all of it to screen readers and on hover", () => {
    const id = shown(<IdText id={UUID} />);
    expect(id.querySelector("bdi")?.textContent).toBe("5d4015bb");
    expect(id.querySelector("bdi")?.getAttribute("aria-hidden")).toBe("true");
    expect(id.querySelector(".sr-only")?.textContent).toBe(UUID);
    expect(id.title).toBe(UUID);
  });

  it("gives a selection what is seen, once", () => {
    const id = shown(<IdText id={UUID} />);
    expect(id.querySelector(".sr-only")?.classList.contains("select-none")).toBe(true);
  });

  it("is named where it is empty", () => {
    expect(shown(<IdText id="" short="full" />).textContent).toBe("(empty)");
    expect(shown(<IdText id="" />).textContent).toBe("(empty)");
  });

  it("is read once where it is shown whole", () => {
    expect(shown(<IdText id={UUID} short="full" />).textContent).toBe(UUID);
    expect(shown(<IdText id="short" />).textContent).toBe("short");
  });

  it("shows the short form that tells it apart from others, where it is given one", () => {
    const id = shown(<IdText id={UUID} as="5d4015bb-0603" />);
    expect(id.querySelector("bdi")?.textContent).toBe("5d4015bb-0603");
    expect(id.querySelector(".sr-only")?.textContent).toBe(UUID);
  });

  it("is shortened by characters, not by halves of them", () => {
    const id = shown(<IdText id={"😀".repeat(20)} />);
    expect(id.querySelector("bdi")?.textContent).toBe("😀".repeat(8));
  });
});

describe("text from outside", () => {
  it("is never markup", () => {
    const plain = shown(<Plain text="<img src=x onerror=alert(1)>" />);
    expect(plain.querySelector("img")).toBeNull();
    expect(plain.textContent).toBe("<img src=x onerror=alert(1)>");
  });

  it("keeps its direction to itself and hides no character", () => {
    const plain = shown(<Plain text={"a\u202eb\u0007"} />);
    expect(plain.firstElementChild?.tagName).toBe("BDI");
    expect(plain.textContent).toBe("a⟨U+202E⟩b␇");
    expect(plain.title).toBe("a⟨U+202E⟩b␇");
  });

  it("puts no more on the page than anyone can read", () => {
    const plain = shown(<Plain text={"x".repeat(1_000_000)} />);
    expect(plain.textContent.length).toBeLessThan(3_000);
    expect(plain.title.length).toBeLessThan(500);
  });
});
