export interface ManifestChunk {
  readonly file: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly css?: readonly string[];
}
export function firstView(
  manifest: Readonly<Record<string, ManifestChunk>>,
  scripts: readonly string[],
): { js: string[]; css: string[] };
