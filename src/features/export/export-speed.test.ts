import { expect, it } from "vitest";
import { EXPORT_KINDS, exportFile } from "../../domain/export.ts";
import { knownSession } from "../../domain/known-fixture.ts";

it.each(EXPORT_KINDS)("10,000 sessions are written within a second, as %s", (kind) => {
  const many = Array.from({ length: 10_000 }, (_, i) =>
    knownSession({ id: `=${i}`, trainings: ["completed", "failed", "running"], on: { launcher: "l, 1" } }),
  );
  const begin = performance.now();
  const { text } = exportFile(kind, many, { exportedAt: 0, latestAt: 0 });
  expect(performance.now() - begin).toBeLessThan(1_000);
  expect(text).toContain("=9999");
});
