import { decodeHttpResponse, decodeWsMessage, encodeHttpResponse } from "@decthings/api-client/wire";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { errorReply, frameOf, resultReply, varint, wsFrameOf } from "./frame.ts";

describe("a frame", () => {
  it("is the same bytes as the shared codec writes, blobs included", () => {
    const blobs = fc.array(fc.uint8Array({ maxLength: 300 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.jsonValue(), blobs, (result, parts) => {
        expect(frameOf(resultReply(result, parts))).toEqual(
          Buffer.from(encodeHttpResponse({ result }, parts)),
        );
      }),
    );
  });

  it("writes each length in the shortest form", () => {
    expect(varint(252).toString("hex")).toBe("fc");
    expect(varint(253).toString("hex")).toBe("fd00fd");
    expect(varint(65_535).toString("hex")).toBe("fdffff");
    expect(varint(65_536).toString("hex")).toBe("fe00010000");
  });

  it("counts bytes, not characters", () => {
    const frame = frameOf(resultReply("日本語 👩‍👩‍👧‍👦"));
    expect(decodeHttpResponse(frame).body).toEqual({ result: "日本語 👩‍👩‍👧‍👦" });
  });

  it("travels over the WebSocket behind a zero byte and the id of its request", () => {
    const message = decodeWsMessage(wsFrameOf(4_000_000_000, frameOf(errorReply({ code: "unknown" }))));
    expect(message).toEqual({
      kind: "response",
      id: 4_000_000_000,
      body: { error: { code: "unknown" } },
      blobs: [],
    });
  });
});
