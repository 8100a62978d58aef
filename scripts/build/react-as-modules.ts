import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Plugin } from "vite";
import { ROOT } from "./root.ts";

/** Where React has what is imported of it. */
export const REACT: ReadonlyMap<string, string> = new Map([
  ["react", "react/cjs/react.production.js"],
  ["react/jsx-runtime", "react/cjs/react-jsx-runtime.production.js"],
  ["react-dom", "react-dom/cjs/react-dom.production.js"],
  ["react-dom/client", "react-dom/cjs/react-dom-client.production.js"],
  ["scheduler", "scheduler/cjs/scheduler.production.js"],
]);

export const pathOfReact = (file: string): string => join(ROOT, "node_modules", file);

/** The modules of this plugin. */
export const REACT_MODULE = /^\0react-as-modules:/;
const PREFIX = "\0react-as-modules:";

/**
 * React as modules, which it does not come as. To a build it is objects that functions fill, with a helper in a file of its own:
 * nothing of them can be left out, and each use of a hook or of `jsx` looks its name up. As modules they lose what nobody imports,
 * a twentieth, and a use is a call of a function.
 */
export function reactAsModules(): Plugin {
  return {
    name: "decthings-debug-dashboard:react-as-modules",
    apply: "build",
    enforce: "pre",
    resolveId: (source) => (REACT.has(source) ? `${PREFIX}${source}` : undefined),
    async load(id) {
      const file = REACT_MODULE.test(id) ? REACT.get(id.slice(PREFIX.length)) : undefined;
      return file === undefined ? undefined : asModule(await readFile(pathOfReact(file), "utf8"));
    },
    generateBundle(_, bundle) {
      const other = /rolldown[\\/]runtime|node_modules[\\/](react|react-dom|scheduler)[\\/]/;
      for (const chunk of Object.values(bundle))
        if (chunk.type === "chunk" && chunk.moduleIds.some((id) => other.test(id)))
          this.error(`Something of React, or another library, is no module: ${chunk.moduleIds.join(", ")}`);
    },
  };
}

/**
 * A script that fills its `exports`, one name at the beginning of a line each, and takes others by `name = require("…")`.
 * @throws where it does anything else with them
 */
export function asModule(script: string): string {
  const imports: string[] = [];
  const names = new Set<string>();
  const ofModule = script
    .replaceAll(/(\w+) = require\("([^"]+)"\)/g, (_, name: string, source: string) => {
      imports.push(`import * as ${name} from "${source}";`);
      return `required${imports.length}`;
    })
    // What gets its value here, once and for all, may be left out where nobody imports it.
    .replaceAll(/^exports\.(\w+) = (?!void 0;)/gm, (_, name: string) => {
      names.add(name);
      return `const exported_${name} = `;
    })
    .replaceAll(/\bexports\.(\w+)/g, (_, name: string) => {
      names.add(name);
      return `exported_${name}`;
    });
  const left = /\b(?:exports|module|require)\b(?!["'`]).{0,40}/.exec(
    ofModule.replaceAll(/\/\*[^]*?\*\//g, ""),
  );
  if (left !== null) throw new Error(`React does what this build does not know: ${left[0]}`);
  const later = [...names].filter((name) => !ofModule.includes(`const exported_${name} =`));
  return [
    ...imports,
    ...later.map((name) => `let exported_${name};`),
    ofModule,
    `export { ${[...names].map((name) => `exported_${name} as ${name}`).join(", ")} };`,
  ].join("\n");
}
