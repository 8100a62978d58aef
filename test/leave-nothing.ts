/** After each test of a component: nothing of it is left in the document for the next, which may be of another file. */
import { cleanup } from "@testing-library/react";
import { afterEach } from "vitest";

afterEach(() => {
  cleanup();
  // Some are of what needs no document.
  if ("document" in globalThis) document.body.replaceChildren();
});
