export interface FileToSave {
  readonly name: string;
  /** Media type. */
  readonly type: string;
  readonly text: string;
}

/** Browsers read the file after the press, at their own time. Ms. */
const READ_BY_MS = 30_000;

/** Gives the text to the browser's download. */
export function saveFile({ name, type, text }: FileToSave): void {
  const address = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), READ_BY_MS);
}
