import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AccessScreen } from "./access-screen.tsx";

const TOKEN = "canary-token-20c7";

/** The screen before a server that answers so. */
function show(answer: () => Promise<Response>) {
  const send = vi.fn<typeof fetch>(answer);
  vi.stubGlobal("fetch", send);
  const onGiven = vi.fn<() => Promise<string | undefined>>(() => Promise.resolve(undefined));
  render(<AccessScreen onGiven={onGiven} />);
  return { send, onGiven };
}
const field = () => screen.getByLabelText<HTMLInputElement>("Access token");
const give = (text: string) => {
  fireEvent.change(field(), { target: { value: text } });
  fireEvent.click(screen.getByRole("button", { name: "Continue" }));
};
const status =
  (code: number, headers: Record<string, string> = {}) =>
  () =>
    Promise.resolve(new Response(code === 204 ? null : TOKEN, { status: code, headers }));

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

describe("the screen that asks for the access token", () => {
  it("hides what is typed, and the caret is in the field", () => {
    show(status(204));
    expect(field().type).toBe("password");
    expect(field().autocomplete).toBe("off");
    expect(document.activeElement).toBe(field());
  });

  it("gives it to the page's own server, in the body, and says when it was taken", async () => {
    const { send, onGiven } = show(status(204));
    give(` ${TOKEN} `);
    await vi.waitFor(() => expect(onGiven).toHaveBeenCalledOnce());
    expect(send).toHaveBeenCalledOnce();
    const [address, init] = send.mock.calls[0] ?? [];
    expect(address).toBe("/access");
    expect(init).toMatchObject({ method: "POST", body: JSON.stringify({ token: TOKEN }), redirect: "error" });
  });

  it.each([
    ["a wrong one", status(401), "This is not the access token."],
    ["too many", status(429, { "retry-after": "11" }), "Too many wrong tokens: try again in 11 seconds."],
    ["a server that fails", status(500), "The dashboard's server answered with HTTP status 500."],
    [
      "a server that is gone",
      () => Promise.reject(new TypeError(TOKEN)),
      "The dashboard's server cannot be reached. Try again.",
    ],
  ])("says of %s in one sentence what is wrong, and puts the caret back", async (_, answer, sentence) => {
    const { onGiven } = show(answer);
    give(TOKEN);
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toBe(sentence);
    expect(field().getAttribute("aria-describedby")).toBe(alert.id);
    expect(field().getAttribute("aria-invalid")).toBe("true");
    expect(document.activeElement).toBe(field());
    expect(onGiven).not.toHaveBeenCalled();
    fireEvent.change(field(), { target: { value: "another" } });
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("says why the page cannot go on though the token was taken", async () => {
    const { onGiven } = show(status(204));
    onGiven.mockResolvedValue("The cookie was not kept.");
    give(TOKEN);
    expect((await screen.findByRole("alert")).textContent).toBe("The cookie was not kept.");
    expect(document.activeElement).toBe(field());
  });

  it("asks for one where nothing is typed, and sends nothing", async () => {
    const { send } = show(status(204));
    give(" ");
    expect((await screen.findByRole("alert")).textContent).toBe("Enter the access token.");
    expect(send).not.toHaveBeenCalled();
  });
});
