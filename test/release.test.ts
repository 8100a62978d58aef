/** What is shipped: the lockfile, the licences, the server of a release, and the files that run it. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { call, lines, raw } from "../packages/gateway/test/support.ts";
import { buildServer } from "../scripts/build-server.mjs";
import { licenceTable, PAGE_LIBRARIES, runtimePackages } from "../scripts/licences.mjs";
import { sbom } from "../scripts/sbom.mjs";
import { importsOf } from "./imports.ts";

const root = join(import.meta.dirname, "..");
const text = (path: string) => readFileSync(join(root, path), "utf8");

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
  readonly hasInstallScript?: boolean;
}
interface Package {
  readonly version: string;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}
const EXACT = /^\d+\.\d+\.\d+$/;

describe("the lockfile", () => {
  const { packages } = JSON.parse(text("package-lock.json")) as { packages: Record<string, Locked> };
  const locked = Object.entries(packages).filter(
    ([path, { link }]) => path.includes("node_modules/") && link !== true,
  );

  it("takes every package by version and hash, from the public registry and from nowhere else", () => {
    // Without an address npm asks the registry that it is set to, which is the public one unless someone chose a mirror.
    const elsewhere = locked.filter(
      ([, { version = "", resolved = "https://registry.npmjs.org/", integrity = "" }]) =>
        !/^\d+\.\d+\.\d+/.test(version) ||
        !resolved.startsWith("https://registry.npmjs.org/") ||
        !/^sha512-[\w+/]{86}==$/.test(integrity),
    );
    expect(elsewhere).toEqual([]);
    expect(locked.length).toBeGreaterThan(100);
  });

  it("knows the packages that want to run something when they are installed, and needs none of them to", () => {
    const scripts = locked
      .filter(([, { hasInstallScript }]) => hasInstallScript === true)
      .map(([path]) => path);
    expect(scripts).toEqual(["node_modules/esbuild"]);
  });
});

describe("every direct dependency", () => {
  const folders = ["", ...readdirSync(join(root, "packages")).map((name) => `packages/${name}`)];
  it.each(folders)("is pinned exactly in /%s", (folder) => {
    const { dependencies, devDependencies, optionalDependencies } = JSON.parse(
      text(join(folder, "package.json")),
    ) as Package;
    const all = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
    expect(all.filter(([, wanted]) => !EXACT.test(wanted))).toEqual([]);
  });
});

/** The package that an import names, its sub-path left aside. */
const packageOf = (from: string) => from.split("/", from.startsWith("@") ? 2 : 1).join("/");

describe("what a release is built of", () => {
  it("holds every library that the page imports", () => {
    const imported = readdirSync(join(root, "src"), { recursive: true, encoding: "utf8" })
      .filter((path) => /\.tsx?$/.test(path) && !/\.test\.|-fixture\./.test(path))
      .flatMap((path) => importsOf(text(join("src", path))))
      .filter(({ from, typeOnly }) => !typeOnly && /^@?[a-z]/.test(from) && !from.startsWith("@decthings"))
      .map(({ from }) => packageOf(from));
    expect([...new Set(imported)].toSorted()).toEqual([...PAGE_LIBRARIES]);
  });
});

describe("the SBOM", { timeout: 60_000 }, () => {
  interface Component {
    readonly "bom-ref": string;
    readonly name: string;
    readonly hashes?: readonly { readonly alg: string }[];
  }
  // As it is where a release is made: the build before it leaves it so.
  vi.stubEnv("NODE_ENV", "production");
  const made = sbom(root);
  vi.unstubAllEnvs();
  const { bomFormat, components, dependencies } = JSON.parse(made) as {
    readonly bomFormat: string;
    readonly components: readonly Component[];
    readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
  };
  const isOwn = ({ name }: Component) => ["api-client", "gateway", "simulator"].includes(name);

  it("names each package whose licence is listed, with its hash, our own, and no other", () => {
    expect(bomFormat).toBe("CycloneDX");
    const others = components.filter((one) => !isOwn(one));
    expect(others.map((one) => one["bom-ref"]).toSorted()).toEqual(
      runtimePackages(root)
        .map(({ name, version }) => `${name}@${version}`)
        .toSorted(),
    );
    expect(others.filter(({ hashes = [] }) => !hashes.some(({ alg }) => alg === "SHA-512"))).toEqual([]);
    expect(components.filter(isOwn)).toHaveLength(3);
  });

  it("says what needs what, and names nothing there that it does not know", () => {
    const known = new Set(dependencies.map(({ ref }) => ref));
    expect(known.size).toBe(components.length + 1);
    expect(dependencies.flatMap(({ dependsOn }) => dependsOn).filter((ref) => !known.has(ref))).toEqual([]);
    const page = dependencies.find(({ ref }) => ref.startsWith("decthings-debug-dashboard@"));
    expect(page?.dependsOn).toContainEqual(expect.stringMatching(/^react@/));
  });
});

