import * as t from "./tokens.js";
import type { IToken } from "chevrotain";
import type * as tree from "../src/syntax/tree.js";
import type { Rule } from "./expression.js";
import type { Maybe } from "./parts.js";
import { PolicyRules } from "./policy.js";

/** What is known of users at large: scores of models, measures, values and groups. */
export abstract class ModelRules extends PolicyRules {
  /** A name with or without a label; right before a colon the lexer types it apart. */
  protected readonly labelled = [
    { ALT: (): { name: IToken; label: Maybe } => ({ name: this.CONSUME(t.FieldName), label: undefined }) },
    {
      ALT: (): { name: IToken; label: Maybe } => {
        const name = this.CONSUME(t.Name);
        return { name, label: this.OPTION(() => this.CONSUME(t.Text)) };
      },
    },
  ];

  /** tagModel = "tag" "model" name [ label ] ":" type "from" text "valid" quantity */
  tagModel: Rule<tree.Declaration> = this.RULE("tagModel", () => {
    const a = this.CONSUME(t.Tag);
    this.CONSUME(t.Model);
    const head = this.OR(this.labelled);
    this.CONSUME(t.Colon);
    const type = this.SUBRULE(this.type);
    this.CONSUME(t.From);
    const from = this.CONSUME2(t.Text);
    this.CONSUME(t.Valid);
    const valid = this.SUBRULE(this.quantity);
    return this.make.tagModel(a, this.LA(0), { ...head, type, from, valid });
  });

  private readonly measured = [
    { ALT: (): tree.MeasureOf => this.SUBRULE(this.period) },
    { ALT: (): tree.MeasureOf => this.SUBRULE(this.shareOf) },
  ];
  private readonly measureTails = [
    { ALT: () => this.SUBRULE(this.refresh) },
    {
      ALT: () => {
        const a = this.CONSUME(t.Otherwise);
        const fallback = this.SUBRULE(this.quantity);
        this.make.clause("fallback", fallback, a, this.LA(0));
      },
    },
  ];

  /** measure = "measure" name [ label ] "=" ( period | shareOf ) { refresh | "otherwise" quantity } */
  measure: Rule<tree.Declaration> = this.RULE("measure", () => {
    const a = this.CONSUME(t.Measure);
    const name = this.CONSUME(t.Name);
    const label = this.OPTION(() => this.CONSUME(t.Text));
    this.CONSUME(t.Equal);
    const of = this.OR(this.measured);
    this.MANY(() => this.OR2(this.measureTails));
    return this.make.measure(a, this.LA(0), name, label, of);
  });

