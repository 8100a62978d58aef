import { describe, expect, it } from "vitest";
import { DecodeError, InvalidRequestError } from "./errors.ts";
import { DecthingsTensor, type TensorElement, type TensorType } from "./tensor.ts";

const bytes = (hex: string) => new Uint8Array(Buffer.from(hex, "hex"));

describe("a tensor", () => {
  it("is told by type, shape and elements, last dimension fastest", () => {
    const tensor = new DecthingsTensor([1, 2, 3, 4, 5, 6], "i16", [2, 3]);
    expect([tensor.type(), tensor.shape()]).toEqual(["i16", [2, 3]]);
    expect(tensor.asOneDimensional()).toEqual([1, 2, 3, 4, 5, 6]);
    expect(Buffer.from(tensor.serialize()).toString("hex")).toBe("040202030100020003000400" + "05000600");
  });

  it("may be made of the bytes of a type of a fixed size", () => {
    expect(new DecthingsTensor(bytes("0000003f"), "f32", []).item()).toBe(0.5);
    expect(() => new DecthingsTensor(bytes("00"), "string", [1])).toThrow(InvalidRequestError);
  });

  it("keeps its shape whatever is done to the one given or told", () => {
    const shape = [1];
    const tensor = new DecthingsTensor([true], "boolean", shape);
    shape.push(9);
    tensor.shape().push(9);
    expect(tensor.shape()).toEqual([1]);
  });

  it("takes an i64 as a number too", () => {
    const tensor = new DecthingsTensor([-1, 2n], "i64", [2]);
    expect(DecthingsTensor.deserialize(tensor.serialize())[0].asOneDimensional()).toEqual([-1n, 2n]);
  });

  it("has one item only as a scalar", () => {
    expect(new DecthingsTensor(["a"], "string", []).item()).toBe("a");
    expect(() => new DecthingsTensor(["a"], "string", [1]).item()).toThrow(InvalidRequestError);
  });

  it.each<[TensorElement[], TensorType, number[]]>([
    [[1], "f32", [2]],
    [[], "f32", []],
    [[1], "f32", [-1]],
    [[1], "f32", [0.5]],
    [[1], "f32", Array.from({ length: 256 }, () => 1)],
    [[1], "f16" as TensorType, [1]],
  ])("of %j as %s is refused in the shape %j", (data, type, shape) => {
    expect(() => new DecthingsTensor(data, type, shape)).toThrow(InvalidRequestError);
  });

  it.each<[TensorType, TensorElement]>([
    ["u8", 256],
    ["u8", -1],
    ["i32", 0.5],
    ["i8", true],
    ["f32", "1"],
    ["f64", 1n],
    ["u64", -1n],
    ["i64", 0.5],
    ["i64", true],
    ["boolean", "1"],
    ["boolean", 1],
    ["string", 1],
    ["binary", "a"],
    ["image", "a"],
    ["image", { format: "a".repeat(256), data: new Uint8Array() }],
  ])("%s cannot hold %s", (type, element) => {
    expect(() => new DecthingsTensor([element], type, []).serialize()).toThrow(InvalidRequestError);
  });
});

describe("bytes that are no tensor", () => {
  it.each([
    ["nothing", ""],
    ["no dimensions", "01"],
    ["a type 0", "0000"],
    ["a type 17", "1100"],
    ["data cut short", "0100000000"],
    ["a shape whose product is beyond counting", "0702ffffffffffffffffff00"],
    ["a string cut short", "0b00020561"],
    ["a string that is not UTF-8", "0b000201ff"],
    ["a total that holds more than the elements", "0b0003016161"],
    ["an image without a format", "0e000100"],
    ["an image whose format is cut short", "0e00020105"],
  ])("%s", (_, hex) => {
    expect(() => DecthingsTensor.deserialize(bytes(hex))).toThrow(DecodeError);
  });
});
