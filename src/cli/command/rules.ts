import pc from "picocolors";
import { compile } from "../../compile.js";
import type { Diagnostic } from "../../diagnostic/diagnostic.js";
import { renderPretty } from "../../diagnostic/pretty.js";
import { nearest } from "../../text/nearest.js";
import type { Source } from "../../text/source.js";
import { type ExitCode, exitCodes } from "../exit.js";
import type { RulesFlags } from "../flags.js";
import { wantsColour } from "../io.js";
import { UsageProblem } from "../report.js";
import { beside } from "../rule/beside.js";
import type { RulePage } from "../rule/page.js";
import { rulePages } from "../rule/pages.js";
import { wrapped } from "../rule/wrapped.js";
import type { Session } from "../session.js";
import { commandLine } from "../shell.js";
import { table } from "../table.js";
import { problemWording } from "../wording/problem.js";
import { rulesWording } from "../wording/rules.js";

export interface RulesOptions extends RulesFlags {
  /** The code of one rule; all of them are listed if it is left out. */
  readonly rule?: string;
}

/** A rule with what `check` says of its example. */
interface Shown {
  readonly page: RulePage;
  readonly source: Source;
  readonly diagnostic: Diagnostic;
}

/** The rules that need no data: all in a list, or the page of one. */
export function rules(session: Session, { rule, format }: RulesOptions): ExitCode {
  const { io, language } = session;
  const known = rulePages.map(({ code }) => code as string);
  if (rule !== undefined && !known.includes(rule)) {
    const { unknownRule } = problemWording[language].usage;
    throw new UsageProblem(unknownRule(rule, nearest(rule, known), known));
  }
  const pages = rulePages.filter(({ code }) => rule === undefined || code === rule).map(shown);
  const [first] = pages;
  if (format === "json") io.stdout.write(json(pages, session));
  else io.stdout.write(rule !== undefined && first ? pretty(first, session) : list(pages, session));
  return exitCodes.fine;
}

function shown(page: RulePage): Shown {
  const source = { name: "example.touch", text: `${page.wrong}\n` };
  const { diagnostics } = compile([beside, source]);
  const diagnostic = diagnostics.find(({ code }) => code === page.code);
  if (!diagnostic) throw new Error(`the example of ${page.code} is sound`);
  return { page, source, diagnostic };
}

function list(pages: readonly Shown[], { io, language }: Session): string {
  const words = rulesWording[language];
  const paint = pc.createColors(wantsColour(io.stdout, io.env));
  const rows = pages.map(({ page, diagnostic }) => [page.code, words[diagnostic.severity], page.claim[language]]);
  const next = commandLine("touchline", "rules", pages[0]?.page.code ?? "");
  const lines = [words.all, "", ...table(rows, ["left", "left", "left"], "  "), "", `${words.next}${paint.bold(next)}`];
  return `${lines.join("\n")}\n`;
}

function pretty({ page, source, diagnostic }: Shown, { io, language }: Session): string {
  const words = rulesWording[language];
  const colour = wantsColour(io.stdout, io.env);
  const paint = pc.createColors(colour);
  const strong = diagnostic.severity === "error" ? paint.red : paint.yellow;
  const width = Math.min(100, io.stdout.columns);
  const indented = (text: string): string[] => text.split("\n").map((line) => (line === "" ? "" : `  ${line}`));
  const says = renderPretty([diagnostic], [source], language, { colour, width: width - 10 });
  const lines = [
    `${strong(paint.bold(page.code))}${words.inBrackets(words[diagnostic.severity])}  ${paint.bold(page.claim[language])}`,
    "",
    ...wrapped(page.shown[language], width),
    "",
    paint.bold(words.example),
    ...indented(page.wrong),
    "",
    paint.bold(words.says),
    ...indented(says.trimEnd()),
    "",
    paint.bold(words.mended),
    ...indented(page.mended),
    "",
    ...wrapped(`${words.unseen}${page.unseen[language]}`, width),
  ];
  return `${lines.join("\n")}\n`;
}

function json(pages: readonly Shown[], { language }: Session): string {
  const documents = pages.map(({ page: { code, claim, shown: how, unseen, wrong, mended }, diagnostic }) => ({
    code,
    severity: diagnostic.severity,
    claim: claim[language],
    shown: how[language],
    unseen: unseen[language],
    wrong,
    mended,
  }));
  return `${JSON.stringify({ format_version: 1, rules: documents }, null, 2)}\n`;
}
