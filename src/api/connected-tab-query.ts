import { queryOptions } from "@tanstack/react-query";
import { findConnection } from "./observer/search-tabs.ts";

/** The connection that other tabs of this browser have with the API, or null; asked once, by a page that has no key. */
export const connectedTabQuery = (apiAddress: string) =>
  queryOptions({
    queryKey: ["connected-tab", apiAddress],
    queryFn: async () => (await findConnection(apiAddress)) ?? null,
    staleTime: Infinity,
    retry: false,
    networkMode: "always",
  });
