import { type Argument, Command, Help, Option } from "commander";
import { cellWidth } from "../text/width.js";
import type { ExitCode } from "./exit.js";
import type {
  BundleFlags,
  CalibrateFlags,
  CheckFlags,
  CoverageFlags,
  ExplainFlags,
  ExportFlags,
  FmtFlags,
  FunnelFlags,
  ImportFlags,
  InitFlags,
  MatrixFlags,
  MetricsFlags,
  PlanFlags,
  PortraitFlags,
  ReadFlags,
  RulesFlags,
  SampleFlags,
  TestFlags,
} from "./flags.js";
import type { Session } from "./session.js";
import { type CommandName, type HelpWording, helpWording } from "./wording/help.js";

/**
 * The tree of commands. Each command's code is loaded when it is called, so that `--help` and `check` never wait for
 * the database. `done` is told how the command ended.
 */
export function commands(session: Session, version: string, done: (code: ExitCode) => void): Command {
  const words = helpWording[session.language];
  const root = configured(new Command("touchline"), session, words)
    .description(words.about)
    .usage(words.usage)
    .version(version, "-V, --version", words.version)
    .helpCommand("help [command]", words.helpCommand)
    .addHelpText("after", words.after);
  const add = (name: CommandName, argument: string | null, about: string): Command => {
    const command = configured(root.command(name), session, words)
      .description(words.commands[name].about)
      .addHelpText("after", words.commands[name].more);
    return argument === null ? command : command.argument(argument, about);
  };

  add("init", "[dir]", words.initDir)
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (dir: string | undefined, options: InitFlags) =>
      done(await (await import("./command/init.js")).init(session, { ...options, dir: dir ?? "." })),
    );
  add("check", "[dir]", words.dir)
    .option("--running <file>", words.running)
    .option("--witness <strategy>", words.witness)
    .addOption(formats(words, ["pretty", "json", "github"]))
    .action(async (dir: string | undefined, options: CheckFlags) =>
      done(await (await import("./command/check.js")).check(session, { ...options, dir: dir ?? "." })),
    );
  add("rules", "[rule]", words.rule)
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (rule: string | undefined, options: RulesFlags) =>
      done(
        (await import("./command/rules.js")).rules(session, { ...options, ...(rule === undefined ? {} : { rule }) }),
      ),
    );
  add("read", "[dir]", words.dir)
    .option("--strategy <id>", words.readStrategy, collect)
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (dir: string | undefined, options: ReadFlags) =>
      done(await (await import("./command/read.js")).read(session, { ...options, dir: dir ?? "." })),
    );
  add("fmt", "[dir]", words.dir)
    .option("--check", words.onlyCheck)
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (dir: string | undefined, options: FmtFlags) =>
      done(await (await import("./command/fmt.js")).fmt(session, { ...options, dir: dir ?? "." })),
    );
  interval(add("plan", "[dir]", words.dir), words)
    .option("--strategy <id>", words.onlyStrategy, collect)
    .option("--user <id>", words.onlyUser, collect)
    .option("--data <dir>", words.data)
    .option("--entries <file>", words.entries)
    .option("--out <file>", words.out)
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (dir: string | undefined, options: PlanFlags) =>
      done(await (await import("./command/plan.js")).plan(session, { ...options, dir: dir ?? "." })),
    );
  interval(add("explain", "[dir]", words.dir), words)
    .requiredOption("--user <id>", words.oneUser)
    .requiredOption("--strategy <id>", words.oneStrategy)
    .option("--data <dir>", words.data)
    .option("--entries <file>", words.entries)
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (dir: string | undefined, options: ExplainFlags) =>
      done(await (await import("./command/explain.js")).explain(session, { ...options, dir: dir ?? "." })),
    );
  add("test", "[dir]", words.dir)
    .option("--case <name>", words.testCase)
    .option("--coverage", words.testCoverage)
    .option("--min <percent>", words.testMin)
    .addOption(formats(words, ["pretty", "tap", "junit", "json"]))
    .action(async (dir: string | undefined, options: TestFlags) =>
      done((await import("./command/test.js")).test(session, { ...options, dir: dir ?? "." })),
    );
  add("calibrate", "[dir]", words.dir)
    .requiredOption("--until <instant>", words.calibrateUntil)
    .option("--data <dir>", words.data)
    .option("--diff", words.calibrateDiff)
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (dir: string | undefined, options: CalibrateFlags) =>
      done(await (await import("./command/calibrate.js")).calibrate(session, { ...options, dir: dir ?? "." })),
    );
  add("sample", "<dir>", words.sampleDir)
    .option("--users <n>", words.users, "20000")
    .option("--days <n>", words.days, "90")
    .option("--seed <n>", words.seed, "618")
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (dir: string, options: SampleFlags) =>
      done(await (await import("./command/sample.js")).sample(session, { ...options, dir })),
    );
  add("bundle", "[dir]", words.dir)
    .requiredOption("-o, --out <file>", words.bundleOut)
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (dir: string | undefined, options: BundleFlags) =>
      done(await (await import("./command/bundle.js")).bundle(session, { ...options, dir: dir ?? "." })),
    );
  add("export", "[dir]", words.dir)
    .addOption(form("--to <form>", words.exportTo, ["tree", "json-logic", "types"]))
    .option("--strategy <id>", words.exportStrategy, collect)
    .option("-o, --out <file>", words.exportOut)
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (dir: string | undefined, options: ExportFlags) =>
      done((await import("./command/export.js")).exportProject(session, { ...options, dir: dir ?? "." })),
    );
  add("import", "<file>", words.importFile)
    .addOption(form("--from <form>", words.importFrom, ["tree", "json-logic"]))
    .option("--project <dir>", words.importProject, ".")
    .option("-o, --out <dir>", words.importOut)
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (file: string, options: ImportFlags) =>
      done((await import("./command/import.js")).importDocument(session, { ...options, file })),
    );
  add("metrics", "[dir]", words.dir)
    .requiredOption("--until <instant>", words.metricsUntil)
    .option("--since <instant>", words.metricsSince)
    .addOption(new Option("--every <period>", words.every).choices(["day", "week", "month"]))
    .addOption(new Option("--by <division>", words.metricsBy).choices(["cohort", "source"]))
    .option("--cohort <event>", words.cohort)
    .option("--metric <id>", words.onlyMetric, collect)
    .option("--data <dir>", words.data)
    .option("--page <file>", words.page)
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (dir: string | undefined, options: MetricsFlags) =>
      done(await (await import("./command/metrics.js")).metrics(session, { ...options, dir: dir ?? "." })),
    );
  add("funnel", "<process>", words.funnelProcess)
    .argument("[dir]", words.dir)
    .requiredOption("--until <instant>", words.metricsUntil)
    .option("--days <n>", words.funnelDays, "30")
    .option("--by <division>", words.funnelBy)
    .option("--data <dir>", words.data)
    .option("--page <file>", words.page)
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (process: string, dir: string | undefined, options: FunnelFlags) =>
      done(await (await import("./command/funnel.js")).funnel(session, { ...options, process, dir: dir ?? "." })),
    );
  add("portrait", "[dir]", words.dir)
    .requiredOption("--until <instant>", words.portraitUntil)
    .option("--of <who>", words.portraitOf)
    .option("--stage <stage>", words.portraitStage)
    .option("--tier <tier>", words.portraitTier)
    .option("--top <n>", words.portraitTop)
    .option("--data <dir>", words.data)
    .option("--page <file>", words.page)
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (dir: string | undefined, options: PortraitFlags) =>
      done(await (await import("./command/portrait.js")).portrait(session, { ...options, dir: dir ?? "." })),
    );
  add("matrix", "[dir]", words.dir)
    .requiredOption("--until <instant>", words.portraitUntil)
    .option("--since <instant>", words.matrixSince)
    .option("--lifecycle <id>", words.matrixLifecycle)
    .option("--value <id>", words.matrixValue)
    .option("--data <dir>", words.data)
    .option("--page <file>", words.page)
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (dir: string | undefined, options: MatrixFlags) =>
      done(await (await import("./command/matrix.js")).matrix(session, { ...options, dir: dir ?? "." })),
    );
  add("coverage", "[dir]", words.dir)
    .requiredOption("--until <instant>", words.until)
    .option("--since <instant>", words.coverageSince)
    .option("--data <dir>", words.data)
    .option("--entries <file>", words.entries)
    .option("--page <file>", words.page)
    .addOption(formats(words, ["pretty", "json"]))
    .action(async (dir: string | undefined, options: CoverageFlags) =>
      done(await (await import("./command/coverage.js")).coverage(session, { ...options, dir: dir ?? "." })),
    );
  return root;
}

