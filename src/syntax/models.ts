import type { IToken } from "chevrotain";
import type {
  ExpectationParts,
  Maybe,
  MetricParts,
  PeriodParts,
  RateParts,
  ScoreParts,
  TagModelParts,
  TierParts,
} from "../../grammar/parts.js";
import * as t from "../../grammar/tokens.js";
import { nearest } from "../text/nearest.js";
import { Offers } from "./offers.js";
import { Said } from "./said.js";
import type * as tree from "./tree.js";

const none: readonly never[] = Object.freeze([]);

/** Makes the nodes of scores, measures, values, groups, metrics, lines, expectations and costs. */
export class Models extends Offers {
  tagModel(a: IToken, z: IToken, { name, label, type, from, valid }: TagModelParts): tree.TagModel {
    return Object.freeze({
      is: "tagModel",
      name: this.name(name),
      label: this.label(label),
      type,
      from: this.text(from),
      valid,
      span: this.reading().reach(a, z),
    });
  }

  /** What a declaration of one line says after its value, each at most once. */
  private tail(): Said {
    const said = new Said([...this.parts], this.reading());
    said.reportTwice();
    return said;
  }

  measure(a: IToken, z: IToken, name: IToken, label: Maybe, of: tree.MeasureOf): tree.Measure {
    const said = this.tail();
    return Object.freeze({
      is: "measure",
      name: this.name(name),
      label: this.label(label),
      of,
      refresh: said.first("refresh"),
      otherwise: said.first("fallback"),
      later: none,
      span: this.reading().reach(a, z),
    });
  }

  period(a: IToken, z: IToken, { letters, candidates, pattern, observed, below }: PeriodParts): tree.MeasureOf {
    this.checkList(candidates.length, a, z);
    letters.forEach((letter, index) => this.oneOf(letter, ["n"], index === 0 ? "smallest" : "after"));
    const span = this.reading().reach(a, z);
    return Object.freeze({ is: "period", candidates: Object.freeze(candidates), pattern, observed, below, span });
  }

  shareOf(a: IToken, z: IToken, who: tree.Expr, among: tree.Expr | undefined): tree.MeasureOf {
    return Object.freeze({ is: "share", who, among: among ?? null, span: this.reading().reach(a, z) });
  }

  /** A name where only some words are right; another one is reported, and the nearest taken for it. */
  private oneOf<W extends string>(token: IToken, words: readonly [W, ...W[]], after: string): W {
    const found = words.find((word) => word === token.image);
    if (found !== undefined) return found;
    const reading = this.reading();
    const span = reading.reach(token, token);
    const near = words.length === 1 ? words[0] : (nearest(token.image, words) as W | null);
    const args = { expected: words.map((word) => ({ word })), after, found: token.image };
    reading.report("expected", span, args, { suggestion: near === null ? null : { span, text: near } });
    return near ?? words[0];
  }

  score(a: IToken, z: IToken, { name, label, value, better }: ScoreParts): void {
    const score: tree.Score = {
      name: this.name(name),
      label: this.label(label),
      value,
      better: better === undefined ? null : this.betterWord(better),
      span: this.reading().reach(a, z),
    };
    this.clause("score", Object.freeze(score), a, z);
  }

  private betterWord(token: IToken): "lower" | "higher" {
    return this.oneOf(token, ["lower", "higher"], "when");
  }

  splitAt(a: IToken, at: IToken): void {
    const text = this.oneOf(at, ["average", "median"], "at");
    this.clause("splitAt", Object.freeze({ text, span: this.reading().reach(at, at) }), a, at);
  }

  tier(a: IToken, z: IToken, { name, label, rule }: TierParts): void {
    const span = this.reading().reach(a, z);
    this.clause(
      "tier",
      Object.freeze({ name: this.name(name), label: this.label(label), rule: Object.freeze(rule), span }),
      a,
      z,
    );
  }

  ranked(word: IToken, { share, by }: { share: tree.Quantity; by: IToken }): tree.Tier["rule"] {
    return Object.freeze({ is: word.tokenType === t.Top ? "top" : "next", share, by: this.name(by) });
  }

  metric(a: IToken, z: IToken, { name, label, northStar, of }: MetricParts): tree.Metric {
    const said = this.tail();
    return Object.freeze({
      is: "metric",
      name: this.name(name),
      label: this.label(label),
      northStar,
      of,
      among: said.first("among"),
      scale: said.first("scale") ?? none,
      target: said.first("target"),
      better: said.first("better"),
      later: none,
      span: this.reading().reach(a, z),
    });
  }

