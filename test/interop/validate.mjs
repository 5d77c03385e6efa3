// Judges the documents of a JSON list on stdin by a JSON Schema, whose path is the argument; prints what is wrong with each.
// A process of its own: ajv makes code from the schema, which the test workers forbid.
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const schema = JSON.parse(readFileSync(process.argv[2], "utf8"));
const validate = new Ajv2020.default({ strict: true, allErrors: false, allowUnionTypes: true }).compile(schema);
const documents = JSON.parse(readFileSync(0, "utf8"));
const said = documents.map((each) => (validate(each) ? null : validate.errors.map((error) => `${error.instancePath} ${error.message}`)));
process.stdout.write(JSON.stringify(said));