/** A form that must be named: which one is wanted cannot be guessed. */
function form(flags: string, about: string, choices: readonly string[]): Option {
  return new Option(flags, about).choices(choices).makeOptionMandatory();
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

function interval(command: Command, words: HelpWording): Command {
  return command.requiredOption("--until <instant>", words.until).option("--since <instant>", words.since);
}

function argumentTerm(argument: Argument): string {
  return argument.required ? `<${argument.name()}>` : `[${argument.name()}]`;
}

function formats(words: HelpWording, choices: readonly [string, ...string[]]): Option {
  return new Option("--format <form>", words.format).choices(choices).default(choices[0]);
}

/** Streams, language and help of one command; commander's own messages are replaced by ours. */
function configured(command: Command, { io }: Session, words: HelpWording): Command {
  command
    .exitOverride()
    .configureOutput({
      writeOut: (text) => io.stdout.write(text),
      writeErr: (text) => io.stderr.write(text),
      outputError: () => {},
      getOutHelpWidth: () => io.stdout.columns,
      getErrHelpWidth: () => io.stderr.columns,
    })
    .addOption(new Option("--lang <language>", words.lang).choices(["en", "zh"]))
    .helpOption("-h, --help", words.help);
  command.createHelp = () => new CellHelp(words);
  return command;
}

/** Help whose columns line up under Chinese text, with its few fixed words in the person's language. */
class CellHelp extends Help {
  readonly #words: HelpWording;

  constructor(words: HelpWording) {
    super();
    this.#words = words;
  }

  override displayWidth(text: string): number {
    return cellWidth(text);
  }

  override styleTitle(title: string): string {
    const headings: Readonly<Record<string, string>> = this.#words.headings;
    return Object.hasOwn(headings, title) ? (headings[title] ?? title) : title;
  }

  /** Every command has options; saying so on each line teaches nothing. */
  override subcommandTerm(command: Command): string {
    return [command.name(), ...command.registeredArguments.map(argumentTerm)].join(" ");
  }

  override optionDescription(option: Option): string {
    const notes: string[] = [];
    if (option.argChoices) notes.push(`${this.#words.choices} ${option.argChoices.join(", ")}`);
    if (option.defaultValue !== undefined) notes.push(`${this.#words.byDefault} ${String(option.defaultValue)}`);
    return notes.length === 0 ? option.description : `${option.description} (${notes.join("; ")})`;
  }
}
