/** npm run icons: public/icon.svg and the pictures in public/icons, with the page's mark (icon-drawings.ts). */
import { chromium } from "@playwright/test";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { launchOptions } from "./browser.mjs";
import { iconSvg, PICTURES } from "./icon-drawings.ts";

const folder = join(import.meta.dirname, "../public");
writeFileSync(join(folder, "icon.svg"), iconSvg());
const browser = await chromium.launch(launchOptions());
const page = await browser.newPage();
for (const [name, { size, shape }] of Object.entries(PICTURES)) {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(iconSvg(size, shape));
  await page.addStyleTag({ content: "body { margin: 0 } body > svg { display: block }" });
  await page.screenshot({ path: join(folder, "icons", name), omitBackground: true });
}
await browser.close();
