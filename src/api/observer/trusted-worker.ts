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

let prepared: Worker | undefined;

/** Begins to load the worker, so that it is there when it is asked for. Where it cannot be had, asking for it says so. */
export function prepareWorker(): void {
  try {
    const worker = makeWorker();
    prepared = worker;
    // Nobody listens to it yet: who asks for one later gets another, and hears of its failure.
    worker.addEventListener("error", () => {
      if (prepared === worker) prepared = undefined;
    });
  } catch {
    prepared = undefined;
  }
}

/** @throws where the browser has no workers, or will not start one */
export function startWorker(): Worker {
  const worker = prepared ?? makeWorker();
  prepared = undefined;
  return worker;
}

function makeWorker(): Worker {
  policy ??= isTrustedTypes(trustedTypes) ? trustedTypes.createPolicy("app-worker", RULES) : RULES;
  return new Worker(policy.createScriptURL(workerUrl), { type: "module", name: "observer" });
}
