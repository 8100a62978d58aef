/** The built page: its files as they lie in `dist`, and index.html for every address that is a view of the page. */
import { serveStatic } from "@hono/node-server/serve-static";
import { Hono } from "hono";

const ASSETS = "/assets/*";

// Vite writes a hash of the content into the name of everything under /assets.
const IMMUTABLE = "public, max-age=31536000, immutable";

/** @param distDir absolute path of the build. */
export function pageRoutes(distDir: string): Hono {
  // The build leaves a brotli copy beside each file that is worth it.
  const files = serveStatic({ root: distDir, precompressed: true });
  const index = serveStatic({ root: distDir, path: "index.html", precompressed: true });
  const page = new Hono();

  page.get("*", async (c, next) => {
    await next();
    // What has a copy is answered by what the browser takes, the answers without it included.
    if (c.res.ok) c.header("vary", "Accept-Encoding");
  });

  page.get(ASSETS, async (c, next) => {
    await next();
    if (c.res.ok) c.header("cache-control", IMMUTABLE);
  });
  page.get(ASSETS, files);
  // A missing asset answered with the page would be run as a script, or kept for a year.
  page.get(ASSETS, (c) => c.notFound());

  page.get("*", async (c, next) => {
    await next();
    if (c.res.ok) c.header("cache-control", "no-cache");
  });
  page.get("*", (c, next) => (c.req.path.includes("/.") ? next() : files(c, next)));
  page.get("*", (c, next) =>
    c.req.header("accept")?.includes("text/html") === true ? index(c, next) : next(),
  );
  return page;
}
