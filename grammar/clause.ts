import * as t from "./tokens.js";
import type { IToken } from "chevrotain";
import type * as tree from "../src/syntax/tree.js";
import type { Rule } from "./expression.js";
import { TriggerRules } from "./trigger.js";
import { continuesOn } from "./words.js";

/** The clauses of a strategy. Each hands what it holds to `make.clause`, so that they work one by one when a block is broken. */
export abstract class ClauseRules extends TriggerRules {
  private readonly strategyForms = [
    { ALT: () => this.SUBRULE(this.aimClause) },
    { ALT: () => this.SUBRULE(this.pointClause) },
    { ALT: () => this.SUBRULE(this.purposeClause) },
    { ALT: () => this.SUBRULE(this.whenClause) },
    { ALT: () => this.SUBRULE(this.whoClause) },
    { ALT: () => this.SUBRULE(this.repeatClause) },
    { ALT: () => this.SUBRULE(this.limitClause) },
    { ALT: () => this.SUBRULE(this.sendClause) },
    { ALT: () => this.SUBRULE(this.channelsClause) },
    { ALT: () => this.SUBRULE(this.benefitNamed) },
    { ALT: () => this.SUBRULE(this.materialsClause) },
    { ALT: () => this.SUBRULE(this.goalClause) },
    { ALT: () => this.SUBRULE(this.priorityClause) },
    { ALT: () => this.SUBRULE(this.exclusiveClause) },
    { ALT: () => this.SUBRULE(this.holdoutClause) },
    { ALT: () => this.SUBRULE(this.budgetClause) },
    { ALT: () => this.SUBRULE(this.setsClause) },
    { ALT: () => this.SUBRULE(this.split) },
    { ALT: () => this.SUBRULE(this.guardClause) },
    { ALT: () => this.SUBRULE(this.hypothesisClause) },
  ];

  /** strategyClause = aim | point | purpose | when | who | repeat | limit | send | channel | benefit | material | goal | priority | exclusive | holdout | budget | sets | split | guard | hypothesis */
  strategyClause: Rule<void> = this.RULE("strategyClause", () => this.OR(this.strategyForms));

  /** A lifecycle or a stage follows these two only, and the word of a clause is never one. */
  private readonly aimedAt = {
    GATE: () => /^(?:ripen|retain)$/.test(this.LA(0).image) && continuesOn(this.LA(1)),
    DEF: () => this.SUBRULE(this.path),
  };

  /** aimClause = "aim" name [ path ]: `aim revenue`, `aim ripen buyer.mature` */
  private aimClause: Rule<void> = this.RULE("aimClause", () => {
    const a = this.CONSUME(t.Aim);
    const name = this.CONSUME(t.Name);
    const at = this.OPTION(this.aimedAt);
    this.make.aim(a, this.LA(0), name, at);
  });

  /** pointClause = "point" name */
  private pointClause: Rule<void> = this.RULE("pointClause", () => {
    const a = this.CONSUME(t.Point);
    const name = this.CONSUME(t.Name);
    this.make.clause("point", this.make.name(name), a, name);
  });

  /** purposeClause = "purpose" name */
  private purposeClause: Rule<void> = this.RULE("purposeClause", () => {
    const a = this.CONSUME(t.Purpose);
    const name = this.CONSUME(t.Name);
    this.make.clause("purpose", this.make.name(name), a, name);
  });

  /** whenClause = "when" trigger */
  private whenClause: Rule<void> = this.RULE("whenClause", () => {
    const a = this.CONSUME(t.When);
    const when = this.SUBRULE(this.trigger);
    this.make.clause("when", when, a, this.LA(0));
  });

  /** whoClause = "who" expr */
  private whoClause: Rule<void> = this.RULE("whoClause", () => {
    const a = this.CONSUME(t.Who);
    const test = this.SUBRULE(this.expr);
    this.make.clause("who", test, a, this.LA(0));
  });

  private readonly repeats = [
    { ALT: (): tree.Repeat["rule"] => (this.CONSUME(t.Never), "never") },
    { ALT: (): tree.Repeat["rule"] => (this.CONSUME(t.Always), "always") },
    {
      ALT: (): tree.Repeat["rule"] => {
        this.CONSUME(t.After);
        return this.SUBRULE(this.quantity);
      },
    },
  ];

