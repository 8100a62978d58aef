import { rows } from "./support/list.ts";
import { expect, test } from "./support/test.ts";
import { FAILED_REQUEST } from "./support/watchdog.ts";

test.use({ world: { sessions: 3, speed: 0 } });

test("the page's policy refuses what injected words would need to do harm, and says so", async ({
  page,
  watchdog,
}) => {
  await page.goto("/");
  await expect(rows(page).first()).toBeVisible();
  expect(watchdog.complaints()).toEqual([]);

  const outcome = await page.evaluate(async () => {
    const style = document.createElement("style");
    style.textContent = "body { display: none }";
    document.head.append(style);
    const image = document.createElement("img");
    image.src = "http://127.0.0.1:9/picture";
    document.body.append(image);
    const attempts = {
      markup: () => void (document.createElement("div").innerHTML = "<b>bold</b>"),
      script: () => void (document.createElement("script").src = "/assets/other.js"),
    };
    const refused = Object.entries(attempts).flatMap(([name, attempt]) => {
      try {
        attempt();
        return [];
      } catch {
        return [name];
      }
    });
    const elsewhere = await fetch("http://127.0.0.1:9/").then(
      () => "sent",
      () => "not sent",
    );
    return { refused, elsewhere, shown: getComputedStyle(document.body).display };
  });
  expect(outcome).toEqual({ refused: ["markup", "script"], elsewhere: "not sent", shown: "block" });

  for (const directive of ["style-src", "img-src", "connect-src", "require-trusted-types-for"]) {
    await expect
      .poll(() => watchdog.complaints().join("\n"))
      .toContain(`Content security policy: ${directive}`);
  }
  watchdog.expect(/content security policy|This document requires 'Trusted/iu);
  watchdog.expect(FAILED_REQUEST);
  watchdog.expect(/Fetch API cannot load|Refused to/u);
});
