import { launchOptions } from "../../scripts/browser.mjs";

/**
 * The browser of a test. It is over before the engine's optimising compilers have paid for themselves: without them the tests take a
 * ninth less. The bench has them.
 */
export function testBrowser(need?: Parameters<typeof launchOptions>[0]): ReturnType<typeof launchOptions> {
  const { args, ...browser } = launchOptions(need);
  return { ...browser, args: [...args, "--js-flags=--no-opt --no-maglev"] };
}
