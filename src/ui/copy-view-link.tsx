import { memo } from "react";
import { CopyTextButton } from "./copy-button.tsx";

/** Copies the address: every view is a link. */
export const CopyViewLink = memo(() => (
  <CopyTextButton
    label="Copy link"
    accessibleLabel="Copy link to this view"
    icon="link"
    text={() => location.href}
    done="Link copied"
    note="opens this exact view"
  />
));
