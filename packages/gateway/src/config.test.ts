import { describe, expect, it } from "vitest";
import { CANARY } from "../test/support.ts";
import { type Environment, readConfig } from "./config.ts";
import type { ReadFile } from "./key.ts";

const failing = (code: string) => Object.assign(new Error(`${code}: ${CANARY}`), { code });

/** A file system of these files; a value that is an error is thrown. */
const files =
  (content: Readonly<Record<string, string | Error>>): ReadFile =>
  (path) => {
    const found = content[path] ?? failing("ENOENT");
    if (typeof found !== "string") throw found;
    return found;
  };

const read = (argv: readonly string[], env: Environment = {}, content: Record<string, string | Error> = {}) =>
  readConfig(argv, env, "/home/me", files(content));

const config = (...args: Parameters<typeof read>) => {
  const result = read(...args);
  if (!result.ok) throw new Error(result.message);
  return result.config;
};

const TOKEN = "token-of-16-or-more";
const common = { port: 4173, host: "127.0.0.1", allowHosts: [], actions: false, logFormat: "text" };
const auth = { "/home/me/auth.txt": `  ${CANARY}\n` };
const gateway = { ...common, mode: "gateway", apiKey: CANARY, upstream: "https://api.decthings.com/v0" };

describe("the configuration", () => {
  it("is the demo when there is no key", () => {
    expect(config([])).toEqual({ ...common, mode: "demo" });
  });

  it.each([
    ["flags", ["--port", "8080", "--host", "localhost", "--actions", "--log-format", "json"], {}],
    ["flags with =", ["--port=8080", "--host=localhost", "--actions", "--log-format=json"], {}],
    [
      "flags that beat the environment",
      ["--port=8080", "--host=localhost", "--actions", "--log-format=json"],
      { PORT: "1", HOST: "0.0.0.0" },
    ],
    ["the environment", ["--actions", "--log-format=json"], { PORT: "8080", HOST: "localhost" }],
    [
      "the last of repeated flags",
      ["--port=1", "--port=8080", "--host=localhost", "--actions", "--log-format=json"],
      {},
    ],
  ])("takes where to serve from %s", (_, argv, env) => {
    expect(config(argv, env)).toEqual({
      mode: "demo",
      port: 8080,
      host: "localhost",
      allowHosts: [],
      actions: true,
      logFormat: "json",
    });
  });

  it("serves other machines under the names that are allowed, to those who have the token", () => {
    expect(
      config(
        [
          "--host=0.0.0.0",
          "--allow-host",
          "Dash.Example",
          "--allow-host=10.0.0.7:8080,[fe80::1]",
          "--access-token-file=t",
        ],
        {},
        { "/home/me/t": `${TOKEN}\n` },
      ),
    ).toEqual({
      ...common,
      mode: "demo",
      host: "0.0.0.0",
      allowHosts: ["dash.example", "10.0.0.7:8080", "[fe80::1]"],
      accessToken: TOKEN,
    });
  });

  it("may ask for the token on this machine alone", () => {
    expect(config(["--access-token-file=/run/t"], {}, { "/run/t": TOKEN })).toEqual({
      ...common,
      mode: "demo",
      accessToken: TOKEN,
    });
  });

  it.each([16, 4_096])("takes an access token of %i characters", (length) => {
    const token = "x".repeat(length);
    expect(config(["--access-token-file=t"], {}, { "/home/me/t": token })).toMatchObject({
      accessToken: token,
    });
  });

  it("takes empty variables as unset", () => {
    expect(config([], { PORT: "", HOST: "", DECTHINGS_API_KEY: " ", DECTHINGS_HTTP_ADDRESS: "" })).toEqual({
      ...common,
      mode: "demo",
    });
  });

  it("passes the simulator's flags on", () => {
    expect(config(["--scenario", "hostile", "--sessions", "50000", "--seed", "7"])).toEqual({
      ...common,
      mode: "demo",
      scenario: "hostile",
      sessions: 50_000,
      seed: 7,
    });
  });

  it.each([
    ["the environment", [], { DECTHINGS_API_KEY: `${CANARY}\n` }, {}, "DECTHINGS_API_KEY"],
    ["auth.txt", [], {}, auth, "auth.txt"],
    ["a file with a byte order mark", [], {}, { "/home/me/auth.txt": `\uFEFF${CANARY}\r\n` }, "auth.txt"],
    ["a file named relative to the directory", ["--api-key-file", "k"], {}, { "/home/me/k": CANARY }, "k"],
    ["a file named absolutely", ["--api-key-file=/run/k"], {}, { "/run/k": CANARY }, "/run/k"],
    [
      "the flag before the environment",
      ["--api-key-file=/run/k"],
      { DECTHINGS_API_KEY: "other" },
      { "/run/k": CANARY, "/home/me/auth.txt": "other" },
      "/run/k",
    ],
    [
      "the environment before auth.txt",
      [],
      { DECTHINGS_API_KEY: CANARY },
      { "/home/me/auth.txt": "other" },
      "DECTHINGS_API_KEY",
    ],
  ] as const)("is the gateway with a key from %s", (_, argv, env, content, keySource) => {
    expect(config(argv, env, content)).toEqual({ ...gateway, keySource });
  });

  it("is the demo when a demo flag is given, though a key lies about", () => {
    expect(config(["--scenario", "empty"], { DECTHINGS_API_KEY: CANARY }, auth)).toEqual({
      ...common,
      mode: "demo",
      scenario: "empty",
    });
  });

  it("forwards to the address of the flag, then of the environment, without slashes at its end", () => {
    const upstream = (argv: string[], env: Environment = {}) => config(argv, env, auth);
    expect(upstream(["--upstream", "http://127.0.0.1:8787/v0/"])).toMatchObject({
      upstream: "http://127.0.0.1:8787/v0",
    });
    const env = { DECTHINGS_HTTP_ADDRESS: "https://eu.example.com/api/v0" };
    expect(upstream([], env)).toMatchObject({ upstream: "https://eu.example.com/api/v0" });
    expect(upstream(["--upstream=https://a.example/v0"], env)).toMatchObject({
      upstream: "https://a.example/v0",
    });
  });

  it("is direct with the flag, reads no key, and tells the page its address", () => {
    const direct = { ...common, mode: "direct" };
    expect(config(["--direct"], { DECTHINGS_API_KEY: CANARY }, auth)).toEqual({
      ...direct,
      apiAddress: "https://api.decthings.com/v0",
    });
    expect(config(["--direct"], { DECTHINGS_HTTP_ADDRESS: "http://localhost:1/v0" })).toEqual({
      ...direct,
      apiAddress: "http://localhost:1/v0",
    });
    expect(config(["--direct", "--api-address=https://a.example/v0"])).toEqual({
      ...direct,
      apiAddress: "https://a.example/v0",
    });
  });

  it("shows its flags on --help, whatever else is wrong", () => {
    const result = read(["--help", "--port", "x"]);
    expect(result).toMatchObject({ ok: false, exitCode: 0 });
    expect(result.ok ? "" : result.message).toMatch(
      /^Usage: npm start -- \[flags\], or decthings-debug-dashboard \[flags\]\n {2}--port 4173 /,
    );
  });
});

