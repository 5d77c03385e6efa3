import * as t from "./tokens.js";
import type * as tree from "../src/syntax/tree.js";
import type { Dating } from "./actions.js";
import type { Length } from "./parts.js";
import { ExpressionRules, type Rule } from "./expression.js";

/** Events, points in time and the windows beside them. */
export abstract class WindowRules extends ExpressionRules {
  /** How many `where` are open: brackets are counted before reading, but these need none to lie inside each other. */
  private depth = 0;

  override reset(): void {
    super.reset();
    this.depth = 0;
  }

  /** filter = "where" test */
  protected filter: Rule<tree.Expr | undefined> = this.RULE("filter", () => {
    const a = this.CONSUME(t.Where);
    if (this.make.isTooDeep(a, this.depth)) return undefined;
    this.depth++;
    const test = this.SUBRULE(this.test);
    this.depth--;
    return test;
  });

  /** pattern = name [ filter ] */
  pattern: Rule<tree.Pattern> = this.RULE("pattern", () => {
    const a = this.CONSUME(t.Name);
    const where = this.OPTION(() => this.SUBRULE(this.filter));
    return this.make.pattern(a, this.LA(0), where);
  });

  private readonly pointForms = [{ ALT: () => this.CONSUME(t.Last) }, { ALT: () => this.CONSUME(t.Ordinal) }];

  /** point = ( "last" | ORDINAL ) pattern */
  protected point: Rule<tree.Point> = this.RULE("point", () => {
    const a = this.OR(this.pointForms);
    const pattern = this.SUBRULE(this.pattern);
    return this.make.point(a, this.LA(0), pattern);
  });

  private readonly momentForms = [
    { ALT: (): tree.Moment => this.SUBRULE(this.point) },
    { ALT: (): tree.Moment => this.SUBRULE(this.path) },
    { ALT: (): tree.Moment => this.SUBRULE(this.date) },
  ];

  /** moment = point | path | date */
  moment: Rule<tree.Moment> = this.RULE("moment", () => this.OR(this.momentForms));

  /** timeSince = "time" "since" ( point | path ) */
  protected timeSince: Rule<tree.Expr> = this.RULE("timeSince", () => {
    const a = this.CONSUME(t.Time);
    this.CONSUME(t.Since);
    const moment = this.OR([
      { ALT: (): tree.Point | tree.Path => this.SUBRULE(this.point) },
      { ALT: (): tree.Point | tree.Path => this.SUBRULE(this.path) },
    ]);
    return this.make.timeSince(a, this.LA(0), moment);
  });

  /** dating = "was" ( ago | wasBeside | window ) | within | since */
  protected dating: Rule<Dating> = this.RULE("dating", () =>
    this.OR([
      {
        ALT: (): Dating => {
          this.CONSUME(t.Was);
          return this.OR2([
            { ALT: (): Dating => this.SUBRULE(this.ago) },
            { ALT: (): Dating => this.SUBRULE(this.wasBeside) },
            { ALT: (): Dating => this.make.dating(true, this.SUBRULE(this.window)) },
          ]);
        },
      },
      { ALT: (): Dating => this.make.dating(true, this.SUBRULE(this.within)) },
      { ALT: (): Dating => this.make.dating(true, this.SUBRULE(this.since)) },
    ]),
  );

  /** ago = "at" ( "least" | "most" ) length "ago" */
  private ago: Rule<Dating> = this.RULE("ago", (): Dating => {
    this.CONSUME(t.At);
    const bound = this.OR([
      { ALT: () => (this.CONSUME(t.Least), "at least" as const) },
      { ALT: () => (this.CONSUME(t.Most), "at most" as const) },
    ]);
    const length = this.SUBRULE(this.length);
    this.CONSUME(t.Ago);
    return length.is === "notYet" ? length : { is: "ago", bound, length };
  });

  /** wasBeside = ( "before" | "after" ) moment: read, and refused. */
  private wasBeside: Rule<Dating> = this.RULE("wasBeside", () => {
    const side = this.OR([{ ALT: () => this.CONSUME(t.Before) }, { ALT: () => this.CONSUME(t.After) }]);
    const moment = this.SUBRULE(this.moment);
    return this.make.wasBeside(side, this.LA(0), moment);
  });

