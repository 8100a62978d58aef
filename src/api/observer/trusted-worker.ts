/** Starts the worker under the page's policy: Trusted Types allow two script addresses, its own and the service worker's. */
import workerUrl from "./worker.ts?worker&url";

interface TrustedTypes {
  readonly createPolicy: (
    name: string,
    rules: { readonly createScriptURL: (address: string) => string },
  ) => { readonly createScriptURL: (address: string) => string };
}

// In Chromium and Safari; TypeScript does not know it yet.
const trustedTypes: unknown = Reflect.get(globalThis, "trustedTypes");
const isTrustedTypes = (value: unknown): value is TrustedTypes => value !== undefined;

/** It keeps the page (src/offline): from the root of the site, as it answers for all of it. */
export const SERVICE_WORKER = "/service-worker.js";

const RULES = {
  createScriptURL(address: string): string {
    if (address !== workerUrl && address !== SERVICE_WORKER)
      throw new TypeError(`No script of this page: ${address}`);
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
  return new Worker(trusted(workerUrl), { type: "module", name: "observer" });
}

/** An address under the page's one policy. @throws where it is not of a worker of the page */
export function trusted(address: string): string {
  policy ??= isTrustedTypes(trustedTypes) ? trustedTypes.createPolicy("app-worker", RULES) : RULES;
  return policy.createScriptURL(address);
}
