import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const ADDRESS = "http://127.0.0.1:9/assets/part-a1b2.js";
/** As a browser says that a module cannot be had; the copy that is asked for then cannot be had either. */
const missing = (address = ADDRESS) =>
  Promise.reject(new TypeError(`Failed to fetch dynamically imported module: ${address}`));

let reload: ReturnType<typeof vi.fn<() => void>>;

/** A page that was just loaded, before a server that answers so. */
async function load(status: number) {
  vi.resetModules();
  const send = vi.fn<typeof fetch>(() => Promise.resolve(new Response(null, { status })));
  vi.stubGlobal("fetch", send);
  const page = await import("./fetch-module.ts");
  const fetchMissing = async (address?: string) => {
    await expect(page.fetchModule(() => missing(address))).rejects.toThrow(/part|import|load/u);
    await vi.waitFor(() => expect(send).toHaveBeenCalled());
    await vi.waitFor(() => expect(send.mock.settledResults.at(-1)?.type).toBe("fulfilled"));
  };
  return { ...page, send, fetchMissing };
}

beforeEach(() => {
  reload = vi.fn<() => void>();
  vi.spyOn(location, "reload").mockImplementation(reload);
  sessionStorage.clear();
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
});

describe("a file of code that cannot be had", () => {
  it("is of an older build where its server has none: the page is loaded again", async () => {
    const { fetchMissing, send } = await load(404);
    await fetchMissing();
    expect(send).toHaveBeenCalledWith(ADDRESS, { method: "HEAD" });
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  });

  it("does not make a page load again that was just loaded for it, whichever file is missing", async () => {
    await (await load(404)).fetchMissing();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
    const again = await load(404);
    await again.fetchMissing();
    await again.fetchMissing("http://127.0.0.1:9/assets/part-c3d4.js");
    expect(reload).toHaveBeenCalledOnce();
  });

  it.each([200, 502])("is no reason to load again where its server answers %i", async (status) => {
    await (await load(status)).fetchMissing();
    expect(reload).not.toHaveBeenCalled();
  });

  it("imports one that is remembered as lost, where it is there and cannot be had twice", async () => {
    const { fetchMissing } = await load(200);
    await fetchMissing();
    await fetchMissing("http://127.0.0.1:9/assets/part-c3d4.js");
    expect(reload).not.toHaveBeenCalled();
    await fetchMissing();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  });

  it("takes no page from under somebody who types, and is asked for again once that is over", async () => {
    const { fetchMissing } = await load(404);
    const field = document.body.appendChild(document.createElement("input"));
    field.focus();
    await fetchMissing();
    expect(reload).not.toHaveBeenCalled();
    field.remove();
    await fetchMissing();
    await vi.waitFor(() => expect(reload).toHaveBeenCalledOnce());
  });

  it("is no reason to lose what the page alone holds", async () => {
    const { stayOpen, fetchMissing } = await load(404);
    stayOpen();
    await fetchMissing();
    expect(reload).not.toHaveBeenCalled();
  });

  it("is no reason to load again where nothing can be remembered of it", async () => {
    vi.stubGlobal("sessionStorage", {
      getItem() {
        throw new DOMException("denied", "SecurityError");
      },
    });
    await (await load(404)).fetchMissing();
    expect(reload).not.toHaveBeenCalled();
  });
});
