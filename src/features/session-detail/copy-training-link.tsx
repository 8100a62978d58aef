import { CopyButton } from "../../ui/copy-button.tsx";
import { absolute } from "../../url/absolute.ts";
import { hasPage, sessionPath } from "../../url/paths.ts";

interface CopyTrainingLinkProps {
  readonly sessionId: string;
  readonly trainingId: string;
}

/** Copies the link to one training on its session's page; nothing where the session can have no page. */
export function CopyTrainingLink({ sessionId, trainingId }: CopyTrainingLinkProps) {
  if (!hasPage(sessionId)) return null;
  return (
    <CopyButton
      icon="link"
      label="Copy link to training"
      text={() => absolute(sessionPath(sessionId, { training: trainingId }))}
      done="Link copied"
      note="opens this training"
    />
  );
}
