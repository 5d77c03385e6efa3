// Embedded decisions: from loading a bundle to the steady state. Needs `npm run build`.
// `node decide.mjs bundle` writes the bundle of ten strategies; without an argument it is read and measured, by a process
// that never saw the parser.
import { readFileSync } from "node:fs";

const STRATEGIES = 10;
const USERS = 20_000;
const NOW = Date.UTC(2026, 10, 10, 2);
const HOUR = 3_600_000;

const clauses = [
  "user.age is known and user.age >= 30",
  "did view where kind is headphones at least 2 times in the last 7 days",
  "did not pay for 7 days",
  "count of pay ever >= 3 and average of pay.amount ever >= 20 CNY",
  "user.city is known and user.city is one of ('上海', '北京') and did view ever",
];

function project() {
  const strategies = Array.from({ length: STRATEGIES }, (_, place) => {
    const who = `(${clauses[place % 5]}) and (${clauses[(place + 1 + Math.floor(place / 5)) % 5]}) and (user.age if unknown 0) is not ${place}`;
    return `strategy s${place} { when every day at 10:00 who ${who.replaceAll("'", '"')} repeat always channel push benefit none material hello }`;
  });
  return `project bench { time zone Asia/Shanghai currency CNY settle after 10 minutes }
user { id: text age: integer? city: text? push_on: boolean }
event view { kind: one of (headphones, phone) price: CNY }
event pay { amount: CNY }
channel push { reach if user.push_on is true cost 0 CNY }
material hello for push { en title "Hello {user.city if unknown 'you'}" }
${strategies.join("\n")}`;
}

async function writeBundle() {
  const { compile } = await import("../../dist/src/compile.js");
  const { bundleText } = await import("../../dist/src/index.js");
  const { program, diagnostics } = compile([{ name: "bench.touch", text: project() }]);
  if (program === null) throw new Error(JSON.stringify(diagnostics));
  process.stdout.write(bundleText(program));
}

/** A user with 20 events of the last ten days, as a service would hold them. */
function inputOf(user) {
  const events = Array.from({ length: 20 }, (_, place) => {
    const occurred_at = NOW - ((user * 7 + place * 13) % 240) * HOUR;
    const id = `e${place}`;
    return place % 3 === 0
      ? { event: "pay", id, occurred_at, amount: 10 + (user % 40) }
      : { event: "view", id, occurred_at, kind: place % 2 ? "phone" : "headphones", price: "199.50" };
  });
  const profile = { id: `u${user}`, age: user % 90, city: user % 3 ? "上海" : null, push_on: user % 4 !== 0 };
  return { user: profile, events, since: NOW - 1, until: NOW };
}

const ms = (from, to) => `${(to - from).toFixed(1)} ms`;

async function measure() {
  const text = readFileSync(0, "utf8");
  const inputs = Array.from({ length: USERS }, (_, user) => inputOf(user));
  const start = performance.now();
  const { loadBundle } = await import("../../dist/src/index.js");
  const imported = performance.now();
  const program = loadBundle(text);
  const loaded = performance.now();
  program.decide(inputs[0]);
  const first = performance.now();
  console.log(`import ${ms(start, imported)}, load ${ms(imported, loaded)}, first decision ${ms(loaded, first)}`);
  for (const [from, to] of [
    [1, 200],
    [200, 2000],
    [2000, USERS],
  ]) {
    const before = process.cpuUsage();
    let decisions = 0;
    for (let user = from; user < to; user++) decisions += program.decide(inputs[user]).decisions.length;
    const { user: own, system } = process.cpuUsage(before);
    const each = (own + system) / (to - from);
    const rate = (decisions / (to - from)).toFixed(2);
    console.log(`users ${from} to ${to}: ${each.toFixed(1)} µs of CPU each; ${STRATEGIES} strategies, 20 events, ${rate} decisions a user`);
  }
}

await (process.argv[2] === "bundle" ? writeBundle() : measure());
