export { parseFaults, type Faults } from "./faults.ts";
export { listen, type Listening } from "./listen.ts";
export { createSimulator, MAX_SESSIONS, type Simulator, type SimulatorOptions } from "./simulator.ts";
export type { Stats } from "./traffic.ts";
export { SCENARIOS, type ScenarioName } from "./world/scenarios.ts";
