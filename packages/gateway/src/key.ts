/** Where the API key comes from, and what is no key. No message here repeats what a file or variable holds. */

export type ReadFile = (path: string) => string;

export interface Key {
  readonly apiKey: string;
  /** Where it was found, for the line printed at the start. */
  readonly source: string;
}

/** One sentence: what is wrong and what to do. */
export interface Problem {
  readonly problem: string;
}

export const isProblem = (value: object): value is Problem => "problem" in value;

const codeOf = (error: unknown) =>
  error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "unknown error";

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: "does not exist",
  EACCES: "may not be read by this user",
  EPERM: "may not be read by this user",
  EISDIR: "is a directory",
};

/** What a secret is called in messages, and the flag that names its file. */
interface SecretName {
  readonly what: "API key" | "access token";
  readonly flag: string;
}

const API_KEY: SecretName = { what: "API key", flag: "--api-key-file" };

/** A secret goes into a header as it is, so it is one run of visible ASCII characters. */
function checkSecret(
  given: string,
  source: string,
  what: SecretName["what"],
): { readonly text: string } | Problem {
  const text = given.trim();
  const put = `put just the ${what} in it.`;
  if (text === "") return { problem: `${source} is empty: ${put}` };
  if (/[\r\n]/.test(text)) return { problem: `${source} has several lines: ${put}` };
  if (!/^[\x21-\x7e]+$/.test(text)) {
    return { problem: `${source} holds characters that no ${what} has: ${put}` };
  }
  return { text };
}

function check(text: string, source: string): Key | Problem {
  const secret = checkSecret(text, source, "API key");
  return isProblem(secret) ? secret : { apiKey: secret.text, source };
}

/** The secret of a file the person named. */
export function secretOfFile(
  path: string,
  { what, flag }: SecretName,
  readFile: ReadFile,
): { readonly text: string } | Problem {
  const source = what === "API key" ? `The key file ${path}` : `The ${what} file ${path}`;
  let text: string;
  try {
    text = readFile(path);
  } catch (error) {
    const code = codeOf(error);
    return { problem: `${source} ${REASONS[code] ?? `cannot be read (${code})`}: check ${flag}.` };
  }
  return checkSecret(text, source, what);
}

/** The key of a file the person named. */
export function keyOfFile(path: string, readFile: ReadFile): Key | Problem {
  const key = secretOfFile(path, API_KEY, readFile);
  return isProblem(key) ? key : { apiKey: key.text, source: path };
}

/** The key of `auth.txt` in a directory; undefined when there is no such file. */
export function keyOfAuthTxt(path: string, readFile: ReadFile): Key | Problem | undefined {
  let text: string;
  try {
    text = readFile(path);
  } catch (error) {
    const code = codeOf(error);
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    return {
      problem: `The file auth.txt ${REASONS[code] ?? `cannot be read (${code})`}: mend or remove it.`,
    };
  }
  const key = check(text, "The file auth.txt");
  return isProblem(key) ? key : { ...key, source: "auth.txt" };
}

/** The key of an environment variable; undefined when it is unset or blank. */
export function keyOfEnvironment(value: string | undefined): Key | Problem | undefined {
  if (value === undefined || value.trim() === "") return undefined;
  const key = check(value, "DECTHINGS_API_KEY");
  return isProblem(key) ? key : { ...key, source: "DECTHINGS_API_KEY" };
}
