/** What the documents of this repository hold: their blocks of commands, their links and the files they name. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Every document, from the root of the repository. */
export function documentsOf(root: string): readonly string[] {
  const docs = readdirSync(join(root, "docs"), { recursive: true, encoding: "utf8" })
    .map((path) => `docs/${path.replaceAll("\\", "/")}`)
    .filter((path) => path.endsWith(".md"));
  const packages = readdirSync(join(root, "packages")).map((name) => `packages/${name}/README.md`);
  const withPage = packages.filter((path) => !path.includes("gateway"));
  return ["README.md", "CONTRIBUTING.md", "CHANGELOG.md", "bench/README.md", ...docs, ...withPage];
}

/** Commands that are to be typed one after the other. */
export interface Block {
  readonly document: string;
  readonly commands: readonly string[];
}

const withoutComment = (line: string): string => line.replace(/(?:^|\s+)#(?:\s.*)?$/u, "").trim();

/** The blocks of commands: those that name no language. A command that goes on in the next line is one. */
export function blocksOf(root: string): readonly Block[] {
  return documentsOf(root).flatMap((document) =>
    [...read(root, document).matchAll(/^```\n(.*?)^```$/gmsu)].map(([, text = ""]) => ({
      document,
      commands: text
        .replaceAll(/\\\n\s*/gu, "")
        .split("\n")
        .map(withoutComment)
        .filter((line) => line !== ""),
    })),
  );
}

/** What stands in back quotes, with blocks and drawings left aside. */
export function quotedIn(root: string, document: string): readonly string[] {
  const text = read(root, document).replaceAll(/^```.*?^```$/gmsu, "");
  return [...text.matchAll(/`([^`\n]+)`/gu)].map(([, quoted = ""]) => quoted);
}

/** Where the document leads: of Markdown's links, and of pictures. */
export function linksIn(root: string, document: string): readonly string[] {
  const text = read(root, document).replaceAll(/`[^`\n]*`/gu, "");
  return [...text.matchAll(/\]\(([^)\s]+)\)|\b(?:src|srcset)="([^"]+)"/gu)].map(
    ([, link, picture]) => link ?? picture ?? "",
  );
}

/** The names by which a link leads into a document. */
export function anchorsOf(root: string, document: string): ReadonlySet<string> {
  const headings = [...read(root, document).matchAll(/^#+ (.+)$/gmu)].map(([, heading = ""]) => heading);
  return new Set(
    headings.map((heading) =>
      heading
        .toLowerCase()
        .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
        .replaceAll(" ", "-"),
    ),
  );
}

const read = (root: string, document: string): string => readFileSync(join(root, document), "utf8");
