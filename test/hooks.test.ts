/** docs/hooks.md: what it says may be relied on is there. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const text = readFileSync(join(ROOT, "docs/hooks.md"), "utf8");

/** All code of a folder, without its tests. */
const codeOf = (folder: string): string =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((path) => /\.tsx?$/u.test(path) && !/\.test\.tsx?$|-fixture\.tsx?$/u.test(path))
    .map((path) => readFileSync(join(ROOT, folder, path), "utf8"))
    .join("\n");
const page = codeOf("src");
const gateway = codeOf("packages/gateway/src");

const [ofPage = "", ofGateway = ""] = text.split("## The gateway");
const quoted = (part: string, form: RegExp) =>
  [...part.matchAll(/`([^`]+)`/gu)].map(([, word = ""]) => word).filter((word) => form.test(word));

describe("the hooks of the documents", () => {
  it.each(quoted(ofPage, /^data-/u))("are set by the page: %s", (name) => {
    const camel = name.slice(5).replace(/-(\w)/gu, (_, letter: string) => letter.toUpperCase());
    expect(page.includes(name) || page.includes(`dataset["${camel}"]`)).toBe(true);
  });

  it.each([...ofPage.matchAll(/"([A-Z][^"]+)"/gu)].map(([, name = ""]) => name))(
    "have names that the page gives: %s",
    (name) => expect(page).toContain(name),
  );

  it.each(quoted(ofPage, /^poll\./u))("are measures that polls leave: %s", (name) => {
    expect(page).toContain(`"${name}"`);
  });

  it.each(quoted(ofGateway, /^decthings_gateway_/u))("are metrics of the gateway: %s", (name) => {
    expect(gateway).toContain(`name("${name.slice("decthings_gateway_".length)}")`);
  });

  it("are all metrics that there are", () => {
    const made = [...gateway.matchAll(/name\("(\w+)"\)/gu)].map(([, name]) => `decthings_gateway_${name}`);
    expect(quoted(ofGateway, /^decthings_gateway_/u).toSorted()).toEqual(made.toSorted());
  });
});
