import { memo } from "react";
import { CopyTextButton } from "./copy-button.tsx";
import { THIS_VIEW } from "./copying.ts";

export const CopyViewLink = memo(() => (
  <CopyTextButton {...THIS_VIEW} label="Copy link" accessibleLabel="Copy link to this view" icon="link" />
));