  private readonly stretches = [
    { ALT: (): tree.Window => this.make.day("ever", this.CONSUME(t.Ever)) },
    { ALT: (): tree.Window => this.make.day("today", this.CONSUME(t.Today)) },
    { ALT: (): tree.Window => this.make.day("yesterday", this.CONSUME(t.Yesterday)) },
    {
      ALT: (): tree.Window => {
        const a = this.CONSUME(t.In);
        const the = this.OPTION(() => this.CONSUME(t.The));
        const word = this.OR2([{ ALT: () => this.CONSUME(t.Last) }, { ALT: () => this.CONSUME(t.Previous) }]);
        const length = this.SUBRULE(this.length);
        return this.make.window(a, this.LA(0), "last", word, the, length);
      },
    },
    {
      ALT: (): tree.Window => {
        const a = this.CONSUME(t.For);
        const length = this.SUBRULE2(this.length);
        return this.make.window(a, this.LA(0), "for", a, undefined, length);
      },
    },
    {
      ALT: (): tree.Window => {
        const a = this.CONSUME(t.This);
        return this.make.thisUnit(a, this.CONSUME(t.Name));
      },
    },
    {
      ALT: (): tree.Window => {
        const a = this.CONSUME(t.Between);
        const near = this.SUBRULE3(this.length);
        this.CONSUME(t.And);
        const far = this.SUBRULE4(this.length);
        return this.make.between(a, this.CONSUME(t.Ago), near, far);
      },
    },
    {
      ALT: (): tree.Window => {
        const a = this.CONSUME(t.From);
        const from = this.SUBRULE(this.date);
        this.CONSUME(t.To);
        const to = this.SUBRULE2(this.date);
        return this.make.dates(a, this.LA(0), from, to);
      },
    },
  ];

  private readonly windows = [
    ...this.stretches,
    { ALT: (): tree.Window => this.SUBRULE(this.within) },
    { ALT: (): tree.Window => this.SUBRULE(this.since) },
  ];

  /** window = "ever" | "today" | "yesterday" | "in" "the" ( "last" | "previous" ) length | "for" length | "this" unit | "between" length "and" length "ago" | "from" date "to" date | within | since */
  protected window: Rule<tree.Window> = this.RULE("window", () => this.OR(this.windows));

  /** pointTest = point dating; a window that needs `was` and has it not is read, and corrected. */
  protected pointTest: Rule<tree.Expr> = this.RULE("pointTest", () => {
    const a = this.LA(1);
    const point = this.SUBRULE(this.point);
    const dating = this.OR([
      { ALT: (): Dating => this.SUBRULE(this.dating) },
      { ALT: (): Dating => this.make.dating(false, this.OR3(this.stretches)) },
    ]);
    return this.make.pointTest(a, this.LA(0), point, dating);
  });

  private readonly sides = [{ ALT: () => this.CONSUME(t.After) }, { ALT: () => this.CONSUME(t.Before) }];

  /** within = "within" length ( "after" | "before" ) moment; without a moment it is read, and corrected. */
  private within: Rule<tree.Window> = this.RULE("within", () => {
    const a = this.CONSUME(t.Within);
    const length = this.SUBRULE(this.length);
    const beside = this.OPTION(() => ({ side: this.OR(this.sides), moment: this.SUBRULE(this.moment) }));
    return this.make.within(a, this.LA(0), length, beside);
  });

  /** since = "since" moment */
  private since: Rule<tree.Window> = this.RULE("since", () => {
    const a = this.CONSUME(t.Since);
    const moment = this.SUBRULE(this.moment);
    return this.make.since(a, this.LA(0), moment);
  });

  /** length = N unit | name: a measure */
  length: Rule<Length> = this.RULE("length", () =>
    this.OR([
      {
        ALT: (): Length => {
          const number = this.CONSUME(t.NumberWord);
          const unit = this.OPTION(() => this.CONSUME(t.Unit));
          return this.make.length(number, unit);
        },
      },
      { ALT: (): Length => this.make.named(this.CONSUME(t.Name)) },
    ]),
  );
}
