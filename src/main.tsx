import "./app/first.ts";
import { notifyManager, QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { epochNow } from "./api/clock.ts";
import { pageConfigQuery } from "./api/page-config-query.ts";
import { showTheme } from "./choices/theme-choice.ts";
import { App } from "./app/app.tsx";
import { calmRoot } from "./app/calm-root.ts";
import "./styles/app.css";
import { setClock } from "./ui/tick.ts";

// At once, and not as a task of its own: what an answer brought and what became of its call is one frame.
notifyManager.setScheduler(queueMicrotask);
const queries = new QueryClient();
void queries.prefetchQuery(pageConfigQuery);

showTheme();
setClock(epochNow);

createRoot(calmRoot(document.querySelector("#root") ?? document.body)).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
