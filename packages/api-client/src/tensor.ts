/** Tensors: the data of metrics. Layout: type, number of dimensions, each dimension, then the elements. */
import { DecodeError, InvalidRequestError } from "./errors.ts";
import { join, type Part } from "./wire/frame.ts";
import { Reader } from "./wire/reader.ts";

/** In the order of their codes on the wire, from 1. */
const TYPES = [
  "f32",
  "f64",
  "i8",
  "i16",
  "i32",
  "i64",
  "u8",
  "u16",
  "u32",
  "u64",
  "string",
  "binary",
  "boolean",
  "image",
  "audio",
  "video",
] as const;

export type TensorType = (typeof TYPES)[number];

/** An element of an image, audio or video tensor; `format` is its file extension, such as `png`. */
export interface TensorMedia {
  format: string;
  data: Uint8Array;
}

/** bigint for i64 and u64, Uint8Array for binary, TensorMedia for image, audio and video. */
export type TensorElement = number | bigint | boolean | string | Uint8Array | TensorMedia;

/** Types whose elements all take the same number of bytes, little-endian: that number, and DataView's word for them. */
const FIXED = {
  f32: [4, "Float32"],
  f64: [8, "Float64"],
  i8: [1, "Int8"],
  i16: [2, "Int16"],
  i32: [4, "Int32"],
  i64: [8, "BigInt64"],
  u8: [1, "Uint8"],
  u16: [2, "Uint16"],
  u32: [4, "Uint32"],
  u64: [8, "BigUint64"],
  boolean: [1, "Uint8"],
} as const;

type FixedType = keyof typeof FIXED;

const isFixed = (type: TensorType): type is FixedType => Object.hasOwn(FIXED, type);

const viewOf = (bytes: Uint8Array) => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const unfit = (type: TensorType) => new InvalidRequestError(`An element is no ${type}`);

function getElement(view: DataView, type: FixedType, at: number): number | bigint | boolean {
  const value = view[`get${FIXED[type][1]}`](at, true);
  return type === "boolean" ? value !== 0 : value;
}

/** Refuses an element that is none of the type: one that would be read back as another, save that floats may be rounded. */
function setElement(view: DataView, type: FixedType, at: number, element: TensorElement): void {
  const word = FIXED[type][1];
  const integer = typeof element === "bigint" || Number.isInteger(element);
  const rounds = typeof element === "number" && type.startsWith("f");
  if (!integer && !rounds && type !== "boolean") throw unfit(type);
  const value = word.startsWith("Big") ? BigInt(element as bigint) : Number(element);
  const set: (at: number, value: never, littleEndian: boolean) => void = view[`set${word}`];
  set.call(view, at, value as never, true);
  const back = getElement(view, type, at);
  if (!rounds && (typeof back === "bigint" ? back !== value : back !== element)) throw unfit(type);
}

/** The bytes of an element of a type whose elements differ in length, without that length. */
function elementBytes(type: TensorType, element: TensorElement): Uint8Array {
  if (type === "string" && typeof element === "string") return new TextEncoder().encode(element);
  if (type === "binary" && element instanceof Uint8Array) return element;
  if (type !== "string" && type !== "binary" && typeof element === "object" && "format" in element) {
    const format = new TextEncoder().encode(element.format);
    if (format.length <= 255) return join([new Uint8Array([format.length]), format, element.data]);
  }
  throw unfit(type);
}

function readElement(type: TensorType, reader: Reader): TensorElement {
  const length = reader.varint();
  if (type === "string") return reader.text(length);
  const bytes = reader.take(length);
  if (type === "binary") return bytes;
  const media = new Reader(bytes);
  const format = media.text(media.uint(1));
  return { format, data: media.take(media.remaining) };
}

const sizeOf = (shape: readonly number[]) => shape.reduce((size, dimension) => size * dimension, 1);

/** An n-dimensional array of elements of one type. */
export class DecthingsTensor {
  readonly #type: TensorType;
  readonly #shape: readonly number[];
  /** The bytes of a fixed-size type stay bytes until they are asked for: elements take many times the memory. */
  readonly #data: Uint8Array | readonly TensorElement[];