  /** repeatClause = "repeat" ( "never" | "always" | "after" quantity ) */
  private repeatClause: Rule<void> = this.RULE("repeatClause", () => {
    const a = this.CONSUME(t.Repeat);
    const rule = this.OR(this.repeats);
    this.make.repeat(a, this.LA(0), rule);
  });

  /** limitClause = "limit" quantity "per" path */
  private limitClause: Rule<void> = this.RULE("limitClause", () => {
    const a = this.CONSUME(t.Limit);
    const n = this.SUBRULE(this.quantity);
    this.CONSUME(t.Per);
    const key = this.SUBRULE(this.path);
    this.make.limit(a, this.LA(0), n, key);
  });

  private readonly sendForms = [
    {
      ALT: () => {
        const hours = this.SUBRULE(this.hours);
        const otherwise = this.OPTION(() => this.SUBRULE(this.otherwise));
        return this.make.sendBetween(hours, this.LA(0), otherwise);
      },
    },
    {
      ALT: () => {
        const a = this.CONSUME(t.At);
        this.CONSUME(t.Best);
        this.CONSUME(t.Hour);
        const hours = this.OPTION2(() => this.SUBRULE2(this.hours));
        return this.make.sendAtBestHour(a, this.LA(0), hours);
      },
    },
  ];

  /** sendClause = "send" ( hours otherwise | "at" "best" "hour" [ hours ] ); a missing `else` is read, and reported. */
  protected sendClause: Rule<void> = this.RULE("sendClause", () => {
    const a = this.CONSUME(t.Send);
    const send = this.OR(this.sendForms);
    this.make.clause("send", send, a, this.LA(0));
  });

  private readonly channelForms = [
    { ALT: (): tree.ChannelClause => this.SUBRULE(this.channelChain) },
    { ALT: (): tree.ChannelClause => this.SUBRULE(this.preferredChannels) },
  ];

  /** channelsClause = "channel" ( channelChain | preferredChannels ) */
  protected channelsClause: Rule<void> = this.RULE("channelsClause", () => {
    const a = this.CONSUME(t.Channel);
    const channel = this.OR(this.channelForms);
    this.make.clause("channel", channel, a, this.LA(0));
  });

  /** channelChain = name { "then" link } */
  private channelChain: Rule<tree.ChannelClause> = this.RULE("channelChain", () => {
    const a = this.LA(1);
    const first = this.CONSUME(t.Name);
    const links = [this.make.link(first, first, first, null)];
    this.MANY(() => {
      this.CONSUME(t.Then);
      links.push(this.SUBRULE(this.link));
    });
    return this.make.chain(a, this.LA(0), links);
  });

  /** link = name [ "after" length "if" "not" name ]; a wait that says no more is read, and reported. */
  private link: Rule<tree.ChannelLink> = this.RULE("link", () => {
    const name = this.CONSUME(t.Name);
    const wait = this.OPTION(() => {
      const a = this.CONSUME(t.After);
      const length = this.SUBRULE(this.quantity);
      const unless = this.OPTION2(() => {
        this.CONSUME(t.If);
        const not = this.OPTION3(() => this.CONSUME(t.Not));
        return { not, name: this.CONSUME2(t.Name) };
      });
      return this.make.wait(a, this.LA(0), length, unless);
    });
    return this.make.link(name, this.LA(0), name, wait ?? null);
  });

