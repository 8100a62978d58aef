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

/** A key goes into a header as it is, so it is one run of visible ASCII characters. */
function check(text: string, source: string): Key | Problem {
  const apiKey = text.trim();
  if (apiKey === "") return { problem: `${source} is empty: put just the API key in it.` };
  if (/[\r\n]/.test(apiKey)) return { problem: `${source} has several lines: put just the API key in it.` };
  if (!/^[\x21-\x7e]+$/.test(apiKey)) {
    return { problem: `${source} holds characters that no API key has: put just the API key in it.` };
  }
  return { apiKey, source };
}

/** The key of a file the person named. */
export function keyOfFile(path: string, readFile: ReadFile): Key | Problem {
  const source = `The key file ${path}`;
  let text: string;
  try {
    text = readFile(path);
  } catch (error) {
    const code = codeOf(error);
    return { problem: `${source} ${REASONS[code] ?? `cannot be read (${code})`}: check --api-key-file.` };
  }
  const key = check(text, source);
  return isProblem(key) ? key : { ...key, source: path };
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
