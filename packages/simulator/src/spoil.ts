/** Ruins the bytes of an answer in one way. */
import { type FrameFault } from "./faults.ts";
import { frameOf, varint } from "./frame.ts";

const SPOIL: Record<FrameFault, (frame: Buffer) => Buffer> = {
  truncated: (frame) => frame.subarray(0, Math.floor(frame.length / 2)),
  "oversized-length": (frame) => Buffer.concat([varint(0xffff_fff0), frame]),
  "malformed-json": () => frameOf({ json: '{"result":{"debugSessions":[}', blobs: [] }),
  "no-envelope": () => frameOf({ json: '{"debugSessions":[]}', blobs: [] }),
  empty: () => Buffer.alloc(0),
};

export const spoil = (frame: Buffer, fault: FrameFault | undefined): Buffer =>
  fault === undefined ? frame : SPOIL[fault](frame);
