import type { ButtonVariant } from "../../ui/button.tsx";
import { CopyTextButton } from "../../ui/copy-button.tsx";
import { absolute } from "../../url/absolute.ts";
import { sessionPath } from "../../url/paths.ts";

interface CopySessionLinkProps {
  readonly sessionId: string;
  readonly variant?: ButtonVariant;
}

/** Copies the link to a session's page. */
export const CopySessionLink = ({ sessionId, variant }: CopySessionLinkProps) => (
  <CopyTextButton
    label="Copy link"
    accessibleLabel="Copy link to session"
    icon="link"
    variant={variant}
    text={() => absolute(sessionPath(sessionId))}
    done="Link copied"
    note="opens this session"
  />
);
