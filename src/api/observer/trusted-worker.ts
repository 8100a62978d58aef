/** Starts the worker under the page's policy: Trusted Types allow one script address, and it is this one. */
import workerUrl from "./worker.ts?worker&url";

interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string };
}

// In Chromium and Safari; TypeScript does not know it yet.
const trustedTypes: unknown = Reflect.get(globalThis, "trustedTypes");
const isTrustedTypes = (value: unknown): value is TrustedTypes =>
  typeof value === "object" && value !== null && "createPolicy" in value;

const RULES = {
  createScriptURL(address: string): string {
    if (address !== workerUrl) throw new TypeError("Only the page's own worker may be started.");
    return address;
  },
};

let policy: (Pick<TrustedTypes, never> & typeof RULES) | undefined;

/** @throws where the browser has no workers, or will not start one */
export function startWorker(): Worker {
  policy ??= isTrustedTypes(trustedTypes) ? trustedTypes.createPolicy("app-worker", RULES) : RULES;
  return new Worker(policy.createScriptURL(workerUrl), { type: "module", name: "observer" });
}
