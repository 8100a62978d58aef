/** From what was configured to what is made, shared by the command line and Vite's dev server. */
import { createSimulator } from "@decthings-debug-dashboard/simulator";
import type { GatewayOptions } from "./app.ts";
import type { GatewayConfig } from "./config.ts";

/** The options of {@link createGateway} for a configuration, a running simulator included in demo mode. */
export function optionsOf(config: GatewayConfig): GatewayOptions {
  const { actions, allowHosts, accessToken } = config;
  const common = { actions, allowHosts, ...(accessToken === undefined ? {} : { accessToken }) };
  switch (config.mode) {
    case "demo": {
      const { scenario, sessions, seed } = config;
      const simulator = createSimulator({
        allowControl: true,
        allowActions: actions,
        ...(scenario === undefined ? {} : { scenario }),
        ...(sessions === undefined ? {} : { sessions }),
        ...(seed === undefined ? {} : { seed }),
      });
      return { mode: "demo", simulator, ...common };
    }
    case "gateway":
      return { mode: "gateway", apiKey: config.apiKey, upstream: config.upstream, ...common };
    case "direct":
      return { mode: "direct", apiAddress: config.apiAddress, ...common };
  }
}

/** What the person who started it should know of the mode, in a few words; never the key. */
export function describeMode(config: GatewayConfig): string {
  switch (config.mode) {
    case "demo":
      return "demo: simulated sessions, no key";
    case "gateway":
      return `gateway: ${config.upstream} with the key of ${config.keySource}`;
    case "direct":
      return `direct: the page calls ${config.apiAddress} with a key pasted into it`;
  }
}
