import pc from "picocolors";
import { zone } from "../../calendar/zone.js";
import { portrayPopulation, type Whose } from "../../population/portrait.js";
import { programHash } from "../../program/hash.js";
import type { Program } from "../../program/program.js";
import { nearest } from "../../text/nearest.js";
import { dataRoot, overData, readDataMap } from "../data.js";
import { type ExitCode, exitCodes } from "../exit.js";
import type { PortraitFlags } from "../flags.js";
import { untilOf } from "../instant.js";
import { unlessInterrupted } from "../interrupted.js";
import { wantsColour } from "../io.js";
import { openPage, type PageFile } from "../page/file.js";
import { withGroupTag } from "../portrait/group-tag.js";
import { portraitDocument } from "../portrait/json.js";
import { portraitPage } from "../portrait/page.js";
import { renderPortrait } from "../portrait/pretty.js";
import type { PortraitView } from "../portrait/view.js";
import { progress } from "../progress.js";
import { type Project, programOf, readProject } from "../project.js";
import { UsageProblem } from "../report.js";
import type { Session } from "../session.js";
import { commandLine } from "../shell.js";
import { isFitted } from "../unfitted.js";
import { wholeOption } from "../whole.js";
import { pageWording } from "../wording/page.js";
import { type PortraitWording, portraitWording } from "../wording/portrait.js";
import { problemWording } from "../wording/problem.js";

export interface PortraitCommand extends PortraitFlags {
  readonly dir: string;
}

/** How many differences are shown of one group, and of each of many. */
const TOP = { one: 10, many: 3 };

/** What sets a group of users, or each stage and tier, apart from the rest. */
export async function portrait(session: Session, options: PortraitCommand): Promise<ExitCode> {
  const { usage } = problemWording[session.language];
  const words = portraitWording[session.language];
  const until = untilOf(usage, options);
  const { of, stage, tier, format } = options;
  if ([of, stage, tier].filter((each) => each !== undefined).length > 1) throw new UsageProblem(words.usage.oneGroup());
  const top = options.top === undefined ? null : wholeOption(usage, "--top", options.top, 1);
  const project = readProject(session, options.dir);
  const own = programOf(session, project, format);
  if (!own) return exitCodes.wrong;
  const grouped = of === undefined ? null : withGroupTag(session, project, of, format);
  if (of !== undefined && !grouped) return exitCodes.wrong;
  const program = grouped?.program ?? own;
  const whose = grouped ? ({ is: "tag", tag: grouped.tag } as const) : stagesAsked(words, own, options);
  return overData(session, options, async () => {
    const page = await openPage(session, options.page);
    try {
      // The group's tag is none of the project's own.
      return await portrayed(session, options, { project, program, hash: programHash(own), whose, until, top, page });
    } finally {
      page?.discard();
    }
  });
}

interface Asked {
  readonly project: Project;
  readonly program: Program;
  readonly hash: string;
  readonly whose: Whose;
  readonly until: number;
  readonly top: number | null;
  readonly page: PageFile | null;
}

async function portrayed(session: Session, options: PortraitCommand, asked: Asked): Promise<ExitCode> {
  const { io, language } = session;
  const { project, program, hash, whose, until, top, page } = asked;
  const words = portraitWording[language];
  const bar = progress(io.stderr);
  const work = portrayPopulation({
    project: project.folder,
    program,
    data: readDataMap(project),
    dataRoot: dataRoot(session, project, options.data),
    until,
    whose,
    signal: io.interrupted,
    onProgress: ({ stage, name, done, total }) =>
      bar.update(
        total > 0 ? words.comparing(done, total) : stage === "reading" ? words.reading(name) : words.validating(name),
      ),
  });
  const unwritten = page && ({ path: page.path, left: "nothing" } as const);
  const found = await unlessInterrupted(io.interrupted, unwritten, work).finally(() => bar.end());
  const brief = whose.is === "stages";
  const view: PortraitView = {
    program,
    hash,
    zone: zone(program.project.zone),
    until,
    who: options.of ?? null,
    brief,
    top: top ?? (brief ? TOP.many : TOP.one),
    unfitted: brief ? program.lifecycles.filter((_, place) => !isFitted(program, place)) : [],
    portrait: found,
  };
  await page?.write(portraitPage(view, language));
  show(session, options, view);
  return exitCodes.fine;
}

