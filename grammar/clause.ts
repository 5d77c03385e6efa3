import * as t from "./tokens.js";
import type { IToken } from "chevrotain";
import type * as tree from "../src/syntax/tree.js";
import { HistoryRules } from "./history.js";
import type { Rule } from "./expression.js";

/** The clauses of a strategy. Each hands what it holds to `make.clause`, so that they work one by one when a block is broken. */
export abstract class ClauseRules extends HistoryRules {
  private readonly strategyForms = [
    { ALT: () => this.SUBRULE(this.aimClause) },
    { ALT: () => this.SUBRULE(this.whenClause) },
    { ALT: () => this.SUBRULE(this.whoClause) },
    { ALT: () => this.SUBRULE(this.repeatClause) },
    { ALT: () => this.SUBRULE(this.channelsClause) },
    { ALT: () => this.SUBRULE(this.benefitNamed) },
    { ALT: () => this.SUBRULE(this.materialsClause) },
    { ALT: () => this.SUBRULE(this.goalNamed) },
    { ALT: () => this.SUBRULE(this.priorityClause) },
    { ALT: () => this.SUBRULE(this.laterClause) },
  ];

  /** strategyClause = aim | when | who | repeat | channel | benefit | material | goal | priority | laterClause */
  strategyClause: Rule<void> = this.RULE("strategyClause", () => this.OR(this.strategyForms));

  /** aimClause = "aim" name */
  private aimClause: Rule<void> = this.RULE("aimClause", () => {
    const a = this.CONSUME(t.Aim);
    const name = this.CONSUME(t.Name);
    this.make.clause("aim", this.make.name(name), a, name);
  });

  /** whenClause = "when" trigger */
  private whenClause: Rule<void> = this.RULE("whenClause", () => {
    const a = this.CONSUME(t.When);
    const when = this.SUBRULE(this.trigger);
    this.make.clause("when", when, a, this.LA(0));
  });

  private readonly triggers = [
    { ALT: (): tree.When => this.SUBRULE(this.every) },
    {
      ALT: (): tree.When => {
        const a = this.CONSUME(t.Once);
        this.CONSUME(t.At);
        const date = this.SUBRULE(this.date);
        const at = this.SUBRULE(this.clock);
        return this.make.once(a, this.LA(0), date, at);
      },
    },
    {
      ALT: (): tree.When => {
        const a = this.CONSUME(t.NumberWord);
        this.CONSUME(t.Unit);
        const side = this.OR2([{ ALT: () => this.CONSUME(t.Before) }, { ALT: () => this.CONSUME(t.After) }]);
        this.SUBRULE(this.moment);
        this.OPTION(() => this.SUBRULE(this.at));
        return this.make.notYet(`when … ${side.image}`, a, this.LA(0));
      },
    },
    {
      ALT: (): tree.When => {
        const a = this.CONSUME(t.On);
        this.SUBRULE(this.path);
        this.OPTION2(() => this.SUBRULE2(this.at));
        return this.make.notYet("when on", a, this.LA(0));
      },
    },
    { ALT: (): tree.When => this.SUBRULE(this.happening) },
  ];

  /** trigger = every | once | ( N unit ( "before" | "after" ) moment [ clock ] | "on" path [ clock ] | happening ) -> later */
  private trigger: Rule<tree.When> = this.RULE("trigger", () => this.OR(this.triggers));

  /** every = "every" ( "day" | WEEKDAY | "hour" -> later | "month" [ "on" … ] -> later ) [ clock ] */
  private every: Rule<tree.When> = this.RULE("every", () => {
    const a = this.CONSUME(t.Every);
    const word = this.CONSUME(t.Name);
    const more = this.OPTION(() => {
      this.CONSUME(t.On);
      this.AT_LEAST_ONE(() =>
        this.OR([
          { ALT: () => this.CONSUME2(t.Name) },
          { ALT: () => this.CONSUME(t.NumberWord) },
          { ALT: () => this.CONSUME(t.Last) },
        ]),
      );
      return true;
    });
    const at = this.OPTION2(() => this.SUBRULE(this.at));
    return this.make.every(a, this.LA(0), word, more === true, at);
  });

  /** at = "at" clock */
  private at: Rule<tree.Clock> = this.RULE("at", () => {
    this.CONSUME(t.At);
    return this.SUBRULE(this.clock);
  });

  private readonly clockForms = [{ ALT: () => this.CONSUME(t.ClockWord) }, { ALT: () => this.CONSUME(t.NumberWord) }];

  /** clock = HH ":" MM; `10.30` is read, and corrected. */
  private clock: Rule<tree.Clock> = this.RULE("clock", () => this.make.clock(this.OR(this.clockForms)));

  /** happening = ( pattern | point ) ( "happens" | ( "enters" | "leaves" ) path [ at ] | "stalls" "at" name "for" length | "is" "not" "followed" "by" pattern [ "with" "same" name ] "within" length ) */
  private happening: Rule<tree.When> = this.RULE("happening", () => {
    const a = this.LA(1);
    this.OR([{ ALT: () => this.SUBRULE(this.pattern) }, { ALT: () => this.SUBRULE(this.point) }]);
    const construct = this.OR2([
      { ALT: () => this.CONSUME(t.Happens).image },
      { ALT: () => this.SUBRULE(this.entering) },
      { ALT: () => this.SUBRULE(this.stalling) },
      { ALT: () => this.SUBRULE(this.absence) },
    ]);
    return this.make.notYet(`when … ${construct}`, a, this.LA(0));
  });

