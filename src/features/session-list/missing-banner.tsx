import { formatNumber } from "../../domain/format-number.ts";
import { Banner } from "../../ui/banner.tsx";
import { Button } from "../../ui/button.tsx";
import { CopyTextButton } from "../../ui/copy-button.tsx";

interface MissingBannerProps {
  readonly requested: readonly string[];
  readonly missing: readonly string[];
  readonly onRemove: (remaining: readonly string[]) => void;
}

/** Says how many of the requested ids the API did not return, and what that means. */
export function MissingBanner({ requested, missing, onRemove }: MissingBannerProps) {
  if (missing.length === 0) return null;
  const gone = new Set(missing);
  const one = missing.length === 1;
  return (
    <Banner
      tone="info"
      icon="warn"
      label="Ids not returned"
      title={
        requested.length === 1
          ? "The requested id was not returned:"
          : `${formatNumber(missing.length)} of ${formatNumber(requested.length)} requested ids ${one ? "was" : "were"} not returned:`
      }
      actions={
        <>
          <CopyTextButton
            variant="ghost"
            label={one ? "Copy the id" : `Copy the ${formatNumber(missing.length)} ids`}
            text={missing.join("\n")}
            done={one ? "Id copied" : "Ids copied"}
          />
          <Button onClick={() => onRemove(requested.filter((id) => !gone.has(id)))}>
            {one ? "Remove it" : "Remove them"}
          </Button>
        </>
      }
    >
      {one ? "it does not exist or you have no access." : "they do not exist or you have no access."}
    </Banner>
  );
}
