import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { createRoot } from "react-dom/client";

/** Puts a control on its page. */
export function start(app: ReactNode): void {
  const root = document.querySelector("#root");
  if (!root) throw new Error("index.html has no #root");
  createRoot(root).render(<QueryClientProvider client={new QueryClient()}>{app}</QueryClientProvider>);
}
