/** Reads what was kept or handed over as text, of whatever shape it is: undefined where there is none, or it is no JSON. */
export function parsedJson(text: string | null): unknown {
  try {
    return text === null ? undefined : JSON.parse(text);
  } catch {
    return undefined;
  }
}
