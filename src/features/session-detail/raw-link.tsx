import { buttonClass, type ButtonVariant } from "../../ui/button.tsx";
import { Icon } from "../../ui/icon.tsx";
import { Link } from "../../url/link.tsx";

const BRACES = (
  <path d="M6 2.75H5.25A1.5 1.5 0 0 0 3.75 4.25v2A1.75 1.75 0 0 1 2.5 8a1.75 1.75 0 0 1 1.25 1.75v2a1.5 1.5 0 0 0 1.5 1.5H6M10 2.75h.75a1.5 1.5 0 0 1 1.5 1.5v2A1.75 1.75 0 0 0 13.5 8a1.75 1.75 0 0 0-1.25 1.75v2a1.5 1.5 0 0 1-1.5 1.5H10" />
);

interface RawLinkProps {
  /** A session's page, at its JSON. */
  readonly to: string;
  readonly variant?: ButtonVariant;
}

/** Leads to a session as the API answered it. */
export function RawLink({ to, variant }: RawLinkProps) {
  return (
    <Link to={to} className={buttonClass(variant)}>
      <Icon drawing={BRACES} />
      Raw JSON
    </Link>
  );
}