  /** preferredChannels = "preferred" "of" "(" name { "," name } ")" [ "with" "at" "least" N "receipts" ] */
  private preferredChannels: Rule<tree.ChannelClause> = this.RULE("preferredChannels", () => {
    const names: IToken[] = [];
    const a = this.CONSUME(t.Preferred);
    this.CONSUME(t.Of);
    this.CONSUME(t.LParen);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => names.push(this.CONSUME(t.Name)) });
    this.CONSUME(t.RParen);
    const least = this.OPTION(() => {
      this.CONSUME(t.With);
      this.CONSUME(t.At);
      this.CONSUME(t.Least);
      const n = this.SUBRULE(this.quantity);
      this.CONSUME(t.Receipts);
      return n;
    });
    return this.make.preferred(a, this.LA(0), names, least);
  });

  private readonly benefitForms = [
    { ALT: () => this.make.noBenefit(this.CONSUME(t.None)) },
    {
      ALT: () => {
        const name = this.CONSUME(t.Name);
        const none = this.OPTION(() => {
          this.CONSUME(t.Else);
          return this.CONSUME2(t.None);
        });
        return this.make.benefitNamed(name, none !== undefined);
      },
    },
  ];

  /** benefitNamed = "benefit" ( "none" | name [ "else" "none" ] ) */
  protected benefitNamed: Rule<void> = this.RULE("benefitNamed", () => {
    const a = this.CONSUME(t.Benefit);
    const benefit = this.OR(this.benefitForms);
    this.make.clause("benefit", benefit, a, this.LA(0));
  });

  /** materialsClause = "material" name { "," name } */
  protected materialsClause: Rule<void> = this.RULE("materialsClause", () => {
    const a = this.CONSUME(t.Material);
    const names = this.SUBRULE(this.names);
    this.make.clause("material", names, a, this.LA(0));
  });

  /** names = name { "," name } */
  protected names: Rule<readonly tree.Name[]> = this.RULE("names", () => {
    const names: IToken[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => names.push(this.CONSUME(t.Name)) });
    return this.make.names(names);
  });

  /** goalClause = "goal" ( name | "user" "enters" path ) [ "within" quantity ] [ target ] */
  private goalClause: Rule<void> = this.RULE("goalClause", () => {
    const a = this.CONSUME(t.Goal);
    const name = this.CONSUME(t.Name);
    const entered = this.OPTION(() => ({ enters: this.CONSUME(t.Enters), state: this.SUBRULE(this.path) }));
    const within = this.OPTION2(() => {
      this.CONSUME(t.Within);
      return this.SUBRULE(this.quantity);
    });
    const target = this.OPTION3(() => this.SUBRULE(this.target));
    this.make.goalClause(a, this.LA(0), { name, enters: entered?.enters, state: entered?.state, within, target });
  });

  /** priorityClause = "priority" quantity */
  private priorityClause: Rule<void> = this.RULE("priorityClause", () => {
    const a = this.CONSUME(t.Priority);
    const priority = this.SUBRULE(this.quantity);
    this.make.clause("priority", priority, a, this.LA(0));
  });

  /** exclusiveClause = "exclusive" "with" names [ "for" quantity ] */
  private exclusiveClause: Rule<void> = this.RULE("exclusiveClause", () => {
    const a = this.CONSUME(t.Exclusive);
    this.CONSUME(t.With);
    const names = this.SUBRULE(this.names);
    const days = this.OPTION(() => {
      this.CONSUME(t.For);
      return this.SUBRULE(this.quantity);
    });
    this.make.exclusive(a, this.LA(0), names, days);
  });

  /** holdoutClause = holdout */
  private holdoutClause: Rule<void> = this.RULE("holdoutClause", () => {
    const a = this.LA(1);
    const holdout = this.SUBRULE(this.holdout);
    this.make.clause("holdout", holdout, a, this.LA(0));
  });

  /** holdout = "holdout" share salt; a missing salt is read, and reported. */
  protected holdout: Rule<tree.Holdout> = this.RULE("holdout", () => {
    const a = this.CONSUME(t.Holdout);
    const share = this.SUBRULE(this.share);
    const salt = this.OPTION(() => this.SUBRULE(this.salt));
    return this.make.holdout(a, this.LA(0), share, salt);
  });

  /** share = [ "-" ] number [ unit | "%" ]: a missing `%` is read, and corrected. */
  protected share: Rule<tree.Quantity> = this.RULE("share", () => {
    const a = this.LA(1);
    const minus = this.OPTION(() => this.CONSUME(t.Minus));
    const number = this.CONSUME(t.NumberWord);
    const unit = this.OPTION2(() => this.OR(this.unitForms));
    return this.make.share(this.make.quantity(a, this.LA(0), minus, number, unit, undefined));
  });

  /** salt = "salt" text */
  protected salt: Rule<tree.TextLiteral> = this.RULE("salt", () => {
    this.CONSUME(t.Salt);
    return this.make.text(this.CONSUME(t.Text));
  });

  /** budgetClause = "budget" quantity */
  protected budgetClause: Rule<void> = this.RULE("budgetClause", () => {
    const a = this.CONSUME(t.Budget);
    const budget = this.SUBRULE(this.quantity);
    this.make.clause("budget", budget, a, this.LA(0));
  });

  /** setsClause = "sets" names */
  private setsClause: Rule<void> = this.RULE("setsClause", () => {
    const a = this.CONSUME(t.Sets);
    const names = this.SUBRULE(this.names);
    this.make.clause("sets", names, a, this.LA(0));
  });

  /** split = splitHead "{" { variant } "}" */
  private split: Rule<void> = this.RULE("split", () => {
    const opened = this.make.open();
    const a = this.LA(1);
    this.SUBRULE(this.splitHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.variant));
    this.make.split(a, this.CONSUME(t.RCurly), opened);
  });

  /** splitHead = "split" salt; a missing salt is read, and reported. */
  splitHead: Rule<void> = this.RULE("splitHead", () => {
    const a = this.CONSUME(t.Split);
    const salt = this.OPTION(() => this.SUBRULE(this.salt));
    this.make.splitHead(a, this.LA(0), salt);
  });

  /** variant = variantHead "{" ( "none" | { variantClause } ) "}" */
  variant: Rule<void> = this.RULE("variant", () => {
    const opened = this.make.open();
    const a = this.LA(1);
    this.SUBRULE(this.variantHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.variantClause));
    this.make.variant(a, this.CONSUME(t.RCurly), opened);
  });

  /** variantHead = share [ "was" share { "," share } ] "variant" name [ label ] */
  variantHead: Rule<void> = this.RULE("variantHead", () => {
    const share = this.SUBRULE(this.share);
    const was: tree.Quantity[] = [];
    this.OPTION(() => {
      this.CONSUME(t.Was);
      this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => was.push(this.SUBRULE2(this.share)) });
    });
    this.CONSUME(t.Variant);
    const name = this.CONSUME(t.Name);
    const label = this.OPTION2(() => this.CONSUME(t.Text));
    this.make.variantHead({ share, was, name, label });
  });

  private readonly variantForms = [
    { ALT: () => this.make.noOffer(this.CONSUME(t.None)) },
    { ALT: () => this.SUBRULE(this.sendClause) },
    { ALT: () => this.SUBRULE(this.channelsClause) },
    { ALT: () => this.SUBRULE(this.benefitNamed) },
    { ALT: () => this.SUBRULE(this.materialsClause) },
  ];

  /** variantClause = "none" | send | channel | benefit | material */
  variantClause: Rule<void> = this.RULE("variantClause", () => this.OR(this.variantForms));

  private readonly guardOrders = [
    { ALT: () => this.CONSUME(t.Less) },
    { ALT: () => this.CONSUME(t.LessEqual) },
    { ALT: () => this.CONSUME(t.Greater) },
    { ALT: () => this.CONSUME(t.GreaterEqual) },
  ];

  /** guardClause = "stop" "if" name ( "<" | "<=" | ">" | ">=" ) quantity [ "after" N "touches" ] */
  private guardClause: Rule<void> = this.RULE("guardClause", () => {
    const a = this.CONSUME(t.Stop);
    this.CONSUME(t.If);
    const metric = this.CONSUME(t.Name);
    const operator = this.OR(this.guardOrders);
    const value = this.SUBRULE(this.quantity);
    const after = this.OPTION(() => {
      this.CONSUME(t.After);
      const n = this.SUBRULE2(this.quantity);
      this.CONSUME(t.Touches);
      return n;
    });
    this.make.guard(a, this.LA(0), { metric, operator, value, after });
  });

  /** hypothesisClause = "hypothesis" text [ state ]; a missing state is read, and reported. */
  private hypothesisClause: Rule<void> = this.RULE("hypothesisClause", () => {
    const a = this.CONSUME(t.Hypothesis);
    const text = this.CONSUME(t.Text);
    const state = this.OPTION({ GATE: () => continuesOn(this.LA(1)), DEF: () => this.CONSUME(t.Name) });
    this.make.hypothesis(a, text, state);
  });

  /** target = "target" share */
  protected target: Rule<tree.Quantity> = this.RULE("target", () => {
    this.CONSUME(t.Target);
    return this.SUBRULE(this.share);
  });
}
