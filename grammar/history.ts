import * as t from "./tokens.js";
import type { IToken, ParserMethod } from "chevrotain";
import type * as tree from "../src/syntax/tree.js";
import type { AggregateParts, DidParts, StepParts } from "./actions.js";
import type { Length } from "./parts.js";
import type { Rule } from "./expression.js";
import { WindowRules } from "./window.js";

/** What a user has done: behaviour tests, aggregates, sequences and processes. */
export abstract class HistoryRules extends WindowRules {
  private readonly measures = [
    { ALT: () => this.CONSUME(t.Aggregate) },
    {
      ALT: () => {
        const most = this.CONSUME(t.Most);
        this.CONSUME(t.Frequent);
        return most;
      },
    },
  ];

  private readonly counts = [
    { ALT: () => this.CONSUME(t.Distinct) },
    {
      ALT: () => {
        const days = this.CONSUME(t.DaysWith);
        this.CONSUME(t.With);
        return days;
      },
    },
  ];

  /** aggregate = ( "count" | "sum" | "average" | "min" | "max" | "most" "frequent" ) "of" [ "distinct" | "days" "with" ] name [ "." name ] [ filter ] [ window ] */
  protected aggregate: Rule<tree.Expr> = this.RULE("aggregate", () => {
    const fn = this.OR(this.measures);
    this.CONSUME(t.Of);
    const what = this.OPTION(() => this.OR2(this.counts));
    const of = this.CONSUME(t.Name);
    const field = this.OPTION2(() => {
      this.CONSUME(t.Dot);
      return this.CONSUME2(t.Name);
    });
    const where = this.OPTION3(() => this.SUBRULE(this.filter));
    const window = this.OPTION4({ GATE: this.isWindow, DEF: () => this.SUBRULE(this.window) });
    const parts: AggregateParts = { fn, what, of, field, where, window };
    return this.make.aggregate(fn, this.LA(0), parts);
  });

  /** After a value `between` compares, unless it ends with `ago`. */
  private readonly isWindow = (): boolean => this.LA(1).tokenType !== t.Between || this.isAgo();

  private readonly deeds = [
    { ALT: (): DidParts => this.SUBRULE(this.occurrence) },
    { ALT: (): DidParts => this.SUBRULE(this.sequence) },
    { ALT: (): DidParts => this.SUBRULE(this.nth) },
  ];

  /** did = "did" [ "not" ] ( occurrence | sequence | nth ) */
  protected did: Rule<tree.Expr> = this.RULE("did", () => {
    const a = this.CONSUME(t.Did);
    const not = this.OPTION(() => this.CONSUME(t.Not));
    const parts = this.OR(this.deeds);
    return this.make.did(a, this.LA(0), not, parts);
  });

  private readonly often = { GATE: () => this.isCount(), DEF: () => this.SUBRULE(this.frequency) };

  /** occurrence = pattern [ frequency ] [ window ] [ without ]; a frequency after the window is read, and corrected. */
  protected occurrence: Rule<DidParts> = this.RULE("occurrence", (): DidParts => {
    const pattern = this.SUBRULE(this.pattern);
    const frequency = this.OPTION(this.often);
    const window = this.OPTION2(() => this.SUBRULE(this.window));
    const late = this.OPTION3({ GATE: this.isCount, DEF: () => this.SUBRULE2(this.frequency) });
    const without = this.OPTION4(() => this.SUBRULE(this.without));
    return { is: "occurrence", pattern, frequency, window, late, without };
  });

  /** Three words ahead: `between 1 and 3 times` counts, `between 8 days and 14 days ago` is a window. */
  private readonly isCount = (): boolean =>
    this.LA(1).tokenType !== t.Between || (this.LA(3).tokenType !== t.Unit && !this.isAgo());

  /** sequence = "sequence" [ window ] "{" pattern { step } "}" */
  protected sequence: Rule<DidParts> = this.RULE("sequence", (): DidParts => {
    this.CONSUME(t.Sequence);
    const window = this.OPTION(() => this.SUBRULE(this.window));
    this.CONSUME(t.LCurly);
    const no = this.OPTION2(() => this.CONSUME(t.No));
    const first = this.SUBRULE(this.pattern);
    const steps: StepParts[] = [];
    this.MANY(() => steps.push(this.SUBRULE(this.step)));
    this.CONSUME(t.RCurly);
    return { is: "sequence", window, no, first, steps };
  });

  /** step = "then" [ "no" ] pattern [ same ] [ lasting ] */
  protected step: Rule<StepParts> = this.RULE("step", (): StepParts => {
    const a = this.CONSUME(t.Then);
    const no = this.OPTION(() => this.CONSUME(t.No));
    const pattern = this.SUBRULE(this.pattern);
    const same = this.OPTION2(() => this.SUBRULE(this.same));
    const within = this.OPTION3(() => this.SUBRULE(this.lasting));
    return { a, z: this.LA(0), no, pattern, same, within };
  });

  /** same = "with" "same" name */
  protected same: Rule<IToken> = this.RULE("same", () => {
    this.CONSUME(t.With);
    this.CONSUME(t.Same);
    return this.CONSUME(t.Name);
  });

  /** lasting = "within" length */
  protected lasting: Rule<Length> = this.RULE("lasting", () => {
    this.CONSUME(t.Within);
    return this.SUBRULE(this.length);
  });

  /** nth = ORDINAL pattern [ window ]: read, and refused. */
  protected nth: Rule<DidParts> = this.RULE("nth", (): DidParts => {
    const ordinal = this.CONSUME(t.Ordinal);
    const pattern = this.SUBRULE(this.pattern);
    const window = this.OPTION(() => this.SUBRULE(this.window));
    return { is: "nth", ordinal, pattern, window };
  });

  /** without = "without" pattern */
  protected without: Rule<tree.Pattern> = this.RULE("without", () => {
    this.CONSUME(t.Without);
    return this.SUBRULE(this.pattern);
  });

  /** reached = "reached" name "of" name [ window ] [ "but" "not" name ] */
  protected reached: Rule<tree.Expr> = this.RULE("reached", () => {
    const a = this.CONSUME(t.Reached);
    const step = this.CONSUME(t.Name);
    this.CONSUME(t.Of);
    const process = this.CONSUME2(t.Name);
    const window = this.OPTION(() => this.SUBRULE(this.window));
    const butNot = this.OPTION2(() => {
      this.CONSUME(t.But);
      this.CONSUME(t.Not);
      return this.CONSUME3(t.Name);
    });
    return this.make.reached(a, this.LA(0), { step, process, window, butNot });
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
        const word = this.OPTION(() =>
          this.OR4([{ ALT: () => this.CONSUME(t.Times) }, { ALT: () => this.CONSUME(t.Unit) }]),
        );
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
}
