import * as t from "./tokens.js";
import type { IToken } from "chevrotain";
import type * as tree from "../src/syntax/tree.js";
import type { AbsenceParts, HourParts, MonthDay } from "./parts.js";
import { HistoryRules } from "./history.js";
import type { Rule } from "./expression.js";

/** When a strategy looks at people: schedules, dates, events and states. */
export abstract class TriggerRules extends HistoryRules {
  private readonly triggers = [
    { ALT: (): tree.When => this.SUBRULE(this.everyDay) },
    { ALT: (): tree.When => this.SUBRULE(this.once) },
    { ALT: (): tree.When => this.SUBRULE(this.shifted) },
    { ALT: (): tree.When => this.SUBRULE(this.onDate) },
    { ALT: (): tree.When => this.SUBRULE(this.pointHappens) },
    { ALT: (): tree.When => this.SUBRULE(this.happening) },
  ];

  /** trigger = everyDay | once | shifted | onDate | happening; a point that happens is read, and refused. */
  protected trigger: Rule<tree.When> = this.RULE("trigger", () => this.OR(this.triggers));

  /** everyDay = "every" ( [ "makeup" ] name | "month" "on" monthDay ) [ at ] */
  private everyDay: Rule<tree.When> = this.RULE("everyDay", () => {
    const a = this.CONSUME(t.Every);
    const makeup = this.OPTION(() => this.CONSUME(t.Makeup));
    const word = this.CONSUME(t.Name);
    const on = this.OPTION2(() => this.SUBRULE(this.monthDay));
    const at = this.OPTION3(() => this.SUBRULE(this.at));
    return this.make.every(a, this.LA(0), { makeup, word, on, at });
  });

  private readonly monthDays = [
    { ALT: () => ({ last: this.CONSUME(t.Last), word: this.CONSUME(t.Name), number: undefined }) },
    { ALT: () => ({ last: undefined, word: this.CONSUME2(t.Name), number: this.CONSUME(t.NumberWord) }) },
    { ALT: () => ({ last: undefined, word: undefined, number: this.OR2(this.bareDays) }) },
  ];
  private readonly bareDays = [{ ALT: () => this.CONSUME(t.Ordinal) }, { ALT: () => this.CONSUME2(t.NumberWord) }];

  /** monthDay = "on" ( "the" "last" "day" | "day" N ); `on the 15th` and `on 15` are read, and corrected. */
  private monthDay: Rule<MonthDay> = this.RULE("monthDay", (): MonthDay => {
    const a = this.CONSUME(t.On);
    const the = this.OPTION(() => this.CONSUME(t.The));
    const said = this.OR(this.monthDays);
    return { a, z: this.LA(0), the, last: said?.last, word: said?.word, number: said?.number };
  });

  /** once = "once" "at" date clock */
  private once: Rule<tree.When> = this.RULE("once", () => {
    const a = this.CONSUME(t.Once);
    this.CONSUME(t.At);
    const date = this.SUBRULE(this.date);
    const at = this.SUBRULE(this.clock);
    return this.make.once(a, this.LA(0), date, at);
  });

  private readonly beforeOrAfter = [{ ALT: () => this.CONSUME(t.Before) }, { ALT: () => this.CONSUME(t.After) }];

  /** shifted = N unit ( ( "before" | "after" ) path [ at ] | "after" point ); what cannot be reckoned from is read, and refused. */
  private shifted: Rule<tree.When> = this.RULE("shifted", () => {
    const a = this.CONSUME(t.NumberWord);
    const unit = this.OPTION(() => this.CONSUME(t.Unit));
    const side = this.OR(this.beforeOrAfter);
    const moment = this.SUBRULE(this.moment);
    const at = this.OPTION2(() => this.SUBRULE(this.at));
    const length = this.make.length(a, unit);
    return this.make.shifted(a, this.LA(0), { length, side, moment, at });
  });

  /** onDate = "on" path [ at ] */
  private onDate: Rule<tree.When> = this.RULE("onDate", () => {
    const a = this.CONSUME(t.On);
    const date = this.SUBRULE(this.path);
    const at = this.OPTION(() => this.SUBRULE(this.at));
    return this.make.onDate(a, this.LA(0), date, at);
  });

