/** A whole response as text, for the moments when Node gives a bare socket: upgrades and unreadable requests. */
import { STATUS_CODES } from "node:http";
import { securityHeaders } from "./headers.ts";

/** @param message plain text of the body. */
export function rawResponse(status: number, message: string): string {
  const headers = {
    ...securityHeaders(),
    "cache-control": "no-store",
    "content-type": "text/plain; charset=utf-8",
    "content-length": Buffer.byteLength(message),
    connection: "close",
  };
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ""}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    "",
    message,
  ].join("\r\n");
}
