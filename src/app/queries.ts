import { notifyManager, QueryClient } from "@tanstack/react-query";

// At once, and not as a task of its own: what an answer brought and what became of its call is one frame.
notifyManager.setScheduler(queueMicrotask);

/** The page's queries: there before React is. */
export const queries = new QueryClient();