function show({ io, language }: Session, options: PortraitCommand, view: PortraitView): void {
  if (options.format === "json") {
    io.stdout.write(`${JSON.stringify(portraitDocument(view), null, 2)}\n`);
    return;
  }
  const colour = wantsColour(io.stdout, io.env);
  io.stdout.write(renderPortrait(view, language, colour, calibrateCommand(options)));
  const closing = [
    ...(options.page === undefined ? [] : [pageWording[language].written(options.page)]),
    ...nextLines(options, view, portraitWording[language], colour),
  ];
  io.stdout.write(closing.map((line, at) => `${at === 0 ? "\n" : ""}${line}\n`).join(""));
}

/** After the brief one, that of the largest group at length; then the page. */
function nextLines(options: PortraitCommand, view: PortraitView, words: PortraitWording, colour: boolean): string[] {
  const { dir, until, data, of, stage, tier } = options;
  const rest = ["--until", until, ...(data === undefined ? [] : ["--data", data])];
  const bold = pc.createColors(colour).bold;
  const line = (more: readonly string[]): string[] => [
    `${words.next}${bold(commandLine("touchline", "portrait", dir, ...rest, ...more))}`,
  ];
  if (!view.brief) {
    if (options.page !== undefined) return [];
    const group = of === undefined ? (stage === undefined ? ["--tier", tier ?? ""] : ["--stage", stage]) : ["--of", of];
    return line([...group, "--page", "portrait.html"]);
  }
  const largest = [...view.portrait.groups]
    .filter(({ group, few }) => group.is === "stage" && group.stage !== null && few === null)
    .sort((a, b) => b.users - a.users)[0]?.group;
  if (largest?.is !== "stage") return [];
  const lifecycle = view.program.lifecycles[largest.lifecycle];
  const path = `${lifecycle?.id}.${lifecycle?.stages[largest.stage ?? -1]?.id}`;
  return line([lifecycle?.is === "value" ? "--tier" : "--stage", path]);
}

/** The stage that is asked for, or all of them that are known. Throws `UsageProblem`. */
function stagesAsked(words: PortraitWording, program: Program, options: PortraitCommand): Whose {
  const option = options.stage === undefined ? "--tier" : "--stage";
  const asked = options.stage ?? options.tier;
  if (asked === undefined) {
    return { is: "stages", lifecycles: [...program.lifecycles.keys()].filter((place) => isFitted(program, place)) };
  }
  const all = program.lifecycles.flatMap(({ is, id, stages }, lifecycle) =>
    (is === "value") === (option === "--tier")
      ? stages.map((each, stage) => ({ path: `${id}.${each.id}`, lifecycle, stage }))
      : [],
  );
  if (all.length === 0) throw new UsageProblem(words.usage.noSuch[option]());
  const paths = all.map(({ path }) => path);
  const found = all.find(({ path }) => path === asked);
  if (!found) throw new UsageProblem(words.usage.unknownStage(option, asked, nearest(asked, paths), paths));
  const { lifecycle, stage } = found;
  if (!isFitted(program, lifecycle)) {
    const id = program.lifecycles[lifecycle]?.id ?? "";
    throw new UsageProblem(words.usage.notCalibrated(id, calibrateCommand(options)));
  }
  return { is: "stage", lifecycle, stage };
}

function calibrateCommand({ dir, until }: PortraitCommand): string {
  return commandLine("touchline", "calibrate", dir, "--until", until);
}
