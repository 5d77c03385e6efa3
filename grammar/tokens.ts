/**
 * Every word and symbol of the language. Symbols, numbers and names are found by the lexer; words are names that
 * `words.ts` re-types afterwards, so that most of them stay legal as names where no keyword can stand.
 * Full-width forms are spelled into the patterns: the text is never changed, so offsets always fit the file.
 */
// oxlint-disable-next-line import/no-unassigned-import -- it has to run before chevrotain does.
import "./group-by.js";
import { createToken, type ITokenConfig, Lexer, type TokenType } from "chevrotain";

const category = (name: string): TokenType => createToken({ name, pattern: Lexer.NA });

/** Whatever may serve as a name: identifiers, back-quoted names and the words that no rule needs to itself. */
export const Name = category("Name");

/** All types, in the order in which the lexer tries them; categories and words take no part in lexing. */
const all: TokenType[] = [Name];
export const symbols: TokenType[] = [];

function symbol(name: string, pattern: RegExp, more: Partial<ITokenConfig> = {}): TokenType {
  const type = createToken({ name, pattern, ...more });
  all.push(type);
  symbols.push(type);
  return type;
}

// Space and comments come first: `//` would otherwise be two divisions.
// Bidirectional controls count as space here because they are reported apart, wherever they stand.
symbol("Space", /[ \t\r\n\f\v\u00A0\u2000-\u200A\u200E\u200F\u2028-\u202F\u205F\u2066-\u2069\u061C\u3000\uFEFF]+/, {
  group: Lexer.SKIPPED,
  line_breaks: true,
});
export const Comment = symbol("Comment", /[/／][/／][^\n\r]*/, { group: "comments" });
export const CommentSlip = symbol("CommentSlip", /(?:\/\*|#)[^\n\r]*/, { group: "slips" });
export const Invisible = symbol("Invisible", /[\u200B-\u200D\u2060]+/, { group: "slips" });
export const Semicolon = symbol("Semicolon", /[;；]/, { group: "slips" });

// Texts end on their line; an open one stops before a `{` that ends the line, so that the block still opens.
export const Text = symbol(
  "Text",
  /"(?:[^"\\\n\r]|\\[^\n\r])*"|'(?:[^'\\\n\r]|\\[^\n\r])*'|[“”](?:[^“”\\\n\r]|\\[^\n\r])*[“”]|[“”](?:[^"\\\n\r]|\\[^\n\r])*"|[‘’](?:[^‘’\\\n\r]|\\[^\n\r])*[‘’]/,
);
export const OpenText = symbol("OpenText", /["“”'‘’](?:[^\\\n\r{]|\\[^\n\r]|\\|\{(?![ \t]*[\n\r]))*/);
export const QuotedName = symbol("QuotedName", /[`｀][^`｀\n\r]*[`｀]/, { categories: [Name] });
export const OpenName = symbol("OpenName", /[`｀][^`｀\n\r \t{]*/, { categories: [Name] });

// Dates, clock times and ordinals before numbers: the longer form wins.
export const DateWord = symbol("DateWord", /[0-9０-９]{4}[-－][0-9０-９]{1,2}[-－][0-9０-９]{1,2}/);
export const DateSlip = symbol(
  "DateSlip",
  /[0-9０-９]{4}(?:[/.][0-9]{1,2}[/.][0-9]{1,2}|年[0-9０-９]{1,2}月[0-9０-９]{1,2}日?)/,
);
export const ClockWord = symbol("ClockWord", /[0-9０-９]{1,2}[:：][0-9０-９]{1,2}(?:[:：][0-9０-９]{1,2})?/);
export const Ordinal = symbol("Ordinal", /[0-9０-９]+(?:st|nd|rd|th)(?![A-Za-z_0-9])/);
export const NumberWord = symbol("NumberWord", /[0-9０-９][0-9０-９_]*(?:[.．][0-9０-９]+)?/);

/**
 * Letters of any script, so that a foreign name is one token and gets one message; `names.ts` in the syntax room
 * decides which scripts a name may have. Explicit ranges: chevrotain silently mis-reads `\p{…}` classes.
 */
export const Identifier = symbol(
  "Identifier",
  /(?:[A-Za-z_\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u061B\u061D-\u167F\u1681-\u180D\u180F-\u1FFF\u2C00-\u2DFF\u3005\u3007\u3041-\u318F\u31A0-\u31BF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\uD7FF\uF900-\uFDFF\uFE70-\uFEFE\uFF21-\uFF3A\uFF3F\uFF41-\uFF5A\uFF66-\uFFDC]|[\uD840-\uD8BF][\uDC00-\uDFFF])(?:[A-Za-z0-9_\u00AA\u00B5\u00BA\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u061B\u061D-\u167F\u1681-\u180D\u180F-\u1FFF\u2C00-\u2DFF\u3005\u3007\u3041-\u318F\u31A0-\u31BF\u31F0-\u31FF\u3400-\u4DBF\u4E00-\uD7FF\uF900-\uFDFF\uFE70-\uFEFE\uFF10-\uFF19\uFF21-\uFF3A\uFF3F\uFF41-\uFF5A\uFF66-\uFFDC]|[\uD840-\uD8BF][\uDC00-\uDFFF])*/,
  { categories: [Name] },
);

// Signs of other languages: reported, then read as what they mean.
export const NotEqual = symbol("NotEqual", /[!！][=＝]{1,2}|[<＜][>＞]|≠/);
export const DoubleEqual = symbol("DoubleEqual", /[=＝]{2,3}/);
export const Arrow = symbol("Arrow", /[=＝][>＞]/);
export const EqualLess = symbol("EqualLess", /[=＝][<＜]/);
export const Ampersand = symbol("Ampersand", /[&＆]{1,2}/);
export const Bar = symbol("Bar", /[|｜]{1,2}/);
export const Bang = symbol("Bang", /[!！]/);
export const LSquare = symbol("LSquare", /[[【［]/);
export const RSquare = symbol("RSquare", /[\]】］]/);

export const LessEqual = symbol("LessEqual", /[<＜][=＝]|≤/);
export const GreaterEqual = symbol("GreaterEqual", /[>＞][=＝]|≥/);
export const Less = symbol("Less", /[<＜]/);
export const Greater = symbol("Greater", /[>＞]/);
export const Equal = symbol("Equal", /[=＝]/);
export const LCurly = symbol("LCurly", /[{｛]/);
export const RCurly = symbol("RCurly", /[}｝]/);
export const LParen = symbol("LParen", /[(（]/);
export const RParen = symbol("RParen", /[)）]/);
export const Comma = symbol("Comma", /[,，、]/);
export const Colon = symbol("Colon", /[:：]/);
export const Dot = symbol("Dot", /[.．]/);
export const Question = symbol("Question", /[?？]/);
export const Percent = symbol("Percent", /[%％]/);
export const Plus = symbol("Plus", /[+＋]/);
export const Minus = symbol("Minus", /[-－]/);
export const Star = symbol("Star", /[*＊]/);
export const Slash = symbol("Slash", /[/／]/);

/** The words that start a clause of a strategy. */
export const clauseWords = new Set<TokenType>();

/** A name right before a colon: the start of a field. */
export const FieldName = word("FieldName", "soft", false);
/** A unit of time, `points` or a currency code right after a number. */
export const Unit = word("Unit", "hard");
/** `!=`, read as `is not`. */
export const IsNot = word("IsNot", "hard");

/**
 * Makes the type of a word. A `soft` word may also be a name; a `hard` one needs back-quotes for that;
 * a `clause` word is soft and ends whatever clause of a strategy comes before it.
 */
function word(text: string, standing: "hard" | "soft" | "clause", named = standing !== "hard"): TokenType {
  const categories = named ? [Name] : [];
  const name = `${text.slice(0, 1).toUpperCase()}${text.slice(1)}Word`;
  const type = createToken({ name, label: text, pattern: Lexer.NA, categories });
  all.push(type);
  if (standing === "clause") clauseWords.add(type);
  return type;
}

// Words of expressions.
export const And = word("and", "hard");
export const Or = word("or", "hard");
export const Not = word("not", "hard");
export const Did = word("did", "hard");
export const Has = word("has", "hard");
export const Is = word("is", "hard");
export const Between = word("between", "hard");
export const Contains = word("contains", "hard");
export const If = word("if", "hard");
export const Where = word("where", "hard");
export const Was = word("was", "hard");
export const Ever = word("ever", "hard");
export const In = word("in", "hard");
export const For = word("for", "hard");
export const On = word("on", "hard");
export const At = word("at", "hard");
export const Exactly = word("exactly", "hard");
export const Without = word("without", "hard");
export const Within = word("within", "hard");
export const Since = word("since", "hard");
export const True = word("true", "hard");
export const False = word("false", "hard");
export const Known = word("known", "hard");
export const Unknown = word("unknown", "hard");
export const One = word("one", "hard");
export const Of = word("of", "hard");
export const Aggregate = word("aggregate", "hard");
export const Most = word("most", "hard");
export const Least = word("least", "hard");
export const Last = word("last", "hard");
export const Previous = word("previous", "hard");
export const Time = word("time", "hard");
export const Distinct = word("distinct", "hard");
export const DaysWith = word("days", "hard");
export const Sequence = word("sequence", "hard");
export const Reached = word("reached", "hard");
export const Zodiac = word("zodiac", "hard");
export const Chinese = word("chinese", "hard");
export const No = word("no", "hard");
export const Frequent = word("frequent", "soft");
export const The = word("the", "soft");
export const Times = word("times", "soft");
export const Consecutive = word("consecutive", "soft");
export const Ending = word("ending", "soft");
export const Ago = word("ago", "soft");
export const Today = word("today", "soft");
export const Yesterday = word("yesterday", "soft");
export const This = word("this", "soft");
export const From = word("from", "soft");
export const To = word("to", "soft");
export const With = word("with", "soft");
export const Same = word("same", "soft");
export const But = word("but", "soft");
export const As = word("as", "soft");
export const Than = word("than", "hard");
export const LessWord = word("less", "hard");
export const MoreWord = word("more", "hard");

// Words of clauses.
export const Every = word("every", "hard");
export const Once = word("once", "hard");
export const After = word("after", "soft");
export const Before = word("before", "soft");
export const Enters = word("enters", "soft");
export const Happens = word("happens", "soft");
export const Stalls = word("stalls", "soft");
export const Followed = word("followed", "hard");
export const By = word("by", "soft");
export const Then = word("then", "soft");
export const Preferred = word("preferred", "hard");
export const None = word("none", "hard");
export const Never = word("never", "soft");
export const Always = word("always", "soft");
export const Off = word("off", "soft");
export const Over = word("over", "soft");
export const Per = word("per", "soft");
export const Valid = word("valid", "soft");
export const Issue = word("issue", "soft");
export const Touch = word("touch", "soft");
export const Target = word("target", "soft");
export const Stage = word("stage", "soft");
export const Otherwise = word("otherwise", "soft");
export const Reach = word("reach", "soft");
export const Cost = word("cost", "soft");
export const Zone = word("zone", "soft");
export const TimeZone = word("timeZone", "hard");
export const Lunar = word("lunar", "hard");
export const Kept = word("kept", "soft");
export const Currency = word("currency", "soft");
export const Week = word("week", "soft");
export const Starts = word("starts", "soft");
export const Settle = word("settle", "soft");
export const Locales = word("locales", "soft");
export const Calendar = word("calendar", "soft");
export const Template = word("template", "soft");
export const Product = word("product", "soft");
export const Makeup = word("makeup", "hard");
export const Else = word("else", "soft");
export const Skip = word("skip", "soft");
export const Delay = word("delay", "soft");
export const Best = word("best", "soft");
export const Hour = word("hour", "soft");
export const Hours = word("hours", "soft");
export const Receipts = word("receipts", "soft");
export const Touches = word("touches", "soft");
export const Characters = word("characters", "soft");
export const Quota = word("quota", "soft");
export const Quantity = word("quantity", "soft");
export const Worth = word("worth", "soft");
export const Up = word("up", "soft");
export const Free = word("free", "soft");
export const Prize = word("prize", "soft");
export const Giver = word("giver", "soft");
export const Friend = word("friend", "soft");
export const Salt = word("salt", "soft");
export const Variant = word("variant", "soft");
export const Case = word("case", "soft");
export const Consent = word("consent", "soft");
export const List = word("list", "soft");
export const Personalise = word("personalise", "soft");
export const Quiet = word("quiet", "soft");
export const Cap = word("cap", "soft");
export const All = word("all", "hard");

// Words of models and metrics.
export const Model = word("model", "soft");
export const Smallest = word("smallest", "hard");
export const Such = word("such", "hard");
export const That = word("that", "hard");
export const Return = word("return", "hard");
export const Rate = word("rate", "hard");
export const Silence = word("silence", "soft");
export const Observed = word("observed", "soft");
export const Share = word("share", "hard");
export const Users = word("users", "soft");
export const Among = word("among", "soft");
export const Refresh = word("refresh", "soft");
export const Score = word("score", "soft");
export const Better = word("better", "soft");
export const Tier = word("tier", "soft");
export const Top = word("top", "soft");
export const Next = word("next", "soft");
export const Group = word("group", "soft");
export const Each = word("each", "soft");
export const North = word("north", "hard");
export const NorthStar = word("star", "hard");
export const Total = word("total", "hard");
export const Median = word("median", "hard");
/** `daily`, `weekly`, `monthly`. */
export const Daily = word("daily", "hard");
export const Active = word("active", "hard");
export const Scale = word("scale", "soft");
export const Into = word("into", "soft");
export const Acquisition = word("acquisition", "soft");
export const Upkeep = word("upkeep", "soft");
export const Margin = word("margin", "soft");

export const Aim = word("aim", "clause");
export const When = word("when", "clause");
export const Who = word("who", "clause");
export const Repeat = word("repeat", "clause");
export const Priority = word("priority", "clause");
export const Purpose = word("purpose", "clause");
export const Limit = word("limit", "clause");
export const Send = word("send", "clause");
export const Exclusive = word("exclusive", "clause");
export const Holdout = word("holdout", "clause");
export const Budget = word("budget", "clause");
export const Sets = word("sets", "clause");
export const Split = word("split", "clause");
export const Stop = word("stop", "clause");
export const Hypothesis = word("hypothesis", "clause");

// Words that start a declaration; those of a channel, a benefit, a material, a goal and a point are clauses of a strategy too.
export const Project = word("project", "soft");
export const User = word("user", "soft");
export const Event = word("event", "soft");
export const Tag = word("tag", "soft");
export const Fact = word("fact", "soft");
export const MapTable = word("map", "soft");
export const Process = word("process", "soft");
export const Lifecycle = word("lifecycle", "soft");
export const Channel = word("channel", "clause");
export const Benefit = word("benefit", "clause");
export const Material = word("material", "clause");
export const Goal = word("goal", "clause");
export const Point = word("point", "clause");
export const Policy = word("policy", "soft");
export const StrategySet = word("set", "soft");
export const Strategy = word("strategy", "soft");
export const Measure = word("measure", "soft");
export const Value = word("value", "soft");
export const Groups = word("groups", "soft");
export const Metric = word("metric", "soft");
export const Line = word("line", "soft");
export const Expect = word("expect", "soft");
/** Starts a declaration that this version does not have: `journey`, `alert`. */
export const LaterDeclaration = word("laterDeclaration", "soft");

/** What the parser knows. */
export const vocabulary: readonly TokenType[] = all;

/** Finds symbols, numbers, texts and names; comments and slips of the pen come in groups of their own. */
export const lexer = new Lexer(symbols, { positionTracking: "onlyOffset", ensureOptimizations: true });
