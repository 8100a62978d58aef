import { asAnswered } from "@decthings/api-client";
import { useMemo } from "react";
import type { Session } from "../../domain/session.ts";
import { CopyTextButton } from "../../ui/copy-button.tsx";
import { visibleText } from "../../ui/visible-text.ts";

/** A session's JSON as the API answered it, unknown fields and all. */
export function RawView({ session }: { readonly session: Session }) {
  const json = useMemo(() => JSON.stringify(asAnswered(session.wire), null, 2), [session]);
  return (
    <>
      <div className="flex items-center gap-2 text-xs text-text-2">
        <span>As the API answered it last</span>
        <span className="grow" />
        <CopyTextButton label="Copy JSON" text={json} done="JSON copied" />
      </div>
      <section className="code card" aria-label="Raw JSON" tabIndex={0}>
        {json.split("\n").map((line, index) => (
          // Lines have no identity but their number.
          <div key={index}>
            <bdi>{visibleText(line)}</bdi>
          </div>
        ))}
      </section>
    </>
  );
}