  /** pointHappens = point "happens": read, and refused. */
  private pointHappens: Rule<tree.When> = this.RULE("pointHappens", () => {
    const a = this.LA(1);
    const point = this.SUBRULE(this.point);
    return this.make.pointHappens(a, this.CONSUME(t.Happens), point);
  });

  /** happening = pattern ( "happens" | absence ) | "user" ( "enters" | "leaves" ) path [ at ] | name "stalls" "at" name "for" length */
  private happening: Rule<tree.When> = this.RULE("happening", () => {
    const a = this.LA(1);
    const pattern = this.SUBRULE(this.pattern);
    return this.OR([
      { ALT: () => this.make.happens(a, this.CONSUME(t.Happens), pattern) },
      {
        ALT: () => {
          const change = this.CONSUME(t.Enters);
          const state = this.SUBRULE(this.path);
          const at = this.OPTION(() => this.SUBRULE(this.at));
          return this.make.state(a, this.LA(0), { pattern, change, state, at });
        },
      },
      {
        ALT: () => {
          const stalls = this.CONSUME(t.Stalls);
          this.CONSUME(t.At);
          const step = this.CONSUME(t.Name);
          this.CONSUME(t.For);
          const length = this.SUBRULE(this.length);
          return this.make.stalls(a, this.LA(0), { pattern, stalls, step, length });
        },
      },
      {
        ALT: () => {
          const parts = this.SUBRULE(this.absence);
          return this.make.absence(a, this.LA(0), pattern, parts);
        },
      },
    ]);
  });

  /** absence = "is" "not" "followed" "by" pattern [ same ] "within" length; a missing `is` and a late `with same` are read, and corrected. */
  private absence: Rule<AbsenceParts> = this.RULE("absence", (): AbsenceParts => {
    const is = this.OPTION(() => this.CONSUME(t.Is));
    const not = this.CONSUME(t.Not);
    this.CONSUME(t.Followed);
    this.CONSUME(t.By);
    const then = this.SUBRULE(this.pattern);
    const same = this.OPTION2(() => this.SUBRULE(this.same));
    const word = this.CONSUME(t.Within);
    const length = this.SUBRULE(this.length);
    const end = this.LA(0);
    const late = this.OPTION3(() => this.SUBRULE2(this.same));
    return { is, not, then, same, word, length, end, late };
  });

  /** at = "at" clock */
  protected at: Rule<tree.Clock> = this.RULE("at", () => {
    this.CONSUME(t.At);
    return this.SUBRULE(this.clock);
  });

  private readonly clockForms = [{ ALT: () => this.CONSUME(t.ClockWord) }, { ALT: () => this.CONSUME(t.NumberWord) }];

  /** clock = HH ":" MM; `10.30` is read, and corrected. */
  protected clock: Rule<tree.Clock> = this.RULE("clock", () => this.make.clock(this.OR(this.clockForms)));

  private readonly openers = [{ ALT: () => this.CONSUME(t.From) }, { ALT: () => this.CONSUME(t.Between) }];
  private readonly joints = [
    { ALT: () => this.CONSUME(t.To) },
    { ALT: () => this.CONSUME(t.And) },
    { ALT: () => this.CONSUME(t.Minus) },
  ];

  /** hours = "between" clock "and" clock | "from" clock "to" clock: which, depends on the clause; the other one, and `22:00-08:00`, are read, and corrected. */
  protected hours: Rule<HourParts> = this.RULE("hours", (): HourParts => {
    const a = this.LA(1);
    const open = this.OPTION(() => this.OR(this.openers));
    const from = this.SUBRULE(this.clock);
    const joint = this.OPTION2(() => this.OR2(this.joints));
    const to = this.SUBRULE2(this.clock);
    return { a, z: this.LA(0), open, from, joint, to };
  });

  private readonly outsides = [{ ALT: () => this.CONSUME(t.Skip) }, { ALT: () => this.CONSUME(t.Delay) }];

  /** otherwise = "else" ( "skip" | "delay" ) */
  protected otherwise: Rule<IToken> = this.RULE("otherwise", () => {
    this.CONSUME(t.Else);
    return this.OR(this.outsides);
  });
}
