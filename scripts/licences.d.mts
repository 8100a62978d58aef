export interface RuntimePackage {
  readonly name: string;
  readonly version: string;
  /** As an SPDX expression. */
  readonly licence: string;
  /** Where it is installed, relative to the checkout. */
  readonly path: string;
}
export const PAGE_LIBRARIES: readonly string[];
export function runtimePackages(root: string): readonly RuntimePackage[];
export function licenceTable(root: string): string;
export function licenceTexts(root: string): string;
