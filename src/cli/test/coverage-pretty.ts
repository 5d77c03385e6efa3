import pc from "picocolors";
import type { Phrase } from "../../program/program.js";
import { visible } from "../../text/visible.js";
import { clip } from "../../text/width.js";
import { percent } from "../number.js";
import { folderPrefix } from "../project.js";
import { type Align, table } from "../table.js";
import { type TestWording, testWording } from "../wording/test.js";
import { type Coverage, type CoveredClause, type CoveredOwner, isCovered } from "./coverage.js";
import type { Pen } from "./pretty.js";
import { isBelow, type TestResult } from "./result.js";

const align: readonly Align[] = ["left", "left", "left", "left", "left"];

/** Phrases longer than this many cells are cut. */
const PHRASE_CELLS = 60;

/** What is not covered, owner by owner, and how much is; nothing if nobody asked. */
export function renderCoverage(result: TestResult, pen: Pen): string[] {
  const { coverage, least } = result;
  if (coverage === null) return [];
  const words = testWording[pen.language];
  const paint = pc.createColors(pen.colour);
  const gaps = coverage.owners.filter(hasGap).flatMap((owner) => ownerRows(owner, words, folderPrefix(pen.dir)));
  const below = isBelow(result);
  const total = [coverageText(coverage, words), ...(below && least !== null ? [words.below(least)] : [])].join(", ");
  const header = ["", words.holds, words.fails, words.decisive, words.source];
  return [
    "",
    paint.bold(below ? paint.red(total) : total),
    ...(gaps.length === 0 ? [] : [...table([header, ...gaps], align, "  "), "", words.cover]),
  ];
}

export function coverageText({ covered, wanted }: Coverage, words: TestWording): string {
  return words.coverage(covered, wanted, percent(covered, wanted));
}

export function hasGap({ clauses, named }: CoveredOwner): boolean {
  return clauses.length === 0 ? !named : !clauses.every(isCovered);
}

/** What there is to say of an owner, and of those of its clauses that are not covered. */
function ownerRows(owner: CoveredOwner, words: TestWording, folder: string): string[][] {
  const { is, id, label, clauses, named, phrase } = owner;
  const title = visible(`${words.owner[is](id)} ${label ?? ""}`.trimEnd());
  const note = named ? words.ofClauses(clauses.filter(isCovered).length, clauses.length) : words.unnamed;
  if (clauses.length === 0) return [[`${title}: ${note}`, "", "", "", placeOf(phrase, folder)]];
  return [
    [`${title}: ${note}`],
    ...clauses.filter((clause) => !isCovered(clause)).map((each) => clauseRow(each, folder)),
  ];
}

function clauseRow({ n, phrase, holds, fails, decisive }: CoveredClause, folder: string): string[] {
  const said = `  ${n}  ${clip(visible(phrase?.text ?? ""), PHRASE_CELLS)}`;
  return [said, ...[holds, fails, decisive].map((seen) => (seen ? "✓" : "✗")), placeOf(phrase, folder)];
}

function placeOf(phrase: Phrase | null, folder: string): string {
  return phrase ? `${folder}${visible(phrase.file)}:${phrase.line}` : "";
}
