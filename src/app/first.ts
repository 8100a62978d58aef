/** What the first rows wait for longest, begun before the code that draws them has come (`firstScript` in vite.config.ts). */
import { prepareWorker } from "../api/observer/trusted-worker.ts";
import { preparePageConfig } from "../api/prepared-config.ts";

prepareWorker();
preparePageConfig();
