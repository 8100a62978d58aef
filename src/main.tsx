import "./app/first.ts";
import { QueryClientProvider } from "@tanstack/react-query";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { epochNow } from "./api/clock.ts";
import { showTheme } from "./choices/theme-choice.ts";
import { App } from "./app/app.tsx";
import { calmRoot } from "./app/calm-root.ts";
import { queries } from "./app/queries.ts";
import "./styles/app.css";
import { setClock } from "./ui/tick.ts";

showTheme();
setClock(epochNow);

createRoot(calmRoot(document.querySelector("#root") ?? document.body)).render(
  <StrictMode>
    <QueryClientProvider client={queries}>
      <App />
    </QueryClientProvider>
  </StrictMode>,
);
