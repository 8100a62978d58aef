import { queryOptions } from "@tanstack/react-query";
import { fetchPageConfig } from "./page-config.ts";

/** `/config.json`, once per page; it is asked for again every few seconds while it cannot be had. */
export const pageConfigQuery = queryOptions({
  queryKey: ["page-config"],
  queryFn: ({ signal }) => fetchPageConfig(signal),
  staleTime: Infinity,
  gcTime: Infinity,
  retry: false,
  refetchInterval: ({ state }) => (state.data ? false : 5_000),
  networkMode: "always",
});
