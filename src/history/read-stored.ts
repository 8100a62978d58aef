/**
 * What is kept, and reading it. Storage belongs to the person and to other versions of this page, so nothing found in it is
 * believed before each of its fields was looked at.
 */
import type {
  DebugSession,
  ExecutionLocation,
  LauncherSpec,
  ParameterDefinition,
} from "@decthings/api-client";
import type { Absence, Interval, KnownSession, KnownTraining, SeenState } from "../domain/known.ts";
import type { Location, Session, Training } from "../domain/session.ts";
import { createReading } from "../domain/packed-session.ts";
import { TRAINING_STATE_ORDER } from "../domain/states.ts";
import {
  type Check,
  either,
  isFlag,
  isNumber,
  isText,
  listOf,
  maybe,
  oneOrMore,
  shape,
  word,
} from "./check.ts";

const isSpec = shape<LauncherSpec>({
  cpus: isNumber,
  memoryMebibytes: isNumber,
  diskMebibytes: maybe(isNumber),
  swapMebibytes: maybe(isNumber),
  gpus: maybe(shape({ model: isText, count: isNumber })),
});

const isParameters = listOf(
  shape<ParameterDefinition>({
    name: isText,
    required: isFlag,
    rules: shape({
      shape: listOf(isNumber),
      allowedTypes: listOf(isText),
      annotations: listOf(isText),
    }),
  }),
);
const isDefinitions = shape<DebugSession["parameterDefinitions"]>({
  createState: isParameters,
  train: isParameters,
  evaluateInput: isParameters,
  evaluateOutput: isParameters,
});

const hasType = shape({ type: isText });
const isWireLocation: Check<ExecutionLocation> = (value): value is ExecutionLocation => {
  if (!hasType(value)) return false;
  if (value.type === "persistentLauncher") return isWirePersistent(value);
  return value.type === "temporaryLauncher" ? isWireTemporary(value) : true;
};
const isWirePersistent = shape({ persistentLauncherId: isText, spec: isSpec });
const isWireTemporary = shape({ spec: isSpec });

const isWire = shape<DebugSession>({
  id: isText,
  startedAt: isNumber,
  modelId: isText,
  parameterDefinitions: isDefinitions,
  trainingSessions: listOf(shape({ id: isText, createdAt: isNumber, state: isText })),
  executionLocation: maybe(isWireLocation),
});

type LocationOf<K extends Location["kind"]> = Extract<Location, { kind: K }>;
const isLocation: Check<Location> = either(
  either(
    shape<LocationOf<"persistent">>({ kind: word(["persistent"]), launcherId: isText, spec: isSpec }),
    shape<LocationOf<"temporary">>({ kind: word(["temporary"]), spec: isSpec }),
  ),
  either(
    shape<LocationOf<"unrecognised">>({ kind: word(["unrecognised"]), type: isText }),
    shape<LocationOf<"absent">>({ kind: word(["absent"]) }),
  ),
);

const isAnything = (_value: unknown): _value is unknown => true;
const isState = word(TRAINING_STATE_ORDER);
const isTraining = shape<Training>({ id: isText, createdAt: isNumber, state: isState, rawState: isText });
const isSession = shape<Session>({
  id: isText,
  startedAt: isNumber,
  modelId: isText,
  parameters: isDefinitions,
  trainings: listOf(isTraining),
  location: isLocation,
  wire: isWire,
  answered: isAnything,
});

const isInterval = shape<Interval>({ after: maybe(isNumber), by: isNumber });
const isKnownTraining = shape<KnownTraining>({
  training: isTraining,
  seen: oneOrMore(shape<SeenState>({ state: isState, rawState: isText, entered: isInterval })),
  end: maybe(isInterval),
  lastListed: maybe(isNumber),
});

/** Whether the value is a session as `observe` makes them. */
const isKnownSession: Check<KnownSession> = (value): value is KnownSession => isLife(value);
const isLife = shape<KnownSession>({
  session: isSession,
  firstSeen: isNumber,
  lastSeen: maybe(isNumber),
  trainings: listOf(isKnownTraining),
  ended: maybe(isInterval),
  absences: maybe(listOf(shape<Absence>({ after: isNumber, by: isNumber, back: isNumber }))),
  earlier: listOf(isKnownSession),
});

const isPacked = shape<{ readonly packed: string }>({ packed: isText });

/**
 * Reads one stored value after another: a session, or undefined where the value is none. It is text, by itself or beside what an
 * index goes by; those stored before there was text are the objects themselves.
 */
export function createStoredReading(): (value: unknown) => KnownSession | undefined {
  const read = createReading();
  const unpack = (text: string): unknown => {
    try {
      return read(text)[0];
    } catch {
      return undefined;
    }
  };
  return (value) => {
    const text = isPacked(value) ? value.packed : value;
    const known = isText(text) ? unpack(text) : text;
    return isKnownSession(known) ? known : undefined;
  };
}
