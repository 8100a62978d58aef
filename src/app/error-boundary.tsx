import { Component, type ReactNode } from "react";
import { Button } from "../ui/button.tsx";

interface ErrorBoundaryProps {
  readonly children: ReactNode;
}

/** The last resort for a defect of the page itself: says so, and offers the reload that loses nothing of the view. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="main relative">
        {/* Here nothing is fetched: what failed may be the fetching. */}
        <div className="empty">
          <div className="box" role="alert">
            <h1>This page has a defect and stopped</h1>
            <div className="text">Your sessions go on. A reload shows the same view.</div>
            <div className="acts">
              <Button icon="refresh" onClick={() => location.reload()}>
                Reload
              </Button>
            </div>
          </div>
        </div>
      </main>
    );
  }
}
