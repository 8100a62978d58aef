/** The bytes of the Decthings protocol, both sides of it. */
export type { ResponseBody } from "./frame.ts";
export { decodeHttpRequest, decodeHttpResponse, encodeHttpRequest, encodeHttpResponse } from "./http.ts";
export {
  decodeWsMessage,
  decodeWsRequest,
  encodeWsEvent,
  encodeWsRequest,
  encodeWsResponse,
  type WsMessage,
  type WsRequest,
} from "./ws.ts";
export { DecodeError, InvalidRequestError } from "../errors.ts";
