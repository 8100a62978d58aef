/** What is entered before the file that reads it has come. */
import { act, cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { allMediaMatch } from "../../ui/media-fixture.ts";
import { readIds } from "./read-ids.ts";

/** The file comes. */
let come: () => Promise<void>;
const onChange = vi.fn<(ids: readonly string[]) => void>();
const field = () => screen.getByRole<HTMLInputElement>("textbox", { name: "Session ids" });
let become: (ids: readonly string[]) => void;

beforeEach(async () => {
  allMediaMatch(true);
  onChange.mockClear();
  vi.resetModules();
  vi.doMock("../../ui/fetch-module.ts", () => ({
    fetchModule: () =>
      new Promise((resolve) => {
        come = () => act(() => Promise.resolve(resolve({ readIds })));
      }),
  }));
  const { IdFilter } = await import("./id-filter.tsx");
  const view = (ids: readonly string[]) => (
    <IdFilter ids={ids} missing={new Set()} knownIds={() => []} onChange={onChange} />
  );
  const { rerender } = render(view(["gone", "stays"]));
  become = (ids) => rerender(view(ids));
  fireEvent.change(field(), { target: { value: "first" } });
  fireEvent.keyDown(field(), { key: "Enter" });
});
afterEach(() => {
  cleanup();
  vi.doUnmock("../../ui/fetch-module.ts");
  vi.resetModules();
});

describe("ids entered before they can be read", () => {
  it("stay in the field, and are added to those there are by then", async () => {
    expect([field().value, onChange.mock.calls]).toEqual(["first", []]);
    become(["stays"]);
    await come();
    expect(onChange.mock.calls).toEqual([[["stays", "first"]]]);
    expect(field().value).toBe("");
  });

  it("stay with what is typed on, until that is entered", async () => {
    fireEvent.change(field(), { target: { value: "first sec" } });
    await come();
    expect([field().value, onChange.mock.calls]).toEqual(["first sec", []]);
    fireEvent.keyDown(field(), { key: "Enter" });
    expect(onChange.mock.calls).toEqual([[["gone", "stays", "first", "sec"]]]);
  });

  it("are nobody's once the view was left", async () => {
    cleanup();
    await come();
    expect(onChange).not.toHaveBeenCalled();
  });
});
