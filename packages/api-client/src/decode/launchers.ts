import type {
  ExecutionLocation,
  GetPersistentLaunchersResult,
  GetSysinfoResult,
  LauncherSpec,
  PersistentLauncher,
} from "../types.ts";
import type { JsonObject } from "../wire/frame.ts";
import {
  readInstant,
  readList,
  readNumber,
  readObject,
  readOptional,
  readString,
  withFields,
} from "./read.ts";

function readGpus(value: unknown, what: string): JsonObject {
  const gpus = readObject(value, what);
  readString(gpus.model, "model");
  readNumber(gpus.count, "count");
  return gpus;
}

function readSpec(value: unknown, what: string): LauncherSpec {
  const spec = readObject(value, what);
  readNumber(spec.cpus, "cpus");
  readNumber(spec.memoryMebibytes, "memoryMebibytes");
  return withFields(spec, {
    diskMebibytes: readOptional(spec.diskMebibytes, "diskMebibytes", readNumber),
    swapMebibytes: readOptional(spec.swapMebibytes, "swapMebibytes", readNumber),
    gpus: readOptional(spec.gpus, "gpus", readGpus),
  }) as unknown as LauncherSpec;
}

/** Where a session runs; a type this client does not know is kept as it came. */
export function readLocation(value: unknown, what: string): ExecutionLocation {
  const location = readObject(value, what);
  const type = readString(location.type, "type");
  if (type === "persistentLauncher") readString(location.persistentLauncherId, "persistentLauncherId");
  else if (type !== "temporaryLauncher") return location as unknown as ExecutionLocation;
  return withFields(location, { spec: readSpec(location.spec, "spec") }) as unknown as ExecutionLocation;
}

function readRunning(value: unknown, what: string): JsonObject {
  const running = readObject(value, what);
  readString(running.id, "id");
  readString(running.type, "type");
  return running;
}

function readLauncher(value: unknown, what: string): PersistentLauncher {
  const launcher = readObject(value, what);
  readString(launcher.id, "id");
  readString(launcher.name, "name");
  const state = readObject(launcher.state, "state");
  if (readString(state.type, "type") === "recreating") {
    readString(state.previous, "previous");
  }
  return withFields(launcher, {
    createdAt: readOptional(launcher.createdAt, "createdAt", readInstant),
    spec: readSpec(launcher.spec, "spec"),
    running: readList(launcher.running, "running", readRunning),
  }) as unknown as PersistentLauncher;
}

export function readPersistentLaunchers(value: unknown): GetPersistentLaunchersResult {
  const result = readObject(value, "result");
  return {
    persistentLaunchers: readList(result.persistentLaunchers, "persistentLaunchers", readLauncher),
    total: readNumber(result.total, "total"),
    offset: readNumber(result.offset, "offset"),
    limit: readNumber(result.limit, "limit"),
  };
}

function readLoad(value: unknown, what: string): GetSysinfoResult["sysinfo"][number] {
  const load = readObject(value, what);
  readNumber(load.cpus, "cpus");
  readNumber(load.memory, "memory");
  return withFields(load, {
    timestamp: readInstant(load.timestamp, "timestamp"),
    disk: readOptional(load.disk, "disk", readNumber),
  }) as unknown as GetSysinfoResult["sysinfo"][number];
}

export function readSysinfo(value: unknown): GetSysinfoResult {
  return { sysinfo: readList(readObject(value, "result").sysinfo, "sysinfo", readLoad) };
}