  metricShare(a: IToken, z: IToken, who: tree.Expr): tree.MetricOf {
    return Object.freeze({ is: "share", who, span: this.reading().reach(a, z) });
  }

  total(a: IToken, z: IToken, value: tree.Expr, over: tree.Expr | undefined): tree.MetricOf {
    const span = this.reading().reach(a, z);
    if (over === undefined) return Object.freeze({ is: "total", value, span });
    return Object.freeze({ is: "ratio", value, over, span });
  }

  perUser(a: IToken, z: IToken, value: tree.Expr): tree.MetricOf {
    return Object.freeze({ is: "perUser", value, span: this.reading().reach(a, z) });
  }

  duration(a: IToken, z: IToken, from: tree.Point, to: tree.Point): tree.MetricOf {
    return Object.freeze({ is: "duration", from, to, span: this.reading().reach(a, z) });
  }

  active(a: IToken, z: IToken, pattern: tree.Pattern): tree.MetricOf {
    const every = a.image === "daily" ? "day" : a.image === "weekly" ? "week" : "month";
    return Object.freeze({ is: "active", every, pattern, span: this.reading().reach(a, z) });
  }

  rate(a: IToken, z: IToken, { process, from, to, window }: RateParts): tree.MetricOf {
    return Object.freeze({
      is: "rate",
      process: this.name(process),
      from: from === undefined ? null : this.name(from),
      to: to === undefined ? null : this.name(to),
      window,
      span: this.reading().reach(a, z),
    });
  }

  scale(a: IToken, z: IToken, levels: readonly tree.Quantity[]): void {
    this.checkList(levels.length, a, z);
    this.clause("scale", Object.freeze(levels), a, z);
  }

  better(a: IToken, how: IToken): void {
    this.clause("better", this.betterWord(how), a, how);
  }

  rollUp(a: IToken, z: IToken, metrics: readonly tree.Name[], into: Maybe): void {
    const span = this.reading().reach(a, z);
    this.clause("rollUp", Object.freeze({ metrics, into: into === undefined ? null : this.name(into), span }), a, z);
  }

  expectation(a: IToken, z: IToken, { name, label, pattern, often, each }: ExpectationParts): tree.Expectation {
    return Object.freeze({
      is: "expect",
      role: this.name(name),
      label: this.label(label),
      pattern,
      often,
      each: this.name(each),
      span: this.reading().reach(a, z),
    });
  }

  acquisition(a: IToken, z: IToken, cost: tree.Quantity, sources: readonly IToken[]): void {
    this.checkList(sources.length, a, z);
    const texts = Object.freeze(sources.map((source) => this.text(source)));
    this.clause("acquisition", Object.freeze({ cost, sources: texts, span: this.reading().reach(a, z) }), a, z);
  }

  upkeep(a: IToken, cost: tree.Quantity, per: IToken): void {
    const span = this.reading().reach(a, per);
    this.clause("upkeep", Object.freeze({ cost, per: this.name(per), span }), a, per);
  }

  protected value(name: tree.Name, shared: Pick<tree.Value, "label" | "later" | "span">, said: Said): tree.Value {
    return Object.freeze({
      is: "value",
      name,
      ...shared,
      of: said.first("among"),
      scores: said.all("score"),
      split: said.first("splitAt"),
      refresh: said.first("refresh"),
      tiers: said.all("tier"),
      otherwise: said.first("otherwise"),
    });
  }

  protected groups(name: tree.Name, shared: Pick<tree.Groups, "label" | "later" | "span">, said: Said): tree.Groups {
    return Object.freeze({
      is: "groups",
      name,
      ...shared,
      of: said.first("among"),
      scores: said.all("score"),
      groups: said.all("group"),
      salt: said.first("salt"),
      refresh: said.first("refresh"),
    });
  }

  protected businessLine(name: tree.Name, shared: Pick<tree.Line, "label" | "later" | "span">, said: Said): tree.Line {
    return Object.freeze({
      is: "line",
      name,
      ...shared,
      lifecycles: Object.freeze(said.all("lifecycles").flat()),
      values: Object.freeze(said.all("values").flat()),
      metrics: said.all("rollUp"),
    });
  }

  protected costs(said: Said, span: tree.Costs["span"]): tree.Costs {
    return Object.freeze({
      is: "cost",
      acquisition: said.all("acquisition"),
      upkeep: said.first("upkeep"),
      margin: said.first("margin"),
      later: said.all("later"),
      span,
    });
  }
}
