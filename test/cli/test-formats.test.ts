import { describe, expect, it } from "vitest";
import { touchline } from "./capture.js";
import { cases, changed, tested } from "./test-project.js";

const run = (cwd: string, ...more: string[]) => touchline(["test", ...more], { cwd });

/** Two cases of which one fails, in names that each of the formats has to escape. */
const awkward = `at: 2026-06-18 10:00
given: { user: { id: anna } }
cases:
  - { name: 'a < b & "c" # d \\ e', expect: { tags: { payer: false } } }
  - { name: fails, expect: { none: [wake], tags: { payer: true } } }
`;

const failing = tested.bind(null, { "a.yaml": awkward, "b.yaml": cases });

describe("TAP 14", () => {
  it("has a plan, a point for each case, and a block of YAML for each that fails", async () => {
    const { code, stdout } = await run(failing(), "--format", "tap");
    expect([code, stdout]).toEqual([
      1,
      [
        "TAP version 14",
        "1..6",
        'ok 1 - a < b & "c" \\# d \\\\ e',
        "not ok 2 - fails",
        "  ---",
        '  at: "tests/a.yaml:5"',
        "  mismatches:",
        '    - {"about":"tag payer","expected":"true","got":"false"}',
        "  ...",
        "ok 3 - a week of silence",
        "ok 4 - paid six days ago",
        "ok 5 - paid too little",
        "ok 6 - never paid",
        "",
      ].join("\n"),
    ]);
  });

  it("counts the coverage that is asked for as a case", async () => {
    const { stdout } = await run(tested(), "--format", "tap", "--min", "100");
    expect(stdout).toMatch(/^TAP version 14\n1\.\.5\n[^]*\nok 5 - clauses: 4 of 4 are covered \(100%\)\n$/);
    expect((await run(tested(), "--format", "tap", "--coverage")).stdout).toMatch(
      /\n1\.\.4\n[^]*\n# clauses: 4 of 4 are covered \(100%\)\n$/,
    );
  });
});

interface Element {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Element[];
  readonly text: string;
}

const unescaped = (text: string): string =>
  text.replace(
    /&(amp|lt|gt|quot);/g,
    (_, name: "amp" | "lt" | "gt" | "quot") => ({ amp: "&", lt: "<", gt: ">", quot: '"' })[name],
  );

/** Reads XML as strictly as the tests need: one root, elements closed in order, every `<` and `&` accounted for. */
function parseXml(document: string): Element {
  let rest = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, "").trim();
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const found = pattern.exec(rest);
    if (found) rest = rest.slice(found[0].length);
    return found;
  };
  const element = (): Element => {
    const open = take(/^<([a-z]+)((?: [a-z]+="[^"<]*")*)(\/?)>/);
    if (!open) throw new Error(`no element: ${rest.slice(0, 60)}`);
    const [, name = "", written = "", closed] = open;
    const pairs = [...written.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = "", value = ""]) => [
      key,
      unescaped(value),
    ]);
    const attributes: Record<string, string> = Object.fromEntries(pairs);
    const children: Element[] = [];
    let text = "";
    if (closed !== "/")
      for (;;) {
        const words = take(/^(?:[^<&]|&(?:amp|lt|gt|quot);)+/);
        if (words) text += unescaped(words[0]);
        else if (take(new RegExp(`^</${name}>`))) break;
        else children.push(element());
      }
    return { name, attributes, children, text: text.trim() };
  };
  const root = element();
  if (rest !== "") throw new Error(`behind the root: ${rest}`);
  return root;
}

describe("JUnit", () => {
  it("is well-formed XML with a suite for each file and the numbers of what fails", async () => {
    const { code, stdout } = await run(failing(), "--format", "junit");
    expect(code).toBe(1);
    const root = parseXml(stdout);
    expect([root.name, root.attributes]).toEqual(["testsuites", { name: "touchline", tests: "6", failures: "1" }]);
    expect(root.children.map(({ name, attributes }) => [name, attributes])).toEqual([
      ["testsuite", { name: "tests/a.yaml", tests: "2", failures: "1" }],
      ["testsuite", { name: "tests/b.yaml", tests: "4", failures: "0" }],
    ]);
    const [awkwardOne, fails] = root.children[0]?.children ?? [];
    expect(awkwardOne?.attributes).toEqual({
      name: 'a < b & "c" # d \\ e',
      classname: "tests/a.yaml",
      file: "tests/a.yaml",
      line: "4",
    });
    expect(fails?.children.map(({ name, attributes, text }) => [name, attributes, text])).toEqual([
      ["failure", { message: "tag payer: expected true; got false" }, "tag payer: expected true; got false"],
    ]);
  });

  it("has a suite for the coverage that is asked for", async () => {
    const { stdout } = await run(
      tested({ "a.yaml": awkward.replace(", tags: { payer: true }", "") }),
      "--format",
      "junit",
      "--min",
      "50",
    );
    const suite = parseXml(stdout).children.at(-1);
    expect(suite?.attributes).toEqual({ name: "coverage", tests: "1", failures: "1" });
    expect(suite?.children[0]?.children[0]?.attributes).toEqual({ message: "fewer than the 50% asked for" });
  });

  it("shows control characters, which XML cannot hold", async () => {
    const name = changed("name: never paid", 'name: "never\\u0001 paid"');
    const { stdout } = await run(tested({ "a.yaml": name }), "--format", "junit");
    expect(parseXml(stdout).children[0]?.children.at(-1)?.attributes["name"]).toBe("never<U+0001> paid");
  });
});

describe("JSON", () => {
  it("gives cases, what differs, the explanation, and the coverage, in a stable shape", async () => {
    const { code, stdout } = await run(
      tested({ "b.yaml": changed("channel: push, ", "channel: sms, ") }),
      "--format",
      "json",
      "--coverage",
    );
    const { cases: told, coverage, ...rest } = JSON.parse(stdout);
    expect([code, rest]).toEqual([1, { format_version: 1, ok: false, passed: 3, failed: 1 }]);
    expect(told[0]).toEqual({
      file: "tests/b.yaml",
      line: 6,
      name: "a week of silence",
      since: "2026-06-18T01:59:59.999Z",
      until: "2026-06-18T02:00:00.000Z",
      ok: false,
      mismatches: [{ strategy: "wake", about: "wake channel", expected: "sms", got: "push" }],
      explanations: [
        expect.objectContaining({ format_version: 1, user: "anna", strategy: "wake", zone: "Asia/Shanghai" }),
      ],
    });
    expect(told[1]).toMatchObject({ ok: true, mismatches: [], explanations: [] });
    expect(coverage).toMatchObject({ wanted: 4, least: null });
    expect(coverage.owners.map(({ is, id }: { is: string; id: string }) => `${is} ${id}`)).toEqual([
      "strategy wake",
      "tag payer",
    ]);
    expect(coverage.owners[0].clauses[1]).toEqual({
      n: 2,
      text: "did not pay for 7 days",
      file: "strategies.touch",
      line: 10,
      holds: true,
      fails: true,
      decisive: true,
    });
  });

  it("without a case is not ok", async () => {
    const { code, stdout } = await run(tested({}), "--format", "json");
    expect([code, JSON.parse(stdout)]).toMatchObject([1, { ok: false, passed: 0, cases: [], coverage: null }]);
  });
});
