import type { IToken, TokenType } from "chevrotain";
import * as t from "../../grammar/tokens.js";
import type { Edit } from "../diagnostic/diagnostic.js";
import { endOf, type Reading } from "./reading.js";

/** Where a reading of tokens failed; `found` is `null` where nothing follows. */
interface Gap {
  readonly reading: Reading;
  readonly tokens: readonly IToken[];
  readonly found: IToken | null;
  readonly before: IToken | null;
  /** The names of the types that could have stood there. */
  readonly expected: readonly string[];
}

/** After the names of these comes `=`. */
const equated: ReadonlySet<TokenType> = new Set([t.Score, t.Metric, t.Measure, t.Goal, t.Fact]);
/** What people write for `who`. */
const whoWords: ReadonlySet<string> = new Set(["that", "which", "whose", "with", "where", "whom"]);

/** Tells of the slips that are made in models, metrics and goals; whether this was one. */
export function reportInModel(gap: Gap): boolean {
  const { tokens, found, before, expected } = gap;
  const wants = (type: TokenType): boolean => expected.length === 1 && expected[0] === type.name;
  if (tokens[0]?.tokenType === t.Metric && wants(t.Per)) return reportMetric(gap);
  if (found === null || before === null) return false;
  if (tokens[0]?.tokenType === t.Goal && wants(t.Enters)) return reportGoal(gap, before);
  if (wants(t.Who) && whoWords.has(found.image)) {
    const span = gap.reading.reach(found, found);
    return reportExpected(gap, found, "who", { span, text: "who" });
  }
  const colon = tokens[tokens.indexOf(found) + 1];
  if (!equated.has(before.tokenType) || found.tokenType !== t.FieldName || colon === undefined) return false;
  const span = gap.reading.span(endOf(found), endOf(colon));
  return reportExpected({ ...gap, before: found }, colon, "=", { span, text: " =" });
}

function reportExpected({ reading, before }: Gap, found: IToken, word: string, suggestion: Edit): boolean {
  const args = { expected: [{ word }], after: before?.image ?? null, found: found.image };
  reading.report("expected", reading.reach(found, found), args, { suggestion });
  return true;
}

/** Words that start metrics, when others follow them. */
const metricWords: ReadonlySet<string> = new Set(["share", "total", "median", "rate", "active", "average", "daily"]);
const tails: ReadonlySet<TokenType> = new Set([t.Among, t.Scale, t.Target, t.Better]);

/** `metric m = sum of pay.amount ever`: of each user, or of all? `metric m = share users who …`: what is it? */
function reportMetric({ reading, tokens, before, found }: Gap): boolean {
  const first = tokens[tokens.findIndex(({ tokenType }) => tokenType === t.Equal) + 1];
  if (before === null || first === undefined) return false;
  const isValue = (found === null || tails.has(found.tokenType)) && !metricWords.has(first.image);
  const span = reading.reach(first, isValue ? before : (found ?? before));
  reading.report("metric-kind", span, { written: reading.written(span), value: isValue });
  return true;
}

/** `goal paid = pay after touch` */
function reportGoal({ reading, tokens }: Gap, before: IToken): boolean {
  if (tokens.at(-1)?.tokenType !== t.Touch) return false;
  const start = reading.reach(before, before);
  const args = { expected: [{ word: "did" }], after: "=", found: before.image };
  reading.report("expected", start, args, { suggestion: reading.edit(start.start, start.start, "did ") });
  return true;
}
