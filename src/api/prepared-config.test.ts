import { afterEach, expect, it, vi } from "vitest";
import { pageConfig, preparePageConfig } from "./prepared-config.ts";

const CONFIG = { mode: "demo", apiAddress: "/v0", actions: false };
const { signal } = new AbortController();

afterEach(() => vi.unstubAllGlobals());

function serve(...answers: readonly Response[]) {
  const left = [...answers];
  const fetched = vi.fn<() => Promise<Response>>(() =>
    Promise.resolve(left.shift() ?? new Response("", { status: 500 })),
  );
  vi.stubGlobal("fetch", fetched);
  return fetched;
}

it("is fetched once for who asks first, and again for who asks later", async () => {
  const fetched = serve(Response.json(CONFIG), Response.json({ ...CONFIG, mode: "gateway" }));
  preparePageConfig();
  await expect(pageConfig(signal)).resolves.toMatchObject({ mode: "demo" });
  expect(fetched).toHaveBeenCalledTimes(1);
  await expect(pageConfig(signal)).resolves.toMatchObject({ mode: "gateway" });
});

it("tells who asks first that it could not be had, and may be asked for again", async () => {
  serve(new Response("", { status: 503 }), Response.json(CONFIG));
  preparePageConfig();
  await expect(pageConfig(signal)).rejects.toMatchObject({ problem: 503 });
  await expect(pageConfig(signal)).resolves.toMatchObject({ mode: "demo" });
});
