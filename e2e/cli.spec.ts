import { runningSessions } from "./support/api.ts";
import { startCommand } from "./support/command.ts";
import { live, rows } from "./support/list.ts";
import { CANARY_KEY } from "./support/servers.ts";
import { expect, test } from "./support/test.ts";

// The commands run on the machine's clock.
test.use({ clock: { offsetMs: 0, now: Date.now } });

test("npm start serves a live dashboard of simulated sessions, and ends when told to", async ({ page }) => {
  const command = await startCommand(["start", "--", "--port", "0"]);
  try {
    await page.goto(command.address);
    await expect(rows(page).first()).toBeVisible();
    await expect(live(page)).toHaveAttribute("data-phase", "live");
    await expect(page.getByText("sample data")).toBeVisible();
    expect(command.output()).toContain("demo");
  } finally {
    // A page that lacks its server complains.
    await page.close();
    await command.stop();
  }
  await expect(fetch(command.address)).rejects.toThrow();
});

test("npm run simulator answers as the API, and npm start forwards to it without showing its key", async ({
  page,
}) => {
  const simulator = await startCommand(["run", "simulator", "--", "--port", "0", "--sessions", "25"]);
  try {
    expect((await runningSessions({ apiUrl: simulator.address })).length).toBeGreaterThan(0);
    const gateway = await startCommand(
      ["start", "--", "--port", "0", "--log-format", "json", "--upstream", simulator.address],
      { env: { DECTHINGS_API_KEY: CANARY_KEY } },
    );
    try {
      await page.goto(gateway.address);
      await expect(rows(page).first()).toBeVisible();
      await expect.poll(() => gateway.output()).toContain('"/v0/Debug/getDebugSessions"');
      expect(gateway.output() + (await page.content())).not.toContain(CANARY_KEY);
    } finally {
      await page.close();
      await gateway.stop();
    }
  } finally {
    await simulator.stop();
  }
});
