import { queryOptions } from "@tanstack/react-query";

/** The connection that other tabs of this browser have with the API, or null; asked once, by a page that has no key. */
export const connectedTabQuery = (apiAddress: string) =>
  queryOptions({
    queryKey: ["connected-tab", apiAddress],
    queryFn: async () => {
      // Only direct mode ever looks for one.
      const { findConnection } = await import("./observer/find-connection.ts");
      return (await findConnection(apiAddress)) ?? null;
    },
    staleTime: Infinity,
    retry: false,
    networkMode: "always",
  });
