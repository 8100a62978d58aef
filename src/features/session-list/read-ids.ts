// A file of its own, for the bundler renames what a file exports that others import from too: in a copy that `fetchModule` asks for
// again there would be no `readIds`.
export { readIds } from "../../domain/paste.ts";
