export { createGateway, type Gateway, type GatewayOptions, isGatewayPath, type Mode } from "./app.ts";
export { type ConfigResult, type GatewayConfig, isLoopback, readConfig } from "./config.ts";
export { describeMode, optionsOf } from "./from-config.ts";
export { contentSecurityPolicy, securityHeaders } from "./headers.ts";
export type { RequestEntry } from "./request-log.ts";
export { type Listening, serve } from "./serve.ts";
