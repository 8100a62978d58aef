/** The design's colours as a canvas takes them: read from the style sheet, and again when the theme is another. */
import { useEffect, useState } from "react";

const TOKENS = [
  "--surface",
  "--sunken",
  "--line",
  "--line-faint",
  "--accent",
  "--text-3",
  "--starting-fill",
  "--running-fill",
  "--running-sheen",
  "--completed-fill",
  "--failed-fill",
  "--ended-fill",
  "--tl-grid",
  "--tl-life",
  "--tl-life-edge",
  "--tl-future",
  "--tl-blind",
  "--tl-blind-edge",
] as const;

type Token = (typeof TOKENS)[number];
export type Colours = Readonly<Record<Token, string>>;

/** A property holds both themes' colours; only as the colour of something is it the one in force. */
function readColours(): Colours {
  const probe = document.createElement("span");
  probe.style.setProperty("forced-color-adjust", "none");
  document.body.append(probe);
  const style = getComputedStyle(probe);
  const colours: Partial<Record<Token, string>> = {};
  for (const token of TOKENS) {
    probe.style.color = `var(${token})`;
    colours[token] = style.color;
  }
  probe.remove();
  // One for each token.
  return colours as Colours;
}

const SYSTEM = ["(prefers-color-scheme: dark)", "(prefers-contrast: more)", "(forced-colors: active)"];

/** An effect, because the theme is an attribute of the document, or a wish told to the system. */
export function useColours(): Colours | undefined {
  const [colours, setColours] = useState<Colours>();
  useEffect(() => {
    const read = () => setColours(readColours());
    read();
    const attribute = new MutationObserver(read);
    attribute.observe(document.documentElement, { attributeFilter: ["data-theme"] });
    const wishes = SYSTEM.map((query) => matchMedia(query));
    for (const wish of wishes) wish.addEventListener("change", read);
    return () => {
      attribute.disconnect();
      for (const wish of wishes) wish.removeEventListener("change", read);
    };
  }, []);
  return colours;
}
