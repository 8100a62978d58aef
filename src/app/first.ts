/**
 * What the first rows wait for longest, begun before the code that draws them is there (scripts/build/first-script.ts): the
 * worker, the page's configuration, and with that the first look.
 */
import { prepareWorker } from "../api/observer/trusted-worker.ts";
import { pageConfigQuery } from "../api/page-config-query.ts";
import { prepareFirst } from "./first-connection.ts";
import { queries } from "./queries.ts";

prepareWorker();
queries.fetchQuery(pageConfigQuery).then(
  (config) => prepareFirst(config, queries),
  // Who asks for it hears of a failure.
  () => undefined,
);