  /**
   * `data`: the elements, last dimension fastest; for types of a fixed size also their little-endian bytes. A shape or a
   * length that does not fit throws InvalidRequestError; an element that is none of the type does when serialized.
   */
  constructor(data: Uint8Array | readonly TensorElement[], type: TensorType, shape: readonly number[]) {
    const bytesPerElement = !(data instanceof Uint8Array) ? 1 : isFixed(type) ? FIXED[type][0] : undefined;
    if (
      !TYPES.includes(type) ||
      shape.length > 255 ||
      !shape.every((dimension) => Number.isSafeInteger(dimension) && dimension >= 0) ||
      bytesPerElement === undefined ||
      data.length !== sizeOf(shape) * bytesPerElement
    ) {
      throw new InvalidRequestError("The type, the shape and the data of the tensor do not fit together");
    }
    this.#data = data;
    this.#type = type;
    this.#shape = [...shape];
  }

  type(): TensorType {
    return this.#type;
  }

  /** Empty for a scalar. */
  shape(): number[] {
    return [...this.#shape];
  }

  /** All elements, last dimension fastest. */
  asOneDimensional(): TensorElement[] {
    const data = this.#data;
    const type = this.#type;
    if (!(data instanceof Uint8Array) || !isFixed(type)) return Array.from<TensorElement>(data);
    const view = viewOf(data);
    const [size] = FIXED[type];
    return Array.from({ length: data.length / size }, (_, i) => getElement(view, type, i * size));
  }

  /** The one element of a scalar; any other shape throws InvalidRequestError. */
  item(): TensorElement {
    const [element] = this.#shape.length === 0 ? this.asOneDimensional() : [];
    if (element === undefined) throw new InvalidRequestError("The tensor is no scalar");
    return element;
  }

  /** An element that is none of the type throws InvalidRequestError. */
  serialize(): Uint8Array<ArrayBuffer> {
    const type = this.#type;
    const data = this.#data;
    const head: Part[] = [new Uint8Array([TYPES.indexOf(type) + 1, this.#shape.length]), ...this.#shape];
    if (data instanceof Uint8Array) return join([...head, data]);
    if (isFixed(type)) {
      const [size] = FIXED[type];
      const bytes = new Uint8Array(data.length * size);
      const view = viewOf(bytes);
      for (const [i, element] of data.entries()) setElement(view, type, i * size, element);
      return join([...head, bytes]);
    }
    const body = join(
      data.flatMap((element) => {
        const bytes = elementBytes(type, element);
        return [bytes.length, bytes];
      }),
    );
    return join([...head, body.length, body]);
  }

  /**
   * The tensor at the start of the bytes, and how many bytes it takes. Its data are views of the bytes where they can be.
   * Throws DecodeError only, and allocates nothing for an element that is not there.
   */
  static deserialize(bytes: Uint8Array): [DecthingsTensor, number] {
    const reader = new Reader(bytes);
    const type = TYPES[reader.uint(1) - 1];
    if (type === undefined) throw new DecodeError("tensor: of an unknown type");
    const dimensions = reader.uint(1);
    const shape = Array.from({ length: dimensions }, () => reader.varint());
    const size = sizeOf(shape);
    if (!Number.isSafeInteger(size) || !shape.every(Number.isSafeInteger)) {
      throw new DecodeError("tensor: a shape beyond any memory");
    }
    if (isFixed(type)) {
      const data = reader.take(size * FIXED[type][0]);
      return [new DecthingsTensor(data, type, shape), reader.offset];
    }
    const length = reader.varint();
    const elements = new Reader(reader.take(length));
    const data: TensorElement[] = [];
    while (data.length < size) data.push(readElement(type, elements));
    if (elements.remaining > 0) throw new DecodeError("tensor: bytes after its last element");
    return [new DecthingsTensor(data, type, shape), reader.offset];
  }
}
