import type { Known, Watched } from "../domain/known.ts";
import type { Unreadable } from "../domain/session.ts";
import { type Check, either, isNumber, isText, listOf, maybe, shape, word } from "./check.ts";

/** What is kept of a connection beside its sessions; `wholeFrom` of what is stored. */
export type ConnectionRecord = Pick<Known, "watched" | "latest" | "wholeFrom">;

/** Whether the value is what is written of a connection. */
export const isConnectionRecord: Check<ConnectionRecord> = shape<ConnectionRecord>({
  watched: listOf(shape<Watched>({ from: isNumber, to: isNumber })),
  latest: maybe(
    shape<NonNullable<Known["latest"]>>({
      sentAt: isNumber,
      receivedAt: isNumber,
      scope: either(word<"all">(["all"]), listOf(isText)),
      unreadable: listOf(shape<Unreadable>({ index: isNumber, id: maybe(isText), reason: isText })),
      missing: listOf(isText),
      aheadMs: maybe(isNumber),
    }),
  ),
  wholeFrom: maybe(isNumber),
});
