// Writes what is made from the grammar; `npm run generate` builds it first.
import { writeFileSync } from "node:fs";
import { generated } from "../../dist/grammar/generate.js";

const folder = new URL("../../grammar/", import.meta.url);
for (const [name, text] of generated()) {
  writeFileSync(new URL(name, folder), text);
  console.log(`grammar/${name}`);
}
