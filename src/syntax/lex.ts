import * as t from "../../grammar/tokens.js";
import type { IToken, TokenType } from "chevrotain";
import { retype, setType } from "../../grammar/words.js";
import type { Comment } from "./tree.js";
import { endOf, type Reading } from "./reading.js";

/** Signs of other languages, with the type that they are read as. */
const meant: ReadonlyMap<TokenType, TokenType> = new Map([
  [t.NotEqual, t.IsNot],
  [t.DoubleEqual, t.Is],
  [t.Arrow, t.GreaterEqual],
  [t.EqualLess, t.LessEqual],
  [t.Ampersand, t.And],
  [t.Bar, t.Or],
  [t.Bang, t.Not],
  [t.LSquare, t.LParen],
  [t.RSquare, t.RParen],
  [t.OpenText, t.Text],
  [t.OpenName, t.QuotedName],
]);

/** The tokens of the text between two offsets, typed and with offsets of the file, and its comments. */
export function lex(reading: Reading, start: number, end: number): { tokens: IToken[]; comments: Comment[] } {
  const whole = start === 0 && end === reading.text.length;
  const read = t.lexer.tokenize(whole ? reading.text : reading.text.slice(start, end));
  const comments = read.groups.comments ?? [];
  const slips = read.groups.slips ?? [];
  if (start > 0) for (const token of [...read.tokens, ...comments, ...slips]) token.startOffset += start;
  for (const error of read.errors) strange(reading, start + error.offset, error.length);
  for (const token of slips) stray(reading, token);
  for (let i = 0; i < read.tokens.length; i++) {
    const token = read.tokens[i] as IToken;
    if (meant.has(token.tokenType)) mend(reading, token, read.tokens, i);
  }
  retype(read.tokens);
  return {
    tokens: read.tokens,
    comments: comments.map((token) => Object.freeze({ text: token.image, span: reading.reach(token, token) })),
  };
}

/** Replaces a token by words, with the blanks that keep them words. */
function inWords(reading: Reading, token: IToken, words: string): ReturnType<Reading["edit"]> {
  const end = endOf(token);
  const blank = /\s/;
  const left = token.startOffset === 0 || blank.test(reading.text.charAt(token.startOffset - 1)) ? "" : " ";
  const right = blank.test(reading.text.charAt(end)) || words === "" ? "" : " ";
  return reading.edit(token.startOffset, end, `${left}${words}${right}`);
}

/** Reports a sign of another language, and gives it the type of what it means, so that reading goes on. */
function mend(reading: Reading, token: IToken, tokens: readonly IToken[], index: number): void {
  const span = reading.reach(token, token);
  const written = token.image;
  const type = token.tokenType;
  const as = meant.get(type) as TokenType;
  const plain = (right: string) => ({ suggestion: reading.edit(token.startOffset, endOf(token), right) });
  const words = (right: string) => ({ suggestion: inWords(reading, token, right) });
  if (type === t.NotEqual) reading.report("use-is-not", span, { written }, words("is not"));
  else if (type === t.DoubleEqual) reading.report("use-is", span, { written }, words("is"));
  else if (type === t.Arrow) reading.report("reversed-operator", span, { written, right: ">=" }, plain(">="));
  else if (type === t.EqualLess) reading.report("reversed-operator", span, { written, right: "<=" }, plain("<="));
  else if (type === t.Ampersand) reading.report("use-word", span, { written, right: "and" }, words("and"));
  else if (type === t.Bar) reading.report("use-word", span, { written, right: "or" }, words("or"));
  else if (type === t.Bang) reading.report("use-word", span, { written, right: "not" }, words("not"));
  else if (type === t.LSquare) mendSquare(reading, token, tokens, index);
  else if (type === t.RSquare) reading.report("square-bracket", span, { written, right: ")" }, plain(")"));
  else {
    reading.open.push(span);
    const opener = reading.span(token.startOffset, token.startOffset + 1);
    reading.report(type === t.OpenText ? "unclosed-text" : "unclosed-name", opener, { written });
  }
  setType(token, as);
}

/** `[` with the `]` that closes it, where the next bracket is that one. */
function mendSquare(reading: Reading, token: IToken, tokens: readonly IToken[], index: number): void {
  const span = reading.reach(token, token);
  const close = tokens.slice(index + 1, index + 500).find(({ tokenType }) => brackets.has(tokenType));
  if (close?.tokenType !== t.RSquare) {
    reading.report("square-bracket", span, { written: token.image, right: "(" }, { suggestion: { span, text: "(" } });
    return;
  }
  const whole = reading.reach(token, close);
  const text = `(${reading.text.slice(endOf(token), close.startOffset)})`;
  const written = `${token.image}…${close.image}`;
  reading.report("square-bracket", whole, { written, right: "(…)" }, { suggestion: { span: whole, text } });
  setType(close, t.RParen);
}

const brackets: ReadonlySet<TokenType> = new Set([t.LSquare, t.RSquare, t.LParen, t.RParen, t.LCurly, t.RCurly]);

/** What is left out of the tokens, with a word about it. */
function stray(reading: Reading, token: IToken): void {
  const span = reading.reach(token, token);
  const gone = { suggestion: reading.edit(span.start, span.end, "") };
  if (token.tokenType === t.Semicolon) reading.report("semicolon", span, {}, gone);
  else if (token.tokenType === t.Invisible) {
    reading.report("invisible-character", span, { code: codePoint(token.image) }, gone);
  } else {
    const sign = token.image.startsWith("#") ? "#" : "/*";
    const suggestion = reading.edit(span.start, span.start + sign.length, "//");
    reading.report(
      "comment-form",
      reading.span(span.start, span.start + sign.length),
      { written: sign },
      { suggestion },
    );
  }
}

function strange(reading: Reading, start: number, length: number): void {
  const text = reading.text.slice(start, start + length);
  const span = reading.span(start, start + length);
  if (/^[¥￥$€£]+$/.test(text)) reading.report("currency-sign", span, { written: text });
  else reading.report("unknown-character", span, { written: [...text].slice(0, 10).join(""), code: codePoint(text) });
}

/** Bidirectional controls make a text look different from what it is: they are refused wherever they stand. */
export function reportBidi(reading: Reading): void {
  for (const found of reading.text.matchAll(/[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+/g)) {
    const span = reading.span(found.index, found.index + found[0].length);
    reading.report("bidi-control", span, { code: codePoint(found[0]) }, { suggestion: { span, text: "" } });
  }
}

function codePoint(text: string): string {
  return `U+${(text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0")}`;
}