  private entering: Rule<string> = this.RULE("entering", () => {
    const word = this.CONSUME(t.Enters);
    this.SUBRULE(this.path);
    this.OPTION(() => this.SUBRULE(this.at));
    return word.image;
  });

  private stalling: Rule<string> = this.RULE("stalling", () => {
    this.CONSUME(t.Stalls);
    this.CONSUME(t.At);
    this.CONSUME(t.Name);
    this.CONSUME(t.For);
    this.SUBRULE(this.length);
    return "stalls at";
  });

  private absence: Rule<string> = this.RULE("absence", () => {
    this.CONSUME(t.Is);
    this.CONSUME(t.Not);
    this.CONSUME(t.Followed);
    this.CONSUME(t.By);
    this.SUBRULE(this.pattern);
    this.OPTION(() => {
      this.CONSUME(t.With);
      this.CONSUME(t.Same);
      this.CONSUME(t.Name);
    });
    this.CONSUME(t.Within);
    this.SUBRULE(this.length);
    return "is not followed by";
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

  private readonly channelForms = [
    { ALT: () => this.SUBRULE(this.channelChain) },
    { ALT: () => this.SUBRULE(this.preferredChannels) },
  ];

  /** channelsClause = "channel" ( channelChain | preferredChannels -> later ) */
  private channelsClause: Rule<void> = this.RULE("channelsClause", () => {
    const a = this.CONSUME(t.Channel);
    const names = this.OR(this.channelForms);
    this.make.clause("channel", this.make.names(names), a, this.LA(0));
  });

  /** channelChain = name { "then" name [ wait -> later ] } */
  private channelChain: Rule<IToken[]> = this.RULE("channelChain", () => {
    const names = [this.CONSUME(t.Name)];
    this.MANY(() => {
      this.CONSUME(t.Then);
      names.push(this.CONSUME2(t.Name));
      this.OPTION(() => this.SUBRULE(this.wait));
    });
    return names;
  });

  /** preferredChannels = "preferred" "of" "(" name { "," name } ")" */
  private preferredChannels: Rule<IToken[]> = this.RULE("preferredChannels", () => {
    const names: IToken[] = [];
    const word = this.CONSUME(t.Preferred);
    this.CONSUME(t.Of);
    this.CONSUME(t.LParen);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => names.push(this.CONSUME(t.Name)) });
    this.make.later("preferred of", word, this.CONSUME(t.RParen));
    return names;
  });

  /** wait = "after" length [ "if" [ "not" ] name ] */
  private wait: Rule<void> = this.RULE("wait", () => {
    const a = this.CONSUME(t.After);
    this.SUBRULE(this.length);
    this.OPTION(() => {
      this.CONSUME(t.If);
      this.OPTION2(() => this.CONSUME(t.Not));
      this.CONSUME(t.Name);
    });
    this.make.later("after … if …", a, this.LA(0));
  });

  private readonly benefitForms = [{ ALT: () => this.CONSUME(t.None) }, { ALT: () => this.CONSUME(t.Name) }];

  /** benefitNamed = "benefit" ( "none" | name ) */
  private benefitNamed: Rule<void> = this.RULE("benefitNamed", () => {
    const a = this.CONSUME(t.Benefit);
    this.make.benefit(a, this.OR(this.benefitForms));
  });

  /** materialsClause = "material" name { "," name } */
  private materialsClause: Rule<void> = this.RULE("materialsClause", () => {
    const a = this.CONSUME(t.Material);
    const names: IToken[] = [];
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => names.push(this.CONSUME(t.Name)) });
    this.make.clause("material", this.make.names(names), a, this.LA(0));
  });

  /** goalNamed = "goal" name ( [ "within" quantity ] | "enters" path [ "within" quantity ] -> later ) [ target -> later ] */
  private goalNamed: Rule<void> = this.RULE("goalNamed", () => {
    const a = this.CONSUME(t.Goal);
    const name = this.CONSUME(t.Name);
    const enters = this.OPTION(() => {
      const word = this.CONSUME(t.Enters);
      this.SUBRULE(this.path);
      return word;
    });
    const within = this.OPTION2(() => {
      this.CONSUME(t.Within);
      return this.SUBRULE(this.quantity);
    });
    const z = this.LA(0);
    this.OPTION3(() => this.SUBRULE(this.target));
    if (enters === undefined) this.make.goalNamed(a, z, name, within);
    else this.make.later(`goal … ${enters.image}`, a, z);
  });

  /** priorityClause = "priority" quantity */
  private priorityClause: Rule<void> = this.RULE("priorityClause", () => {
    const a = this.CONSUME(t.Priority);
    const priority = this.SUBRULE(this.quantity);
    this.make.clause("priority", priority, a, this.LA(0));
  });

  /** laterClause = WORD { anything but the words of clauses } [ block ] -> later */
  private laterClause: Rule<void> = this.RULE("laterClause", () => {
    const a = this.CONSUME(t.LaterClause);
    this.MANY(() => this.CONSUME(t.Filler));
    this.OPTION(() => this.SUBRULE(this.skipped));
    this.make.later(a.image, a, this.LA(0));
  });

  protected target: Rule<void> = this.RULE("target", () => {
    const a = this.CONSUME(t.Target);
    this.SUBRULE(this.quantity);
    this.make.later("target", a, this.LA(0));
  });
}