describe("the package", () => {
  it("installs nothing besides itself, and runs nothing when it is installed", () => {
    const manifest = JSON.parse(text("package.json")) as Package & { scripts: Record<string, string> };
    expect(manifest.dependencies ?? {}).toEqual({});
    expect(manifest.optionalDependencies ?? {}).toEqual({});
    for (const script of ["preinstall", "install", "postinstall", "prepare"])
      expect(manifest.scripts).not.toHaveProperty(script);
  });
});

describe("the page of licences", () => {
  it("is what npm run release writes", () => {
    expect(text("docs/licences.md")).toBe(licenceTable(root));
  });

  it("lists licences alone that ask for no more than to be named", () => {
    const others = runtimePackages(root).filter(
      ({ licence }) =>
        !["MIT", "ISC", "BSD-2-Clause", "BSD-3-Clause", "Apache-2.0", "Unlicense", "0BSD"].includes(licence),
    );
    expect(others).toEqual([]);
  });
});

/** Every command of the documents and the unit that starts the server: its flags. */
const shown = [
  "docs/deployment.md",
  ...readdirSync(join(root, "deploy/systemd"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.(service|conf)$/.test(name))
    .map((name) => `deploy/systemd/${name}`),
]
  .flatMap((path) => text(path).split("\n"))
  .flatMap((line) => /^(?:ExecStart=.*|node )server\.mjs (.+)$/.exec(line)?.[1] ?? []);

describe("the server of a release", { timeout: 60_000 }, () => {
  let folder = "";
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "release-test-"));
    await buildServer(folder);
    mkdirSync(join(folder, "dist"));
    writeFileSync(join(folder, "dist/index.html"), "<!doctype html><title>page</title>");
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** Starts it where nothing is installed, on a port of its own. */
  async function start(flags: readonly string[]) {
    const child = spawn(process.execPath, ["server.mjs", ...flags, "--port", "0"], {
      cwd: folder,
      env: { PATH: process.env["PATH"] },
      stdio: ["ignore", "pipe", "inherit"],
    });
    const over = new Promise((resolve) => child.once("close", resolve));
    onTestFinished(async () => {
      child.kill("SIGKILL");
      await over;
    });
    let port: string | undefined;
    for await (const line of createInterface(child.stdout)) {
      port = /http:\/\/(?:127\.0\.0\.1|0\.0\.0\.0):(\d+)/.exec(line)?.[1];
      if (port !== undefined) break;
    }
    return { child, over, port: Number(port), url: `http://127.0.0.1:${port}` };
  }

  it("serves the page and its sessions from a folder in which nothing is installed", async () => {
    expect(readdirSync(folder).toSorted()).toEqual(["dist", "server.mjs"]);
    const { child, over, url } = await start([]);
    expect(await (await fetch(url)).text()).toContain("<title>page</title>");
    expect(await (await call(url)).text()).toContain('"debugSessions"');
    child.kill("SIGTERM");
    expect(await over).toBe(0);
  });

  it("has four commands, which are shown wherever it is told how to start it", () => {
    expect(shown).toHaveLength(4);
  });

  it.each(shown)("starts as it is shown: %s", async (flags) => {
    const [tokenCommand = "exit 1"] = /^\(umask .* access-token\)$/m.exec(text("docs/deployment.md")) ?? [];
    execFileSync("sh", ["-c", tokenCommand], { cwd: folder });
    writeFileSync(join(folder, "api-key"), "a-key\n");
    const here = flags.replace("/etc/decthings-debug-dashboard/", "").replaceAll("%d/", "");
    const { url, port } = await start(here.split(" "));
    expect(await (await fetch(`${url}/healthz`)).text()).toBe("ok");
    expect(await (await fetch(`${url}/config.json`)).json()).toMatchObject({ mode: "gateway" });
    const isShared = flags.includes("--allow-host");
    const byName = await raw(
      port,
      lines("GET / HTTP/1.1", "Host: dashboard.example.com", "Accept: text/html"),
    );
    expect(byName.status).toBe(isShared ? 200 : 403);
    const metrics = (token: string) =>
      fetch(`${url}/metrics`, { headers: { authorization: `Bearer ${token}` } });
    expect((await metrics("no-such-token")).status).toBe(isShared ? 401 : 200);
    expect((await metrics(readFileSync(join(folder, "access-token"), "utf8"))).status).toBe(200);
  });

  it("is healthy to its container while it answers, and not when it is gone", async () => {
    const [, command = "[]"] = /^HEALTHCHECK [^[]*(\[.*\])$/m.exec(text("deploy/Containerfile")) ?? [];
    const { child, over, port } = await start(["--log-format", "json"]);
    const [, ...args] = (JSON.parse(command) as string[]).map((arg) => arg.replace("4173", String(port)));
    const check = () => spawnSync(process.execPath, args).status;
    expect(check()).toBe(0);
    child.kill("SIGKILL");
    await over;
    expect(check()).toBe(1);
  });
});