  /** period = "smallest" "n" "of" "(" quantity { "," quantity } ")" "such" "that" "return" "rate" "of" pattern "after" "n" "silence" "observed" "for" quantity "<" quantity */
  private period: Rule<tree.MeasureOf> = this.RULE("period", () => {
    const a = this.CONSUME(t.Smallest);
    const candidates: tree.Quantity[] = [];
    const first = this.CONSUME(t.Name);
    this.CONSUME(t.Of);
    this.CONSUME(t.LParen);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => candidates.push(this.SUBRULE(this.quantity)) });
    this.CONSUME(t.RParen);
    this.CONSUME(t.Such);
    this.CONSUME(t.That);
    this.CONSUME(t.Return);
    this.CONSUME(t.Rate);
    this.CONSUME2(t.Of);
    const pattern = this.SUBRULE(this.pattern);
    this.CONSUME(t.After);
    const second = this.CONSUME2(t.Name);
    this.CONSUME(t.Silence);
    this.CONSUME(t.Observed);
    this.CONSUME(t.For);
    const observed = this.SUBRULE2(this.quantity);
    this.CONSUME(t.Less);
    const below = this.SUBRULE(this.share);
    return this.make.period(a, this.LA(0), { letters: [first, second], candidates, pattern, observed, below });
  });

  /** shareOf = "share" "of" usersWho [ among ] */
  private shareOf: Rule<tree.MeasureOf> = this.RULE("shareOf", () => {
    const a = this.CONSUME(t.Share);
    this.CONSUME(t.Of);
    const who = this.SUBRULE(this.usersWho);
    const among = this.OPTION(() => this.SUBRULE(this.among));
    return this.make.shareOf(a, this.LA(0), who, among);
  });

  /** usersWho = "users" "who" expr */
  protected usersWho: Rule<tree.Expr> = this.RULE("usersWho", () => {
    this.CONSUME(t.Users);
    this.CONSUME(t.Who);
    return this.SUBRULE(this.expr);
  });

  /** among = "among" usersWho */
  protected among: Rule<tree.Expr> = this.RULE("among", () => {
    this.CONSUME(t.Among);
    return this.SUBRULE(this.usersWho);
  });

  /** refresh = "refresh" "every" quantity */
  protected refresh: Rule<void> = this.RULE("refresh", () => {
    const a = this.CONSUME(t.Refresh);
    this.CONSUME(t.Every);
    const length = this.SUBRULE(this.quantity);
    this.make.clause("refresh", length, a, this.LA(0));
  });

  /** value = valueHead "{" { valueClause } "}" */
  value: Rule<tree.Declaration> = this.RULE("value", () => {
    const a = this.LA(1);
    this.SUBRULE(this.valueHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.valueClause));
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  /** valueHead = "value" name [ label ] [ members ] */
  valueHead: Rule<void> = this.RULE("valueHead", () => {
    this.CONSUME(t.Value);
    this.named("value");
    this.OPTION2(() => this.SUBRULE(this.members));
  });

  /** members = "of" usersWho */
  private members: Rule<void> = this.RULE("members", () => {
    const a = this.CONSUME(t.Of);
    const who = this.SUBRULE(this.usersWho);
    this.make.clause("among", who, a, this.LA(0));
  });

  private readonly valueForms = [
    { ALT: () => this.SUBRULE(this.score) },
    { ALT: () => this.SUBRULE(this.splitAt) },
    { ALT: () => this.SUBRULE(this.refresh) },
    { ALT: () => this.SUBRULE(this.tier) },
    {
      ALT: () => {
        const a = this.CONSUME(t.Otherwise);
        const member = this.SUBRULE(this.member);
        this.make.clause("otherwise", member, a, this.LA(0));
      },
    },
  ];

  /** valueClause = score | splitAt | refresh | tier | "otherwise" name [ label ] */
  valueClause: Rule<void> = this.RULE("valueClause", () => this.OR(this.valueForms));

  /** score = "score" name [ label ] "=" arith [ better ] */
  private score: Rule<void> = this.RULE("score", () => {
    const a = this.CONSUME(t.Score);
    const name = this.CONSUME(t.Name);
    const label = this.OPTION(() => this.CONSUME(t.Text));
    this.CONSUME(t.Equal);
    const value = this.SUBRULE(this.arith);
    const better = this.OPTION2(() => this.SUBRULE(this.better));
    this.make.score(a, this.LA(0), { name, label, value, better });
  });

  /** better = "better" "when" ( "lower" | "higher" ) */
  protected better: Rule<IToken> = this.RULE("better", () => {
    this.CONSUME(t.Better);
    this.CONSUME(t.When);
    return this.CONSUME(t.Name);
  });

  /** splitAt = "split" "at" ( "average" | "median" ) */
  private splitAt: Rule<void> = this.RULE("splitAt", () => {
    const a = this.CONSUME(t.Split);
    this.CONSUME(t.At);
    this.make.splitAt(a, this.CONSUME(t.Name));
  });

  private readonly tierForms = [
    {
      ALT: (): tree.Tier["rule"] => {
        this.CONSUME(t.When);
        return { is: "when", test: this.SUBRULE(this.expr) };
      },
    },
    { ALT: (): tree.Tier["rule"] => this.make.ranked(this.CONSUME(t.Top), this.SUBRULE(this.rank)) },
    { ALT: (): tree.Tier["rule"] => this.make.ranked(this.CONSUME(t.Next), this.SUBRULE2(this.rank)) },
  ];

  /** tier = "tier" name [ label ] ( "when" expr | ( "top" | "next" ) rank ) */
  private tier: Rule<void> = this.RULE("tier", () => {
    const a = this.CONSUME(t.Tier);
    const name = this.CONSUME(t.Name);
    const label = this.OPTION(() => this.CONSUME(t.Text));
    const rule = this.OR(this.tierForms);
    this.make.tier(a, this.LA(0), { name, label, rule });
  });

  /** rank = share "by" name */
  private rank: Rule<{ share: tree.Quantity; by: IToken }> = this.RULE("rank", () => {
    const share = this.SUBRULE(this.share);
    this.CONSUME(t.By);
    return { share, by: this.CONSUME(t.Name) };
  });

  /** groups = groupsHead "{" { groupsClause } "}" */
  groups: Rule<tree.Declaration> = this.RULE("groups", () => {
    const a = this.LA(1);
    this.SUBRULE(this.groupsHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.groupsClause));
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  /** groupsHead = "groups" name [ label ] [ members ] */
  groupsHead: Rule<void> = this.RULE("groupsHead", () => {
    this.CONSUME(t.Groups);
    this.named("groups");
    this.OPTION2(() => this.SUBRULE(this.members));
  });

  private readonly groupsForms = [
    { ALT: () => this.SUBRULE(this.score) },
    {
      ALT: () => {
        const a = this.CONSUME(t.Group);
        const member = this.SUBRULE(this.member);
        this.make.clause("group", member, a, this.LA(0));
      },
    },
    { ALT: () => this.SUBRULE(this.saltClause) },
    { ALT: () => this.SUBRULE(this.refresh) },
  ];

  /** groupsClause = score | "group" name [ label ] | salt | refresh */
  groupsClause: Rule<void> = this.RULE("groupsClause", () => this.OR(this.groupsForms));
}
