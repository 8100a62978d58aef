/** Sessions of the default world (seed 1) as it stands when a test begins; see clock.ts. */

/** 3 h 51 m old, on a persistent launcher of 8 vCPU, 30 GiB, swap and 2 T4 but no disk; trainings: 3 completed, 1 failed, 1 running. */
export const TRAINED = "97385e39-6013-4106-9af3-4fbde6d99ecb";
/** On a persistent launcher with every value of the specification set. */
export const WHOLE_SPEC = "54162d42-3a79-4004-a36f-e81ed3f34085";
/** On a temporary launcher that has vCPU and memory and nothing else set. */
export const BARE_SPEC = "02715951-cd1a-4062-b0f4-6642ba52ee11";
/** Runs ten minutes before the beginning, and no longer at it. */
export const ENDING = "10a898f0-03cf-4c5d-b144-36f4327dd6a5";
/** Started within the ten minutes before the beginning; 4 m 57 s old. */
export const YOUNG = "95d2f3ec-079b-4c5a-bbce-38070a2cfa2a";
/** No session of any world. */
export const NOBODY = "00000000-0000-4000-8000-00000000dead";

/** From the beginning back to when `ENDING` still runs and `YOUNG` does not yet. */
export const BEFORE = { offsetMs: -600_000 } as const;
export const AT_THE_BEGINNING = { offsetMs: 0 } as const;
