/** The import statements of a source file, found by a scanner that knows strings and comments but no grammar. */

export interface Import {
  /** The module as written between the quotes. */
  readonly from: string;
  /** Whether the whole statement vanishes when types are stripped. */
  readonly typeOnly: boolean;
}

// One alternative for each thing in which an import statement may only seem to stand: a comment or a template.
const TOKENS =
  /\/\*[\s\S]*?\*\/|\/\/[^\n]*|`(?:\\[\s\S]|[^\\`])*`|(?<=^|[\s;}])(?<kind>import|export)(?<type>\s+type\b(?!\s*from\b|\s*,))?(?<clause>[\s\w$*{},]*?(?:\bfrom\b)|(?=\s*["']))\s*(?<quote>["'])(?<from>[^"'\n]+)\k<quote>|\bimport\(\s*(?<lazyQuote>["'])(?<lazy>[^"'\n]+)\k<lazyQuote>/g;

/** Every import, re-export and literal dynamic import of a TypeScript source, in order. */
export function importsOf(source: string): readonly Import[] {
  const found: Import[] = [];
  for (const { groups } of source.matchAll(TOKENS)) {
    const from = groups?.["from"] ?? groups?.["lazy"];
    if (from !== undefined) found.push({ from, typeOnly: groups?.["type"] !== undefined });
  }
  return found;
}
