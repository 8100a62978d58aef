export function sbom(root: string): string;
