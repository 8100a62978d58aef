/** The models that debug sessions run: their ids come from the seed, their parameters from this table. */
import type { ParameterDefinition } from "@decthings/api-client";
import { Random, SALT } from "./random.ts";

export interface ParameterDefinitions {
  readonly createState: readonly ParameterDefinition[];
  readonly train: readonly ParameterDefinition[];
  readonly evaluateInput: readonly ParameterDefinition[];
  readonly evaluateOutput: readonly ParameterDefinition[];
}

export interface Model {
  readonly id: string;
  /** What it learns, in a word: names its process output. Not part of the wire. */
  readonly topic: string;
  readonly parameterDefinitions: ParameterDefinitions;
}

function parameter(
  name: string,
  types: string[],
  shape: number[],
  { optional = false, annotations = [] }: { optional?: boolean; annotations?: string[] } = {},
): ParameterDefinition {
  return { name, required: !optional, rules: { shape, allowedTypes: types, annotations } };
}

const learningRate = parameter("learning_rate", ["f32", "f64"], []);

const KINDS: readonly Omit<Model, "id">[] = [
  {
    topic: "image classifier",
    parameterDefinitions: {
      createState: [
        learningRate,
        parameter("base_weights", ["binary"], [], { optional: true, annotations: ["file:onnx"] }),
      ],
      train: [
        parameter("images", ["f32"], [-1, 224, 224, 3], { annotations: ["layout:NHWC"] }),
        parameter("labels", ["i32", "i64"], [-1]),
        parameter("validation", ["f32"], [-1, 224, 224, 3], { optional: true, annotations: ["layout:NHWC"] }),
      ],
      evaluateInput: [parameter("image", ["image", "f32"], [224, 224, 3], { annotations: ["preview"] })],
      evaluateOutput: [
        parameter("scores", ["f32"], [1000], { annotations: ["softmax"] }),
        parameter("top_k", ["string"], [5]),
      ],
    },
  },
  {
    topic: "text classifier",
    parameterDefinitions: {
      createState: [
        learningRate,
        parameter("vocabulary", ["string"], [-1]),
        parameter("max_length", ["u16", "u32"], [], { optional: true }),
      ],
      train: [
        parameter("tokens", ["i32", "i64"], [-1, 512], { annotations: ["pad:0"] }),
        parameter("attention_mask", ["boolean"], [-1, 512], { optional: true }),
        parameter("labels", ["string"], [-1]),
      ],
      evaluateInput: [parameter("text", ["string"], [])],
      evaluateOutput: [
        parameter("label", ["string"], []),
        parameter("confidence", ["f32"], [], { annotations: ["range:0..1"] }),
      ],
    },
  },
  {
    topic: "speech recogniser",
    parameterDefinitions: {
      createState: [learningRate, parameter("sample_rate", ["u32"], [], { annotations: ["unit:Hz"] })],
      train: [
        parameter("audio", ["audio", "f32"], [-1, -1], { annotations: ["mono", "unit:Pa"] }),
        parameter("transcripts", ["string"], [-1]),
        parameter("epochs", ["u16"], [], { optional: true }),
      ],
      evaluateInput: [parameter("clip", ["audio"], [])],
      evaluateOutput: [
        parameter("transcript", ["string"], []),
        parameter("timings", ["f32"], [-1, 2], { optional: true, annotations: ["unit:s"] }),
      ],
    },
  },
  {
    topic: "price forecaster",
    parameterDefinitions: {
      createState: [learningRate, parameter("hidden_units", ["u32"], [], { optional: true })],
      train: [
        parameter("series", ["f32", "f64"], [-1, 96, 12], { annotations: ["layout:NTC"] }),
        parameter("targets", ["f32", "f64"], [-1, 24]),
        parameter("dropout", ["f32"], [], { optional: true, annotations: ["range:0..1"] }),
      ],
      evaluateInput: [
        parameter("history", ["f32", "f64"], [96, 12], { annotations: ["layout:TC"] }),
        parameter("holiday", ["boolean"], [24], { optional: true }),
      ],
      evaluateOutput: [parameter("forecast", ["f32"], [24]), parameter("interval", ["f32"], [24, 2])],
    },
  },
  {
    topic: "object detector",
    parameterDefinitions: {
      createState: [
        learningRate,
        parameter("anchors", ["f32"], [-1, 2], { optional: true, annotations: ["unit:px"] }),
        parameter("backbone", ["string"], [], { annotations: ["one-of:small,medium,large"] }),
      ],
      train: [
        parameter("images", ["image"], [-1]),
        parameter("boxes", ["f32"], [-1, -1, 4], { annotations: ["layout:xyxy", "unit:px"] }),
        parameter("classes", ["u8", "u16", "i32"], [-1, -1]),
      ],
      evaluateInput: [
        parameter("frame", ["image", "video"], [], { annotations: ["preview"] }),
        parameter("threshold", ["f32"], [], { optional: true, annotations: ["range:0..1"] }),
      ],
      evaluateOutput: [
        parameter("boxes", ["f32"], [-1, 4], { annotations: ["layout:xyxy"] }),
        parameter("classes", ["string"], [-1]),
        parameter("scores", ["f32"], [-1]),
      ],
    },
  },
  {
    topic: "recommender",
    parameterDefinitions: {
      createState: [learningRate],
      train: [
        parameter("users", ["u64", "string"], [-1]),
        parameter("items", ["u64", "string"], [-1]),
        parameter("ratings", ["i8", "u8", "f32"], [-1], { optional: true, annotations: ["range:1..5"] }),
      ],
      evaluateInput: [parameter("user", ["u64", "string"], [])],
      evaluateOutput: [parameter("ranking", ["string"], [-1], { annotations: ["sorted:desc"] })],
    },
  },
];

/** `count` models of this seed (at least one); beyond six, kinds repeat under other ids. */
export function modelsOf(seed: number, count: number): readonly [Model, ...Model[]] {
  const model = (index: number): Model => {
    const kind = KINDS[index % KINDS.length];
    if (kind === undefined) throw new Error("the table of models is empty");
    return { id: new Random(seed, index, 0, SALT.model).uuid(), ...kind };
  };
  return [model(0), ...Array.from({ length: Math.max(count, 1) - 1 }, (_, index) => model(index + 1))];
}
