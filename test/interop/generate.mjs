// Writes what is made from the shapes of the tree; `npm run generate` builds it first.
import { writeFileSync } from "node:fs";
import { treeSchema } from "../../dist/src/interop/tree/schema.js";

writeFileSync(new URL("../../grammar/tree.schema.json", import.meta.url), `${JSON.stringify(treeSchema(), null, 2)}\n`);
console.log("grammar/tree.schema.json");
