import pc from "picocolors";
import type { Language } from "../../diagnostic/wording.js";
import { type GroupPortrait, LEAST } from "../../population/portrait.js";
import { visible } from "../../text/visible.js";
import { localTime } from "../instant.js";
import { grouped, percent } from "../number.js";
import { loadLines } from "../plan/load.js";
import { type Align, table } from "../table.js";
import { loadWording } from "../wording/load.js";
import { type PortraitWording, portraitWording } from "../wording/portrait.js";
import { sizeText } from "./effect-text.js";
import { apartTable } from "./tables.js";
import { measuredText, traitName } from "./trait.js";
import { byLifecycle, fullName, groupName, type PortraitView } from "./view.js";

/** Portraits for people: of one group at length, or of every stage in brief. */
export function renderPortrait(view: PortraitView, language: Language, colour: boolean, calibrate: string): string {
  const words = portraitWording[language];
  const paint = pc.createColors(colour);
  const blocks = [
    headLines(view, words),
    loadLines(view.portrait.load, loadWording[language], language),
    ...(view.brief
      ? briefLines(view, language)
      : view.portrait.groups.map((group) => groupLines(group, view, language))),
    unfittedLines(view, words, calibrate),
  ].filter((lines) => lines.length > 0);
  return `${blocks.map(([head = "", ...rest]) => [paint.bold(head), ...rest].join("\n")).join("\n\n")}\n`;
}

function headLines(view: PortraitView, words: PortraitWording): string[] {
  const { program, zone, until, portrait, hash } = view;
  const { id, label } = program.project;
  const [group] = view.brief ? [] : portrait.groups;
  const rows = [
    [words.at, `${localTime(zone, until)}, ${zone.name}`],
    [words.users, grouped(portrait.users)],
    ...(group
      ? [
          [words.group, fullName(group, view, words)],
          [words.size, `${grouped(group.users)}  ${percent(group.users, portrait.users)}`],
        ]
      : []),
    [words.program, hash.slice(0, 12)],
  ];
  return [words.title(visible(label ?? id)), ...table(rows, ["left", "left"], "  ")];
}

function groupLines(group: GroupPortrait, view: PortraitView, language: Language): string[] {
  const words = portraitWording[language];
  if (group.few !== null) return [words.apart, `  ${words.few[group.few](LEAST)}`];
  const { compared, tooFew, traits } = group;
  const counts = `  ${words.compared(compared, tooFew, LEAST)}`;
  if (traits.length === 0) return [words.apart, `  ${words.nothing}`, counts];
  const align: Align[] = ["left", "right", "right", "right", "right", "left"];
  const more = traits.length > view.top ? [`  ${words.more(view.top, traits.length)}`] : [];
  return [words.apart, ...table(apartTable(group, view, language), align, "  "), ...more, counts, "", words.how];
}

/** A table for each lifecycle: every stage with what sets it apart the most. */
function briefLines(view: PortraitView, language: Language): string[][] {
  const words = portraitWording[language];
  const lifecycles = byLifecycle(view).map(({ lifecycle, groups }) => {
    const head = [words.stage[lifecycle.is], words.users, words.share, "", words.theGroup, words.rest, words.effect];
    const rows = groups.flatMap((group) => briefRows(group, view, language));
    const align: Align[] = ["left", "right", "right", "left", "right", "right", "right"];
    const name = visible(lifecycle.label === null ? lifecycle.id : `${lifecycle.label} (${lifecycle.id})`);
    return [name, ...table([head, ...rows], align, "  ")];
  });
  if (lifecycles.length === 0) return view.unfitted.length > 0 ? [] : [[words.noStages]];
  return [...lifecycles, [words.how]];
}

function briefRows(group: GroupPortrait, view: PortraitView, language: Language): string[][] {
  const words = portraitWording[language];
  const { program, portrait, top } = view;
  const own = [groupName(group, view, words), grouped(group.users), percent(group.users, portrait.users)];
  if (group.few !== null) return [[...own, words.few[group.few](LEAST)]];
  if (group.traits.length === 0) return [[...own, words.nothing]];
  return group.traits
    .slice(0, top)
    .map((trait, at) => [
      ...(at === 0 ? own : ["", "", ""]),
      traitName(trait, program, words),
      measuredText(trait, trait.group, program, language),
      measuredText(trait, trait.rest, program, language),
      sizeText(trait.effect.size),
    ]);
}

function unfittedLines({ unfitted }: PortraitView, words: PortraitWording, calibrate: string): string[] {
  if (unfitted.length === 0) return [];
  return [words.unfitted(unfitted.map(({ id }) => visible(id)).join(", "), calibrate)];
}
