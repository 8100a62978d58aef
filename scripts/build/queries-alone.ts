import type { Plugin } from "vite";

const NO_MUTATIONS = `export class MutationCache {
  findAll = () => [];
  subscribe = () => () => {};
  clear() {}
  resumePausedMutations = () => Promise.resolve();
}`;

const NO_SUSPENSE = `export const ensureSuspenseTimers = () => {};
export const shouldSuspend = () => false;
export const fetchOptimistic = undefined;`;

const NO_RESTORING = "export const useIsRestoring = () => false;";

const NO_RESETTING = `const never = { isReset: () => false, clearReset() {} };
export const useQueryErrorResetBoundary = () => never;`;

const OWN_TIMERS = `export const timeoutManager = {
  setTimeout: (call, ms) => setTimeout(call, ms),
  clearTimeout: (id) => clearTimeout(id),
  setInterval: (call, ms) => setInterval(call, ms),
  clearInterval: (id) => clearInterval(id),
};
export const systemSetTimeoutZero = (call) => setTimeout(call, 0);`;

const NO_SERVER = "export const isServer = () => false;";

/**
 * Leaves out what the query client is made with and the page never asks of it: mutations, infinite queries, suspense, a client
 * that is restored, errors that are reset from above, timers of another's making, and servers that render. A page that begins to
 * use them does not build.
 */
export function queriesAlone(): Plugin {
  const replaced = new Map([
    ["./mutationCache.js", NO_MUTATIONS],
    ["./infiniteQueryBehavior.js", "export const infiniteQueryBehavior = undefined;"],
    ["./suspense.js", NO_SUSPENSE],
    ["./IsRestoringProvider.js", NO_RESTORING],
    ["./QueryErrorResetBoundary.js", NO_RESETTING],
    ["./timeoutManager.js", OWN_TIMERS],
    ["./environmentManager.js", NO_SERVER],
  ]);
  const used = new Set<string>();
  return {
    name: "decthings-debug-dashboard:queries-alone",
    apply: "build",
    enforce: "pre",
    resolveId(source, importer) {
      if (
        !replaced.has(source) ||
        !/query-core.*\/(query(Client|Observer)?|removable|retryer|utils|notifyManager)\.js$|\/useBaseQuery\.js$/.test(
          importer ?? "",
        )
      )
        return undefined;
      used.add(source);
      return `\0${source}`;
    },
    load: (id) => (id.startsWith("\0./") ? replaced.get(id.slice(1)) : undefined),
    generateBundle(_, bundle) {
      if (used.size < replaced.size)
        this.error("The query library is no longer laid out as this build knows it.");
      const unwanted =
        /query-core.*\/(mutation\w*|timeoutManager|environmentManager)\.js$|react-query.*\/(useSuspense\w*|IsRestoringProvider|QueryErrorResetBoundary)\.js$/;
      for (const chunk of Object.values(bundle)) {
        if (chunk.type === "chunk" && chunk.moduleIds.some((id) => unwanted.test(id)))
          this.error("The page uses what the plugin `queriesAlone` leaves out: take it out of the build.");
      }
    },
  };
}
