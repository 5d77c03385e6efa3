/**
 * The two laws of the house, over the text of its files: imports point down or stay in their room, without cycles,
 * and I/O, clock and chance appear from floor 8 up only.
 */

/** Rooms by floor; `grammar` is the folder beside `src`. A room that is not listed is a violation. */
const floors: Readonly<Record<string, number>> = {
  text: 0,
  calendar: 0,
  diagnostic: 1,
  program: 1,
  grammar: 2,
  syntax: 2,
  check: 3,
  evaluate: 3,
  facts: 4,
  match: 4,
  gate: 4,
  read: 4,
  interop: 4,
  occur: 5,
  decide: 6,
  "index.ts": 7,
  "compile.ts": 7,
  population: 8,
  host: 8,
  cli: 9,
};

/** Where a room may reach sideways: the reader is written over the grammar, which is typed by the tree it gives rise to. */
const neighbours: Readonly<Record<string, (target: string) => boolean>> = {
  syntax: (target) => target.startsWith("grammar/"),
  grammar: (target) =>
    ["tree.ts", "expression.ts", "node.ts", "strategy.ts"].some((file) => target === `src/syntax/${file}`),
};

const firstImpureFloor = 8;

const impure: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: "a Node module", pattern: /(?:from|import\()\s*["']node:/ },
  {
    what: "the process",
    // A funnel of the language is a process too, but has none of these.
    pattern:
      /\bprocess\.(?:arch|argv|chdir|cpuUsage|cwd|emit|env|exit|hrtime|kill|memoryUsage|nextTick|off|on|once|pid|platform|std\w+|umask|uptime|version)/,
  },
  { what: "the clock", pattern: /\bDate\.now\(|\bnew Date\(\)|\bperformance\.now\(/ },
  { what: "chance", pattern: /\bMath\.random\(|\bcrypto\.(?:randomUUID|getRandomValues)\(/ },
  { what: "a timer", pattern: /\bset(?:Timeout|Interval|Immediate)\(/ },
  { what: "the network", pattern: /\bfetch\(/ },
  { what: "the console", pattern: /\bconsole\./ },
];

/** Forbidden on every floor: code made from text, and patterns, which text could make run for ever. */
const codeFromText = /\bnew Function\b|(?<![.\w])eval\(|\bRegExp\(/;

export interface Violation {
  readonly file: string;
  readonly rule: "floor" | "cycle" | "impure" | "code from text" | "unknown room";
  readonly detail: string;
}

/** Checks a tree given as path (from the repository's root, `src/…` or `grammar/…`) to text. */
export function violations(files: ReadonlyMap<string, string>): Violation[] {
  const found: Violation[] = [];
  const graph = new Map<string, readonly string[]>();
  for (const [file, text] of files) {
    const code = withoutComments(text);
    const room = roomOf(file);
    const floor = floors[room];
    if (floor === undefined) {
      found.push({ file, rule: "unknown room", detail: `\`${room}\` has no floor` });
      continue;
    }
    const targets = importsOf(code)
      .filter((path) => path.startsWith("."))
      .map((path) => resolve(file, path));
    graph.set(file, targets);
    for (const target of targets) {
      const other = roomOf(target);
      const allowed = other === room || (floors[other] ?? 99) < floor || (neighbours[room]?.(target) ?? false);
      if (!allowed) found.push({ file, rule: "floor", detail: `imports ${target}` });
    }
    if (floor < firstImpureFloor) {
      for (const { what, pattern } of impure)
        if (pattern.test(code)) found.push({ file, rule: "impure", detail: `uses ${what}` });
    }
    if (codeFromText.test(code))
      found.push({ file, rule: "code from text", detail: "makes code or a pattern from text" });
  }
  for (const cycle of cycles(graph))
    found.push({ file: cycle[0] as string, rule: "cycle", detail: cycle.join(" -> ") });
  return found;
}

/** The specifiers of a file's static, type-only and dynamic imports and re-exports. */
export function importsOf(code: string): string[] {
  const pattern = /(?:\bfrom\s*|\bimport\s*\(\s*|\bimport\s+)["']([^"']+)["']/g;
  return [...code.matchAll(pattern)].map((match) => match[1] as string);
}

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, "").replace(/(^|\s)\/\/.*$/gm, "$1");
}

function roomOf(file: string): string {
  const parts = file.split("/");
  return parts[0] === "grammar" ? "grammar" : (parts[1] as string);
}

function resolve(from: string, path: string): string {
  const parts = from.split("/").slice(0, -1);
  for (const step of path.split("/")) {
    if (step === "..") parts.pop();
    else if (step !== ".") parts.push(step);
  }
  return parts.join("/").replace(/\.js$/, ".ts");
}

function cycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const found: string[][] = [];
  const state = new Map<string, "open" | "done">();
  const path: string[] = [];
  const visit = (file: string): void => {
    state.set(file, "open");
    path.push(file);
    for (const next of graph.get(file) ?? []) {
      if (state.get(next) === "open") found.push([...path.slice(path.indexOf(next)), next]);
      else if (state.get(next) === undefined) visit(next);
    }
    path.pop();
    state.set(file, "done");
  };
  for (const file of graph.keys()) if (state.get(file) === undefined) visit(file);
  return found;
}
