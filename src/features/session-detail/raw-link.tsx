import { buttonClass, type ButtonVariant } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Link } from "../../url/link.tsx";

interface RawLinkProps {
  /** A session's page, at its JSON. */
  readonly to: string;
  readonly variant?: ButtonVariant;
}

/** Leads to a session as the API answered it. */
export function RawLink({ to, variant }: RawLinkProps) {
  return (
    <Link to={to} className={buttonClass(variant)}>
      <Icon name="braces" />
      Raw JSON
    </Link>
  );
}
