import { asAnswered } from "@decthings/api-client";
import { useMemo } from "react";
import type { Session } from "../../domain/session.ts";
import { CopyTextButton } from "../../ui/copy-button.tsx";
import { keyed } from "../../ui/keyed.ts";
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
        {keyed(json.split("\n"), String).map(({ key, value }) => (
          <div key={key}>
            <bdi>{visibleText(value)}</bdi>
          </div>
        ))}
      </section>
    </>
  );
}
