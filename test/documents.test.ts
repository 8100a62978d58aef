/** The documents: their commands work, their links lead somewhere, and the files they name are there. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { describe, expect, it } from "vitest";
import { readFlags as readBenchFlags } from "../bench/flags.ts";
import { readConfig } from "../packages/gateway/src/index.ts";
import { readFlags as readSimulatorFlags } from "../packages/simulator/src/flags.ts";
import { COMMANDS, heldBy } from "./document-commands.ts";
import { anchorsOf, blocksOf, documentsOf, linksIn, quotedIn } from "./documents.ts";
import { namedTests } from "./named-tests.ts";

const ROOT = join(import.meta.dirname, "..");
const manifest = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
  readonly version: string;
  readonly bin: Readonly<Record<string, string>>;
  readonly scripts: Readonly<Record<string, string>>;
};
const documents = documentsOf(ROOT);
const commands = blocksOf(ROOT).flatMap((block) => block.commands);

/** What is wrong with the flags of a script, where this repository reads them itself. */
function problemOfFlags(script: string, flags: readonly string[]): string | undefined {
  if (script === "start") {
    const config = readConfig(flags, {}, "/", () => "as-long-as-a-key-or-a-token");
    return config.ok || config.exitCode === 0 ? undefined : config.message;
  }
  if (script === "bench" || script === "simulator") {
    const command = script === "bench" ? readBenchFlags(flags) : readSimulatorFlags(flags);
    return command.kind === "problem" ? command.problem : undefined;
  }
  return undefined;
}

/** What is wrong with a command of npm or of a package, as far as that can be told without running it. */
function problemOf(command: string): string | undefined {
  const [program, first = "", ...rest] = command.replace(/^[A-Z_]+=\S+ /u, "").split(" ");
  if (program === "npx") {
    if (first === "vitest") return existsSync(join(ROOT, rest[1] ?? "")) ? undefined : "no such folder";
    return first in manifest.bin ? undefined : "no such command";
  }
  if (program === "node") return first === "server.mjs" ? problemOfFlags("start", rest) : "no such program";
  if (first === "ci" || first === "pack" || first === "install") return undefined;
  const script = first === "run" ? (rest[0] ?? "") : first;
  if (!(script in manifest.scripts)) return `no script ${script}`;
  const at = rest.indexOf("--");
  const flags = at < 0 ? [] : rest.slice(at + 1);
  return problemOfFlags(script, flags[0] === "[flags]" ? [] : flags);
}

const isOfNpm = (command: string) => /^(?:[A-Z_]+=\S+ )?(?:npm|npx|node) /u.test(command);

describe("the commands of the documents", () => {
  it("are each held to be true in some way", () => {
    expect(commands.filter((command) => heldBy(command) === undefined)).toEqual([]);
    expect(commands.length).toBeGreaterThan(40);
  });

  it("are all there: no command is held that no document has", () => {
    expect(Object.keys(COMMANDS).filter((command) => !commands.includes(command))).toEqual([]);
  });

  it("name tests that exist", () => {
    const isThere = namedTests(ROOT);
    const named = Object.values(COMMANDS).flatMap((held) => (held.by === "test" ? [held.test] : []));
    expect(named.filter((name) => !isThere(name))).toEqual([]);
  });

  it("of npm have their scripts, which take their flags", () => {
    const parts = commands.flatMap((command) => command.split(" && ")).filter(isOfNpm);
    expect(parts.map((part) => [part, problemOf(part)]).filter(([, problem]) => problem)).toEqual([]);
  });

  it.each(documents)("have their scripts and take their flags where they are named in %s", (document) => {
    const named = quotedIn(ROOT, document).filter(isOfNpm);
    expect(named.map((part) => [part, problemOf(part)]).filter(([, problem]) => problem)).toEqual([]);
  });
});

describe("the links of the documents", () => {
  it.each(documents)("lead somewhere from %s", (document) => {
    const broken = linksIn(ROOT, document)
      .filter((link) => !/^https?:/u.test(link))
      .filter((link) => {
        const [path = "", anchor] = link.split("#");
        const target = path === "" ? document : normalize(join(dirname(document), path));
        if (!existsSync(join(ROOT, target))) return true;
        return anchor !== undefined && !anchorsOf(ROOT, target).has(anchor);
      });
    expect(broken).toEqual([]);
  });
});

const A_PATH = /^(?:src|docs|deploy|test|e2e|scripts|packages|bench|public)\/[\w./-]+$/u;

describe("the files that the documents name", () => {
  it.each(documents)("are there: %s", (document) => {
    const named = quotedIn(ROOT, document).filter((quoted) => A_PATH.test(quoted));
    // From the root, or from where the document is; a layer of one file is named without its ending.
    const places = (path: string) => [path, `${path}.tsx`, join(dirname(document), path)];
    expect(named.filter((path) => !places(path).some((place) => existsSync(join(ROOT, place))))).toEqual([]);
  });
});

describe("the changelog", () => {
  it("begins with the version of the package", () => {
    const [, version] = /^## (\S+)/mu.exec(readFileSync(join(ROOT, "CHANGELOG.md"), "utf8")) ?? [];
    expect(version).toBe(manifest.version);
  });
});
