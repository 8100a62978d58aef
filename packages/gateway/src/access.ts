/**
 * The access token of a gateway that serves other machines: asked for once, then a cookie shows that it was given. The cookie
 * holds what is derived from the token, not the token, so it stays good over a restart and ends with the token.
 */
import { createHash, scryptSync, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { isIPv6 } from "node:net";

const COOKIE = "decthings-access";
/** Seconds: a monitor on a wall is asked once a month. */
const COOKIE_AGE = 30 * 86_400;

/** Characters. One is given in a header, or as JSON in one small body. */
export const LONGEST_TOKEN = 4_096;

/** Wrong guesses that are taken at once, and how often one more is. */
const GUESSES = 5;
const GUESS_EVERY_MS = 12_000;
/** No more addresses are remembered: the one that was quiet for longest is forgotten first. */
const ADDRESSES = 1_000;

/** Counts the wrong guesses of each address. `now` is ms and never goes back. */
export function createGuessLimit(now: () => number) {
  /** What its wrong guesses cost and has not come back since, ms. */
  const spent = new Map<string, { readonly ms: number; readonly at: number }>();
  const spentBy = (address: string) => {
    const before = spent.get(address);
    return before === undefined ? 0 : Math.max(0, before.ms - (now() - before.at));
  };
  return {
    /** Until this address may guess again, ms; 0: at once. */
    waitMs: (address: string): number => Math.max(0, spentBy(address) - (GUESSES - 1) * GUESS_EVERY_MS),
    wrong(address: string): void {
      const ms = spentBy(address) + GUESS_EVERY_MS;
      spent.delete(address);
      spent.set(address, { ms, at: now() });
      const [oldest] = spent.keys();
      if (spent.size > ADDRESSES && oldest !== undefined) spent.delete(oldest);
    },
  };
}

type GuessLimit = ReturnType<typeof createGuessLimit>;

export type Attempt =
  | { readonly kind: "right"; readonly cookie: string }
  | { readonly kind: "wrong" }
  /** Not looked at: too many were wrong. */
  | { readonly kind: "later"; readonly waitMs: number };

export interface Access {
  /** Whether the request shows that the token was given: by the cookie, or as a bearer token. */
  readonly isOpen: (req: IncomingMessage) => boolean;
  /** What comes of a token that was typed. @param isSecure whether the page came over HTTPS */
  readonly attempt: (token: string, from: string, isSecure: boolean) => Attempt;
}

/** In constant time whatever the lengths: both become digests first. */
function isEqual(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}

/** Whose guesses are counted together. A household, and so whoever guesses, has all addresses of an IPv6 network of 64 bits. */
export const addressOf = (req: IncomingMessage): string => networkOf(req.socket.remoteAddress ?? "");

/** The network of an IPv6 address, as its four groups; any other address, one of IPv4 in IPv6 too, as it is. */
export function networkOf(address: string): string {
  if (!isIPv6(address) || address.includes(".")) return address;
  const [first = [], last = []] = address.split("::").map((half) => half.split(":").filter(Boolean));
  // What "::" stands for: nothing where there is none.
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => "0");
  return [...first, ...zeros, ...last].slice(0, 4).join(":");
}

/** Of a request's own cookies so many are looked at: a browser sends one. */
const MOST_COOKIES = 2;

export function createAccess(token: string, now: () => number = () => performance.now()): Access {
  // Slow to work out, once: whoever came by a cookie, or sends made-up ones, does not guess the token by them.
  const proof = scryptSync(token, "decthings-debug-dashboard access", 32).toString("base64url");
  // Apart: behind a proxy a machine with an old token has the address of the people who type theirs.
  const typed = createGuessLimit(now);
  const sent = createGuessLimit(now);

  function attempt(given: string, from: string, limit: GuessLimit): "right" | "wrong" | number {
    const waitMs = limit.waitMs(from);
    if (waitMs > 0) return waitMs;
    if (isEqual(given, token)) return "right";
    limit.wrong(from);
    return "wrong";
  }

  return {
    isOpen(req) {
      const cookies = (req.headers.cookie ?? "").split(";").map((cookie) => cookie.trim());
      const own = cookies.filter((cookie) => cookie.startsWith(`${COOKIE}=`)).slice(0, MOST_COOKIES);
      if (own.some((cookie) => isEqual(cookie.slice(COOKIE.length + 1), proof))) return true;
      const bearer = /^Bearer (\S+)$/i.exec(req.headers.authorization ?? "")?.[1];
      return bearer !== undefined && attempt(bearer, addressOf(req), sent) === "right";
    },
    attempt(given, from, isSecure) {
      const result = attempt(given.trim(), from, typed);
      if (result === "wrong") return { kind: "wrong" };
      if (result !== "right") return { kind: "later", waitMs: result };
      const secure = isSecure ? "; Secure" : "";
      return {
        kind: "right",
        cookie: `${COOKIE}=${proof}; Path=/; Max-Age=${COOKIE_AGE}; HttpOnly; SameSite=Strict${secure}`,
      };
    },
  };
}