describe("the files in deploy/", () => {
  const containerfile = text("deploy/Containerfile");
  const unit = text("deploy/systemd/decthings-debug-dashboard.service");

  it("build the container on a base of one version, and run it without rights", () => {
    expect(containerfile).toMatch(/^ARG NODE=docker\.io\/library\/node:\d+\.\d+\.\d+-\w+-slim$/m);
    expect([...containerfile.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base)).toEqual([
      "${NODE}",
      "${NODE}",
    ]);
    const last = containerfile.slice(containerfile.lastIndexOf("\nFROM "));
    expect(last).toMatch(/^USER \d{4,}:\d{4,}$/m);
    expect(last).not.toMatch(/^RUN /m);
    expect(last).toMatch(/^HEALTHCHECK [\s\S]*'http:\/\/127\.0\.0\.1:4173\/healthz'/m);
    expect(last).toMatch(/^ENTRYPOINT \["node", "server\.mjs"/m);
  });

  it("hand the service its key and its token as credentials, never as words of its command or environment", () => {
    const shared = text("deploy/systemd/decthings-debug-dashboard.service.d/shared.conf");
    for (const [file, name] of [
      [unit, "api-key"],
      [shared, "access-token"],
    ] as const) {
      expect(file).toContain(`\nLoadCredential=${name}:/etc/decthings-debug-dashboard/${name}\n`);
      expect(file).toContain(` --${name}-file %d/${name}`);
      expect(file).not.toMatch(/DECTHINGS_API_KEY/);
    }
  });

  it("give the service nothing that it does not use", () => {
    for (const line of [
      "DynamicUser=yes",
      "NoNewPrivileges=yes",
      "CapabilityBoundingSet=",
      "ProtectSystem=strict",
      "ProtectHome=yes",
      "PrivateTmp=yes",
      "PrivateDevices=yes",
      "RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX",
      "SystemCallFilter=@system-service",
      "SystemCallFilter=~@privileged @resources",
    ])
      expect(unit.split("\n"), line).toContain(line);
    expect(unit).toMatch(/^MemoryMax=\d+M$/m);
  });

  it("are all named in docs/deployment.md, which names no file that is not there", () => {
    const page = text("docs/deployment.md");
    for (const path of ["deploy/nginx", "deploy/Containerfile", "deploy/systemd", "docs/licences.md"])
      expect(page, path).toContain(path.replace("docs/", ""));
    const named = [...page.matchAll(/\b(?:deploy|packages|scripts|test|docs)\/[\w./-]*\w/g)].map(
      ([path]) => path,
    );
    expect(named.filter((path) => !existsSync(join(root, path)))).toEqual([]);
  });
});
