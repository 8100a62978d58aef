import { act, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TextFilter } from "./text-filter.tsx";

let heard: [text: string, first: boolean][] = [];
beforeEach(() => {
  heard = [];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

function Filter() {
  const [text, setText] = useState("");
  return (
    <TextFilter
      text={text}
      onChange={(next, first) => {
        heard.push([next, first]);
        setText(next);
      }}
    />
  );
}

const field = () => screen.getByRole<HTMLInputElement>("searchbox");
const type = (value: string) => fireEvent.change(field(), { target: { value } });
const paint = () => act(() => void vi.advanceTimersByTime(50));

describe("the text filter", () => {
  it("shows what is typed at once, and tells of it after that", () => {
    render(<Filter />);
    type("a");
    expect([field().value, heard]).toEqual(["a", []]);
    paint();
    expect([field().value, heard]).toEqual(["a", [["a", true]]]);
  });

  it("tells of keys that come faster than the screen in one go, and begins one search", () => {
    render(<Filter />);
    type("a");
    type("ab");
    paint();
    type("abc");
    paint();
    expect(heard).toEqual([
      ["ab", true],
      ["abc", false],
    ]);
  });

  it("is emptied by Escape", () => {
    render(<Filter />);
    type("a");
    fireEvent.keyDown(field(), { key: "Escape" });
    expect(field().value).toBe("");
    paint();
    expect(heard.at(-1)?.[0]).toBe("");
  });

  it("tells of nothing once it is gone", () => {
    const { unmount } = render(<Filter />);
    type("a");
    unmount();
    paint();
    expect(heard).toEqual([]);
  });
});
