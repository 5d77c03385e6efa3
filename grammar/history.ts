import * as t from "./tokens.js";
import type { IToken, ParserMethod } from "chevrotain";
import type * as tree from "../src/syntax/tree.js";
import type { DidParts, Length } from "./actions.js";
import { ExpressionRules, type Rule } from "./expression.js";

/** What a user has done: behaviour tests, aggregates, points in time and windows. */
export abstract class HistoryRules extends ExpressionRules {
  /** aggregate = ( "count" | "sum" | "average" | "min" | "max" | "most" "frequent" -> later ) "of" [ "distinct" | "days" "with" -> later ] name [ "." name ] [ "where" test ] [ window ] */
  protected aggregate: Rule<tree.Expr> = this.RULE("aggregate", () => {
    const fn = this.OR([
      { ALT: () => this.CONSUME(t.Aggregate) },
      {
        ALT: () => {
          const most = this.CONSUME(t.Most);
          this.CONSUME(t.Frequent);
          return most;
        },
      },
    ]);
    this.CONSUME(t.Of);
    const later = this.OPTION(() =>
      this.OR2([
        { ALT: () => this.CONSUME(t.Distinct) },
        {
          ALT: () => {
            const days = this.CONSUME(t.DaysWith);
            this.CONSUME(t.With);
            return days;
          },
        },
      ]),
    );
    const of = this.CONSUME(t.Name);
    const field = this.OPTION2(() => {
      this.CONSUME(t.Dot);
      return this.CONSUME2(t.Name);
    });
    const where = this.OPTION3(() => {
      this.CONSUME(t.Where);
      return this.SUBRULE(this.test);
    });
    const window = this.OPTION4(() => this.SUBRULE(this.window));
    return this.make.aggregate(fn, this.LA(0), { fn, later, of, field, where, window });
  });

  /** pattern = name [ "where" test ] */
  pattern: Rule<tree.Pattern> = this.RULE("pattern", () => {
    const a = this.CONSUME(t.Name);
    const where = this.OPTION(() => {
      this.CONSUME(t.Where);
      return this.SUBRULE(this.test);
    });
    return this.make.pattern(a, this.LA(0), where);
  });

  /** point = ( "last" | ORDINAL -> later ) pattern */
  protected point: Rule<tree.Point | tree.NotYet> = this.RULE("point", () => {
    const a = this.OR([{ ALT: () => this.CONSUME(t.Last) }, { ALT: () => this.CONSUME(t.Ordinal) }]);
    const pattern = this.SUBRULE(this.pattern);
    return this.make.point(a, this.LA(0), pattern);
  });

  /** timeSince = "time" "since" point */
  protected timeSince: Rule<tree.Expr> = this.RULE("timeSince", () => {
    const a = this.CONSUME(t.Time);
    this.CONSUME(t.Since);
    const point = this.SUBRULE(this.point);
    return this.make.timeSince(a, this.LA(0), point);
  });

