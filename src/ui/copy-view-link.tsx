import { CopyTextButton } from "./copy-button.tsx";
import { THIS_VIEW } from "./copying.ts";

export const CopyViewLink = () => (
  <CopyTextButton {...THIS_VIEW} label="Copy link" accessibleLabel="Copy link to this view" icon="link" />
);
