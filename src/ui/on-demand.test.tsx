import { act, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { onDemand } from "./on-demand.tsx";

const Greeting = ({ name }: { readonly name: string }) => <p>Hello {name}</p>;
const same = (component: typeof Greeting) => component;
const options = { waiting: <p>wait</p> };
const settle = () => act(async () => {});
afterEach(() => void vi.useRealTimers());

describe("a part that is fetched on demand", () => {
  it("is fetched when it is first shown, once", async () => {
    const load = vi.fn<() => Promise<typeof Greeting>>(() => Promise.resolve(Greeting));
    const { Show } = onDemand(load, same, options);
    expect(load).not.toHaveBeenCalled();
    render(
      <>
        <Show name="a" />
        <Show name="b" />
      </>,
    );
    expect(screen.getAllByText("wait")).toHaveLength(2);
    await settle();
    expect(screen.getByText("Hello a")).toBeDefined();
    expect(screen.getByText("Hello b")).toBeDefined();
    expect(load).toHaveBeenCalledTimes(1);
  });

  it("is there at once when it was prepared", async () => {
    const { Show, prepare } = onDemand(() => Promise.resolve(Greeting), same, options);
    prepare();
    await settle();
    render(<Show name="a" />);
    expect(screen.getByText("Hello a")).toBeDefined();
  });

  it("says so in its own place when it cannot be had, and can be asked for again", async () => {
    let works = false;
    const { Show } = onDemand(
      () => (works ? Promise.resolve(Greeting) : Promise.reject(new Error("offline"))),
      same,
      options,
    );
    render(<Show name="a" />);
    await settle();
    expect(screen.getByRole("alert").textContent).toContain("could not be fetched");
    works = true;
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    await settle();
    expect(screen.getByText("Hello a")).toBeDefined();
  });

  it("comes by itself when the network is back", async () => {
    let works = false;
    const { Show } = onDemand(
      () => (works ? Promise.resolve(Greeting) : Promise.reject(new Error("offline"))),
      same,
      options,
    );
    render(<Show name="a" />);
    await settle();
    works = true;
    fireEvent(window, new Event("online"));
    await settle();
    expect(screen.getByText("Hello a")).toBeDefined();
  });

  it("comes by itself after a while, and what stands in its place stays until then", async () => {
    vi.useFakeTimers();
    let answer: () => Promise<typeof Greeting> = () => Promise.reject(new Error("its server is gone"));
    const load = vi.fn<() => Promise<typeof Greeting>>(() => answer());
    const { Show } = onDemand(load, same, options);
    render(<Show name="a" />);
    await settle();
    // Asked for by hand too, it is no oftener asked for by itself.
    for (let i = 0; i < 3; i += 1) {
      fireEvent.click(screen.getByRole("button", { name: "Try again" }));
      await settle();
    }
    const alert = screen.getByRole("alert");
    const before = load.mock.calls.length;
    await act(() => vi.advanceTimersByTimeAsync(120_000));
    expect(load).toHaveBeenCalledTimes(before + 2);
    expect(screen.getByRole("alert")).toBe(alert);
    let arrive = () => {};
    answer = () => new Promise((resolve) => (arrive = () => resolve(Greeting)));
    await act(() => vi.advanceTimersByTimeAsync(60_000));
    expect(load).toHaveBeenCalledTimes(before + 3);
    expect(screen.getByRole("alert")).toBe(alert);
    arrive();
    await settle();
    expect(screen.getByText("Hello a")).toBeDefined();
    await act(() => vi.advanceTimersByTimeAsync(120_000));
    expect(load).toHaveBeenCalledTimes(before + 3);
  });

  it("is silent when nobody asked for it by name", async () => {
    const { Show } = onDemand<{ name: string }, typeof Greeting>(
      () => Promise.reject(new Error("offline")),
      same,
      {
        waiting: null,
        quiet: true,
      },
    );
    const { container } = render(<Show name="a" />);
    await settle();
    expect(container.textContent).toBe("");
  });
});
