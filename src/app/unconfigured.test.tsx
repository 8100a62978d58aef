import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { PageConfigError, type PageConfigProblem } from "../api/page-config.ts";
import { Unconfigured } from "./unconfigured.tsx";

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const refetch = vi.fn<() => Promise<never>>();
const show = (error: Error) => render(<Unconfigured config={{ data: undefined, error, refetch }} />);

describe("a page that does not know how it runs", () => {
  it.each<[PageConfigProblem, string]>([
    ["unreachable", "The dashboard's server cannot be reached."],
    ["no-json", "config.json is not JSON."],
    ["no-object", "config.json holds no object."],
    ["mode", "config.json: mode must be one of demo, gateway, direct."],
    ["address", "config.json: apiAddress must be a plain http or https address, or a path."],
    [404, "The dashboard's server answered 404 for config.json."],
  ])("says of %s why, in one sentence", (problem, sentence) => {
    show(new PageConfigError(problem));
    expect(screen.getByText(sentence)).toBeTruthy();
  });

  it("asks again when a person wants it to", () => {
    show(new PageConfigError("unreachable"));
    fireEvent.click(screen.getByRole("button", { name: "Try again" }));
    expect(refetch).toHaveBeenCalledOnce();
  });

  it("tells other tabs that access was given, and looks again when they tell it or somebody comes back", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(null, { status: 204 })));
    const data = { mode: "gateway", apiAddress: "/v0", needsToken: true } as const;
    const again = vi.fn<() => Promise<never>>(() =>
      Promise.resolve({ data: { ...data, needsToken: false }, error: null } as never),
    );
    const { unmount } = render(<Unconfigured config={{ data, error: null, refetch: again }} />);
    const other = new BroadcastChannel("decthings-access 1");
    const heard: unknown[] = [];
    other.addEventListener("message", (event) => heard.push(event.data));
    other.postMessage("given");
    await vi.waitFor(() => expect(again).toHaveBeenCalledTimes(1));
    document.dispatchEvent(new Event("visibilitychange"));
    expect(again).toHaveBeenCalledTimes(2);
    fireEvent.change(screen.getByLabelText("Access token"), { target: { value: "a-token" } });
    fireEvent.click(screen.getByRole("button", { name: "Continue" }));
    await vi.waitFor(() => expect(heard).toEqual(["given"]));
    const { length } = again.mock.calls;
    unmount();
    document.dispatchEvent(new Event("visibilitychange"));
    expect(again).toHaveBeenCalledTimes(length);
    other.close();
  });

  it("says that the cookie was not kept, where the token was taken and is asked for again", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(null, { status: 204 })));
    const data = { mode: "gateway", apiAddress: "/v0", needsToken: true } as const;
    const again = () => Promise.resolve({ data, error: null } as never);
    render(<Unconfigured config={{ data, error: null, refetch: again }} />);
    fireEvent.change(screen.getByLabelText("Access token"), { target: { value: "a-token" } });
    fireEvent.click(screen.getByRole("button", { name: "Continue" }));
    expect((await screen.findByRole("alert")).textContent).toMatch(/did not keep the cookie/u);
  });
});
