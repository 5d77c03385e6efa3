import { violations } from "./checker.js";
import { simulate } from "./simulation.js";

// Run on its own by the planted runs, with a bug bundled into it. Says, as JSON, how many histories passed, and what broke the first
// rule in one that did not.

let passed = 0;
let failed: string[] = [];
for (let seed = 1; seed <= 3 && failed.length === 0; seed++) {
  try {
    failed = violations(simulate({ seed, users: 120, days: 28 })).map(({ rule, detail }) => `${rule}: ${detail}`);
  } catch (error) {
    failed = [`threw: ${String(error)}`];
  }
  if (failed.length === 0) passed++;
}
process.stdout.write(JSON.stringify({ passed, failed: failed.slice(0, 3), said: "" }));
