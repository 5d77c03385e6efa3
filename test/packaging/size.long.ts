import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { rolldown } from "rolldown";
import { expect, it } from "vitest";

/** What a service, or a web page, loads to decide: so many bytes at most, minified and zipped. */
const LIMIT = 60 * 1024;

it("the embedded entry, minified and zipped with all that it imports, stays within 60 KiB", async () => {
  const entry = fileURLToPath(new URL("../../dist/src/index.js", import.meta.url));
  const bundle = await rolldown({ input: entry, platform: "neutral", resolve: { conditionNames: ["import"] } });
  const { output } = await bundle.generate({ format: "esm", minify: true });
  const [chunk] = output;
  expect(output).toHaveLength(1);
  expect(chunk.imports).toEqual([]);
  const zipped = gzipSync(chunk.code).length;
  console.log(
    `the embedded entry: ${(chunk.code.length / 1024).toFixed(1)} KiB minified, ${(zipped / 1024).toFixed(1)} zipped`,
  );
  expect(zipped).toBeLessThanOrEqual(LIMIT);
});