const keyFile = (content: string | Error) =>
  [["--api-key-file", "k"], {}, { "/home/me/k": content }] as const;
const authFile = (content: string | Error) => [[], {}, { "/home/me/auth.txt": content }] as const;

describe("a wrong configuration", () => {
  it.each<readonly [Readonly<Parameters<typeof read>>, string]>([
    [[["--nonsense"]], "Unknown flag --nonsense; --help lists the flags."],
    [[["-x"]], "Unknown flag -x; --help lists the flags."],
    [[[CANARY]], "Only flags are understood; --help lists them."],
    [[["--port"]], "--port needs a value; --help lists the flags."],
    [[["--port", "--direct"]], "--port needs a value; --help lists the flags."],
    [[["--direct=yes"]], "--direct takes no value."],
    [[["--port", "http"]], "--port must be a whole number from 0 to 65535."],
    [[["--port=-1"]], "--port must be a whole number from 0 to 65535."],
    [[[], { PORT: "65536" }], "PORT must be a whole number from 0 to 65535."],
    [[["--log-format", "xml"]], "--log-format must be text or json."],
    [
      [["--scenario", "nope"]],
      "--scenario must be one of default, empty, scale, diligent, longpast, flapping, hostile.",
    ],
    [[["--sessions", "50001"]], "--sessions must be a whole number from 0 to 50000."],
    [[["--seed", "1.5"]], "--seed must be a whole number from 0 to 4294967295."],
    [
      [["--host", "0.0.0.0"]],
      "--host opens the dashboard to other machines, which needs --allow-host NAME and --access-token-file FILE: give both, or use 127.0.0.1.",
    ],
    [
      [[], { HOST: "box" }],
      "HOST opens the dashboard to other machines, which needs --allow-host NAME and --access-token-file FILE: give both, or use 127.0.0.1.",
    ],
    [
      [["--host=0.0.0.0", "--allow-host=box"]],
      "--host opens the dashboard to other machines, which needs --allow-host NAME and --access-token-file FILE: give both, or use 127.0.0.1.",
    ],
    [
      [["--host=0.0.0.0", "--access-token-file=t"], {}, { "/home/me/t": TOKEN }],
      "--host opens the dashboard to other machines, which needs --allow-host NAME and --access-token-file FILE: give both, or use 127.0.0.1.",
    ],
    [
      [["--allow-host=box"]],
      "--allow-host opens the dashboard to other machines, which needs --access-token-file FILE too.",
    ],
    [
      [["--allow-host=http://box", "--access-token-file=t"], {}, { "/home/me/t": TOKEN }],
      "--allow-host must be a name as in dashboard.example.com, or one with its port.",
    ],
    [
      [["--allow-host=", "--access-token-file=t"], {}, { "/home/me/t": TOKEN }],
      "--allow-host needs a value; --help lists the flags.",
    ],
    [[["--access-token-file=t"]], "The access token file t does not exist: check --access-token-file."],
    [
      [["--access-token-file=t"], {}, { "/home/me/t": "two words of it" }],
      "The access token file t holds characters that no access token has: put just the access token in it.",
    ],
    [
      [["--access-token-file=t"], {}, { "/home/me/t": "fifteen-letters" }],
      "The access token file t holds fewer than 16 characters: make a longer one.",
    ],
    [
      [["--access-token-file=t"], {}, { "/home/me/t": "x".repeat(4_097) }],
      "The access token file t holds more than 4096 characters: make a shorter one.",
    ],
    [
      [["--upstream", "https://a.example/v0"]],
      "--upstream needs a key: set DECTHINGS_API_KEY, or give --api-key-file FILE.",
    ],
    [
      [["--upstream", "a.example"], {}, auth],
      "--upstream must be the API's address with its version, as in https://api.decthings.com/v0.",
    ],
    [
      [["--upstream", "ftp://a.example/v0"], {}, auth],
      "--upstream must be the API's address with its version, as in https://api.decthings.com/v0.",
    ],
    [
      [["--upstream", `https://me:${CANARY}@a.example/v0`], {}, auth],
      "--upstream must be the API's address with its version, as in https://api.decthings.com/v0, without a name, password, query or fragment.",
    ],
    [
      [[], { DECTHINGS_HTTP_ADDRESS: "https://a.example" }, auth],
      "DECTHINGS_HTTP_ADDRESS must be the API's address with its version, as in https://api.decthings.com/v0; it has no version.",
    ],
    [
      [["--api-address=https://a.example/v0"]],
      "--api-address goes with --direct; the gateway's is --upstream.",
    ],
    [[["--direct", "--api-key-file=k"]], "--api-key-file has no use with --direct: leave one of them out."],
    [[["--direct", "--seed=1"]], "--seed has no use with --direct: leave one of them out."],
    [[["--seed=1", "--api-key-file=k"]], "--seed is for the demo and --api-key-file is not: leave one out."],
    [keyFile(""), "The key file k is empty: put just the API key in it."],
    [keyFile(" \n"), "The key file k is empty: put just the API key in it."],
    [keyFile(`${CANARY}\nsecond`), "The key file k has several lines: put just the API key in it."],
    [
      keyFile(`${CANARY}\u0000`),
      "The key file k holds characters that no API key has: put just the API key in it.",
    ],
    [
      keyFile(`key ${CANARY}`),
      "The key file k holds characters that no API key has: put just the API key in it.",
    ],
    [
      keyFile(`${CANARY}é`),
      "The key file k holds characters that no API key has: put just the API key in it.",
    ],
    [keyFile(failing("ENOENT")), "The key file k does not exist: check --api-key-file."],
    [keyFile(failing("EACCES")), "The key file k may not be read by this user: check --api-key-file."],
    [keyFile(failing("EISDIR")), "The key file k is a directory: check --api-key-file."],
    [keyFile(failing("EIO")), "The key file k cannot be read (EIO): check --api-key-file."],
    [authFile(""), "The file auth.txt is empty: put just the API key in it."],
    [authFile(`${CANARY}\r\n${CANARY}`), "The file auth.txt has several lines: put just the API key in it."],
    [authFile(failing("EACCES")), "The file auth.txt may not be read by this user: mend or remove it."],
    [
      [[], { DECTHINGS_API_KEY: `${CANARY}\u0007` }],
      "DECTHINGS_API_KEY holds characters that no API key has: put just the API key in it.",
    ],
  ])("%# is one line: %s", (args, message) => {
    const result = read(...args);
    expect(result).toEqual({ ok: false, message, exitCode: 2 });
    expect(message).not.toContain(CANARY);
    expect(message).not.toContain("\n");
  });
});