  /** pointTest = point ( "was" ( ago | window ) | window -> later ) */
  protected pointTest: Rule<tree.Expr> = this.RULE("pointTest", () => {
    const a = this.LA(1);
    const point = this.SUBRULE(this.point);
    const test = this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Was);
          return this.OR2([
            { ALT: () => this.SUBRULE(this.ago) },
            { ALT: () => ({ is: "window" as const, window: this.SUBRULE(this.window) }) },
          ]);
        },
      },
      { ALT: () => ({ is: "window" as const, window: this.SUBRULE2(this.window) }) },
    ]);
    return this.make.pointTest(a, this.LA(0), point, test);
  });

  /** ago = "at" ( "least" | "most" ) length "ago" | "between" length "and" length "ago" -> later | ( "before" | "after" ) date -> later */
  protected ago: Rule<tree.PointTest["test"] | tree.NotYet> = this.RULE("ago", () => {
    const a = this.LA(1);
    return this.OR([
      {
        ALT: () => {
          this.CONSUME(t.At);
          const bound = this.OR2([
            { ALT: () => (this.CONSUME(t.Least), "at least" as const) },
            { ALT: () => (this.CONSUME(t.Most), "at most" as const) },
          ]);
          const length = this.SUBRULE(this.length);
          this.CONSUME(t.Ago);
          return length?.is === "notYet" ? length : { is: "ago" as const, bound, length };
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Between);
          this.SUBRULE2(this.length);
          this.CONSUME(t.And);
          this.SUBRULE3(this.length);
          this.CONSUME2(t.Ago);
          return this.make.notYet("between … ago", a, this.LA(0));
        },
      },
      {
        ALT: () => {
          this.OR3([{ ALT: () => this.CONSUME(t.Before) }, { ALT: () => this.CONSUME(t.After) }]);
          this.SUBRULE(this.date);
          return this.make.notYet(`${a.image} a date`, a, this.LA(0));
        },
      },
    ]);
  });

  private readonly deeds = [
    { ALT: (): DidParts | tree.NotYet => this.SUBRULE(this.occurrence) },
    { ALT: (): DidParts | tree.NotYet => this.SUBRULE(this.sequence) },
    { ALT: (): DidParts | tree.NotYet => this.SUBRULE(this.nth) },
  ];

  /** did = "did" [ "not" ] ( occurrence | sequence -> later | nth -> later ) */
  protected did: Rule<tree.Expr> = this.RULE("did", () => {
    const a = this.CONSUME(t.Did);
    const not = this.OPTION(() => this.CONSUME(t.Not));
    const parts = this.OR(this.deeds);
    return this.make.did(a, this.LA(0), not, parts);
  });

  /** occurrence = pattern [ frequency ] [ window ] [ "without" pattern -> later ]; a frequency after the window is read, and corrected. */
  protected occurrence: Rule<DidParts> = this.RULE("occurrence", (): DidParts => {
    const pattern = this.SUBRULE(this.pattern);
    const frequency = this.OPTION(() => this.SUBRULE(this.frequency));
    const window = this.OPTION2(() => this.SUBRULE(this.window));
    const late = this.OPTION3(() => this.SUBRULE2(this.frequency));
    const without = this.OPTION4(() => this.SUBRULE(this.without));
    return { is: "parts", pattern, frequency, window, late, without };
  });

  /** sequence = "sequence" window block */
  protected sequence: Rule<tree.NotYet> = this.RULE("sequence", () => {
    const did = this.LA(0);
    this.CONSUME(t.Sequence);
    this.SUBRULE(this.window);
    this.SUBRULE(this.skipped);
    return this.make.notYet("did sequence", did, this.LA(0));
  });

  /** nth = ORDINAL pattern [ window ] */
  protected nth: Rule<tree.NotYet> = this.RULE("nth", () => {
    const did = this.LA(0);
    const ordinal = this.CONSUME(t.Ordinal);
    this.SUBRULE(this.pattern);
    this.OPTION(() => this.SUBRULE(this.window));
    return this.make.notYet(`did ${ordinal.image} …`, did, this.LA(0));
  });

  /** without = "without" pattern */
  protected without: Rule<tree.NotYet> = this.RULE("without", () => {
    const a = this.CONSUME(t.Without);
    this.SUBRULE(this.pattern);
    return this.make.notYet("without", a, this.LA(0));
  });

  /** skipped = "{" { anything | skipped } "}": the block of a construct of a later version. */
  skipped: Rule<void> = this.RULE("skipped", () => {
    this.CONSUME(t.LCurly);
    this.MANY(() => this.OR([{ ALT: () => this.CONSUME(t.Plain) }, { ALT: () => this.SUBRULE(this.skipped) }]));
    this.CONSUME(t.RCurly);
  });

  private readonly frequencies = [
    {
      ALT: () => {
        const a = this.CONSUME(t.At);
        const bound = this.OR2([{ ALT: () => this.CONSUME(t.Least) }, { ALT: () => this.CONSUME(t.Most) }]);
        return this.SUBRULE(this.counted, { ARGS: [a, bound] });
      },
    },
    {
      ALT: () => {
        const a = this.CONSUME(t.Exactly);
        return this.SUBRULE2(this.counted, { ARGS: [a, a] });
      },
    },
    {
      ALT: () => {
        const a = this.OR3([{ ALT: () => this.CONSUME(t.LessWord) }, { ALT: () => this.CONSUME(t.MoreWord) }]);
        this.CONSUME(t.Than);
        return this.SUBRULE3(this.counted, { ARGS: [a, a] });
      },
    },
    {
      ALT: () => {
        const a = this.CONSUME(t.Between);
        const low = this.CONSUME(t.NumberWord);
        this.CONSUME(t.And);
        const high = this.CONSUME2(t.NumberWord);
        const word = this.OPTION(() => this.CONSUME(t.Times));
        return this.make.times(a, this.LA(0), a, low, high, word);
      },
    },
    { ALT: () => this.SUBRULE(this.days) },
    { ALT: () => this.SUBRULE4(this.counted, { ARGS: [this.LA(1), null] }) },
  ];

  /** frequency = "at" "least" N "times" | "exactly" N "times" | "between" N "and" N "times" | "on" days; `at most`, `more than` and a bare `3 times` are read, and corrected. */
  protected frequency: Rule<tree.Frequency> = this.RULE("frequency", () => this.OR(this.frequencies));

  /** counted = N "times"; a missing `times`, and days in its place, are read and corrected. */
  protected counted: ParserMethod<[IToken, IToken | null], tree.Frequency> = this.RULE(
    "counted",
    (a: IToken, bound: IToken | null) => {
      const number = this.CONSUME(t.NumberWord);
      const word = this.OPTION(() =>
        this.OR([{ ALT: () => this.CONSUME(t.Times) }, { ALT: () => this.CONSUME(t.Unit) }]),
      );
      return this.make.times(a, this.LA(0), bound, number, undefined, word);
    },
  );

  /** days = "on" ( "at" "least" N "days" | N "consecutive" "days" "ending" ( "today" | "yesterday" ) ); `on 3 days` is read, and corrected. */
  protected days: Rule<tree.Frequency> = this.RULE("days", () => {
    const a = this.CONSUME(t.On);
    const bound = this.OPTION(() => {
      this.CONSUME(t.At);
      return this.OR([{ ALT: () => this.CONSUME(t.Least) }, { ALT: () => this.CONSUME(t.Most) }]);
    });
    const number = this.CONSUME(t.NumberWord);
    return this.OR2([
      { ALT: () => this.make.days(a, this.LA(1), bound, number, this.CONSUME(t.Unit)) },
      {
        ALT: () => {
          this.CONSUME(t.Consecutive);
          const unit = this.CONSUME2(t.Unit);
          this.CONSUME(t.Ending);
          const ending = this.OR3([{ ALT: () => this.CONSUME(t.Today) }, { ALT: () => this.CONSUME(t.Yesterday) }]);
          return this.make.streak(a, ending, number, unit, ending);
        },
      },
    ]);
  });

  private readonly windows = [
    { ALT: (): tree.Window => this.make.ever(this.CONSUME(t.Ever)) },
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
    { ALT: (): tree.Window => this.SUBRULE(this.laterWindow) },
  ];

  /** window = "ever" | "in" "the" ( "last" | "previous" ) length | "for" length | laterWindow */
  protected window: Rule<tree.Window> = this.RULE("window", () => this.OR(this.windows));

  /** laterWindow = "today" | "yesterday" | "this" unit | "from" date "to" date | "within" length [ "after" moment ] | "since" moment */
  protected laterWindow: Rule<tree.NotYet> = this.RULE("laterWindow", () => {
    const a = this.LA(1);
    this.OR([
      { ALT: () => this.CONSUME(t.Today) },
      { ALT: () => this.CONSUME(t.Yesterday) },
      {
        ALT: () => {
          this.CONSUME(t.This);
          this.CONSUME(t.Name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.From);
          this.SUBRULE(this.date);
          this.CONSUME(t.To);
          this.SUBRULE2(this.date);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Within);
          this.SUBRULE(this.length);
          this.OPTION(() => {
            this.CONSUME(t.After);
            this.SUBRULE(this.moment);
          });
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Since);
          this.SUBRULE2(this.moment);
        },
      },
    ]);
    return this.make.notYet(a.image, a, this.LA(0));
  });

  /** moment = point | name { "." name } */
  moment: Rule<void> = this.RULE("moment", () => {
    this.OR([{ ALT: () => this.SUBRULE(this.point) }, { ALT: () => this.SUBRULE(this.path) }]);
  });

  /** length = N unit | name -> later: a measure */
  length: Rule<Length> = this.RULE("length", () =>
    this.OR([
      {
        ALT: () => {
          const number = this.CONSUME(t.NumberWord);
          const unit = this.OPTION(() => this.CONSUME(t.Unit));
          return this.make.length(number, unit);
        },
      },
      { ALT: () => this.make.named(this.CONSUME(t.Name)) },
    ]),
  );
}
