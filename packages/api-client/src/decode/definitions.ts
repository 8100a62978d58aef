import type { ParameterDefinition, ParameterDefinitions } from "../types.ts";
import { isObject } from "../wire/frame.ts";
import { readList, readNumbers, readObject, readString, readStrings, withFields } from "./read.ts";

function readDefinition(value: unknown, what: string): ParameterDefinition {
  const definition = readObject(value, what);
  readString(definition.name, "name");
  const rules = readObject(definition.rules, "rules");
  readNumbers(rules.shape, "shape");
  readStrings(rules.allowedTypes, "allowedTypes");
  const annotations = readStrings(rules.annotations ?? [], "annotations");
  // Servers before optional parameters say nothing of them: all were required.
  const required = typeof definition.required === "boolean" ? definition.required : true;
  if (annotations === rules.annotations && required === definition.required) {
    return definition as unknown as ParameterDefinition;
  }
  return { ...definition, required, rules: { ...rules, annotations } } as unknown as ParameterDefinition;
}

/** The public reference shows a single definition where a list is meant. */
const readDefinitionList = (value: unknown, what: string): ParameterDefinition[] =>
  isObject(value) ? [readDefinition(value, what)] : readList(value, what, readDefinition);

/** The definitions of all four functions. `createState` was once named `initializeWeights`. */
export function readDefinitions(value: unknown, what: string): ParameterDefinitions {
  const definitions = readObject(value, what);
  const createState = readDefinitionList(
    definitions.createState ?? definitions.initializeWeights,
    "createState",
  );
  const train = readDefinitionList(definitions.train, "train");
  const evaluateInput = readDefinitionList(definitions.evaluateInput, "evaluateInput");
  const evaluateOutput = readDefinitionList(definitions.evaluateOutput, "evaluateOutput");
  return withFields(definitions, {
    createState,
    train,
    evaluateInput,
    evaluateOutput,
  }) as unknown as ParameterDefinitions;
}
