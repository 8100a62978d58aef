import { buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../url/link.tsx";
import { sessionsPath } from "../url/paths.ts";

/** For a path that names no view. */
export function NotFound({ reason }: { readonly reason: string }) {
  return (
    <main className="main relative">
      <EmptyState
        isView
        art="missing"
        title="There is no such view"
        actions={
          <Link to={sessionsPath()} className={buttonClass()}>
            All sessions
          </Link>
        }
      >
        {reason}
      </EmptyState>
    </main>
  );
}
