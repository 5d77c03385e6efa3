// Writes data/*.csv again: `npm run build && node strategies/shop/generate.mjs`. The same size and seed give the same bytes.
import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeSample } from "../../dist/src/population/sample.js";

const shop = fileURLToPath(new URL("./", import.meta.url));
const aside = await mkdtemp(join(tmpdir(), "touchline-shop-"));
try {
  await writeSample({ directory: aside, users: 300, days: 60, seed: 618, format: "csv" });
  await cp(join(aside, "data"), join(shop, "data"), { recursive: true });
} finally {
  await rm(aside, { recursive: true, force: true });
}
