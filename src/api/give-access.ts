/** Gives the page's server its access token; the server answers with a cookie, which the page never sees. */

const UNREACHABLE = "The dashboard's server cannot be reached. Try again.";

/**
 * @param typed goes into the request's body and nowhere else
 * @returns why it was not taken, in one sentence that repeats nothing of it; undefined when it was
 */
export async function giveAccess(typed: string): Promise<string | undefined> {
  const token = typed.trim();
  if (token === "") return "Enter the access token.";
  let answer: Response;
  try {
    answer = await fetch("/access", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ token }),
      cache: "no-store",
      redirect: "error",
    });
  } catch {
    return UNREACHABLE;
  }
  if (answer.ok) return undefined;
  if (answer.status === 401) return "This is not the access token.";
  const seconds = Number(answer.headers.get("retry-after"));
  if (answer.status === 429 && seconds > 0) return `Too many wrong tokens: try again in ${seconds} seconds.`;
  return `The dashboard's server answered with HTTP status ${answer.status}.`;
}
