import * as t from "./tokens.js";
import type { IToken } from "chevrotain";
import type * as tree from "../src/syntax/tree.js";
import type { Rule } from "./expression.js";
import { ModelRules } from "./model.js";

/** What is counted, expected and paid: metrics, business lines, expectations and costs. */
export abstract class MetricRules extends ModelRules {
  private readonly metricForms = [
    {
      ALT: (): tree.MetricOf => {
        const a = this.CONSUME(t.Share);
        this.CONSUME(t.Of);
        const who = this.SUBRULE(this.usersWho);
        return this.make.metricShare(a, this.LA(0), who);
      },
    },
    { ALT: (): tree.MetricOf => this.SUBRULE(this.total) },
    { ALT: (): tree.MetricOf => this.SUBRULE(this.duration) },
    { ALT: (): tree.MetricOf => this.SUBRULE(this.active) },
    { ALT: (): tree.MetricOf => this.SUBRULE(this.rate) },
    { ALT: (): tree.MetricOf => this.SUBRULE(this.perUser) },
  ];

  /** metric = "metric" name [ label ] [ "north" "star" ] "=" ( "share" "of" usersWho | total | duration | active | rate | perUser ) { metricTail } */
  metric: Rule<tree.Declaration> = this.RULE("metric", () => {
    const a = this.CONSUME(t.Metric);
    const name = this.CONSUME(t.Name);
    const label = this.OPTION(() => this.CONSUME(t.Text));
    const star = this.OPTION2(() => {
      this.CONSUME(t.North);
      return this.CONSUME(t.NorthStar);
    });
    this.CONSUME(t.Equal);
    const of = this.OR(this.metricForms);
    this.MANY(() => this.SUBRULE(this.metricTail));
    return this.make.metric(a, this.LA(0), { name, label, northStar: star !== undefined, of });
  });

  /** total = "total" "of" arith [ "over" "total" "of" arith ] */
  private total: Rule<tree.MetricOf> = this.RULE("total", () => {
    const a = this.CONSUME(t.Total);
    this.CONSUME(t.Of);
    const value = this.SUBRULE(this.arith);
    const over = this.OPTION(() => {
      this.CONSUME(t.Over);
      this.CONSUME2(t.Total);
      this.CONSUME2(t.Of);
      return this.SUBRULE2(this.arith);
    });
    return this.make.total(a, this.LA(0), value, over);
  });

  /** perUser = arith "per" "user" */
  private perUser: Rule<tree.MetricOf> = this.RULE("perUser", () => {
    const a = this.LA(1);
    const value = this.SUBRULE(this.arith);
    this.CONSUME(t.Per);
    return this.make.perUser(a, this.CONSUME(t.User), value);
  });

  /** duration = "median" "time" "from" point "to" point */
  private duration: Rule<tree.MetricOf> = this.RULE("duration", () => {
    const a = this.CONSUME(t.Median);
    this.CONSUME(t.Time);
    this.CONSUME(t.From);
    const from = this.SUBRULE(this.point);
    this.CONSUME(t.To);
    const to = this.SUBRULE2(this.point);
    return this.make.duration(a, this.LA(0), from, to);
  });

  /** active = ( "daily" | "weekly" | "monthly" ) "active" "by" pattern */
  private active: Rule<tree.MetricOf> = this.RULE("active", () => {
    const a = this.CONSUME(t.Daily);
    this.CONSUME(t.Active);
    this.CONSUME(t.By);
    const pattern = this.SUBRULE(this.pattern);
    return this.make.active(a, this.LA(0), pattern);
  });

  /** `from start`: a date after it starts a window. */
  private readonly fromStep = {
    GATE: () => this.LA(2).tokenType !== t.DateWord && this.LA(2).tokenType !== t.DateSlip,
    DEF: () => {
      this.CONSUME(t.From);
      return this.CONSUME2(t.Name);
    },
  };

  /** rate = "rate" "of" name [ "from" name ] [ "to" name ] window */
  private rate: Rule<tree.MetricOf> = this.RULE("rate", () => {
    const a = this.CONSUME(t.Rate);
    this.CONSUME(t.Of);
    const process = this.CONSUME(t.Name);
    const from = this.OPTION(this.fromStep);
    const to = this.OPTION2(() => {
      this.CONSUME(t.To);
      return this.CONSUME3(t.Name);
    });
    const window = this.SUBRULE(this.window);
    return this.make.rate(a, this.LA(0), { process, from, to, window });
  });

  private readonly metricTails = [
    {
      ALT: () => {
        const a = this.LA(1);
        const who = this.SUBRULE(this.among);
        this.make.clause("among", who, a, this.LA(0));
      },
    },
    {
      ALT: () => {
        const a = this.CONSUME(t.Scale);
        const levels: tree.Quantity[] = [];
        this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => levels.push(this.SUBRULE(this.quantity)) });
        this.make.scale(a, this.LA(0), levels);
      },
    },
    {
      ALT: () => {
        const a = this.CONSUME(t.Target);
        const target = this.SUBRULE2(this.quantity);
        this.make.clause("target", target, a, this.LA(0));
      },
    },
    {
      ALT: () => {
        const a = this.LA(1);
        this.make.better(a, this.SUBRULE(this.better));
      },
    },
  ];

  /** metricTail = among | "scale" quantity { "," quantity } | "target" quantity | better */
  private metricTail: Rule<void> = this.RULE("metricTail", () => this.OR(this.metricTails));

  /** line = lineHead "{" { lineClause } "}" */
  line: Rule<tree.Declaration> = this.RULE("line", () => {
    const a = this.LA(1);
    this.SUBRULE(this.lineHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.lineClause));
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  /** lineHead = "line" name [ label ] */
  lineHead: Rule<void> = this.RULE("lineHead", () => {
    this.CONSUME(t.Line);
    this.named("line");
  });

  private readonly lineForms = [
    {
      ALT: () => {
        const a = this.CONSUME(t.Lifecycle);
        const names = this.SUBRULE(this.names);
        this.make.clause("lifecycles", names, a, this.LA(0));
      },
    },
    {
      ALT: () => {
        const a = this.CONSUME(t.Value);
        const names = this.SUBRULE2(this.names);
        this.make.clause("values", names, a, this.LA(0));
      },
    },
    {
      ALT: () => {
        const a = this.CONSUME(t.Metric);
        const names = this.SUBRULE3(this.names);
        const into = this.OPTION(() => {
          this.CONSUME(t.Into);
          return this.CONSUME(t.Name);
        });
        this.make.rollUp(a, this.LA(0), names, into);
      },
    },
  ];

  /** lineClause = "lifecycle" names | "value" names | "metric" names [ "into" name ] */
  lineClause: Rule<void> = this.RULE("lineClause", () => this.OR(this.lineForms));

  /** expectation = "expect" name [ label ] ":" pattern frequency "each" name */
  expectation: Rule<tree.Declaration> = this.RULE("expectation", () => {
    const a = this.CONSUME(t.Expect);
    const head = this.OR(this.labelled);
    this.CONSUME(t.Colon);
    const pattern = this.SUBRULE(this.pattern);
    const often = this.SUBRULE(this.frequency);
    this.CONSUME(t.Each);
    const each = this.CONSUME2(t.Name);
    return this.make.expectation(a, each, { ...head, pattern, often, each });
  });

  /** costs = "cost" "{" { costsClause } "}" */
  costs: Rule<tree.Declaration> = this.RULE("costs", () => {
    const a = this.LA(1);
    this.SUBRULE(this.costsHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.costsClause));
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  costsHead: Rule<void> = this.RULE("costsHead", () => {
    this.CONSUME(t.Cost);
    this.make.head({ kind: "cost", name: null, label: undefined, other: undefined });
  });

  private readonly costForms = [
    {
      ALT: () => {
        const a = this.CONSUME(t.Acquisition);
        const cost = this.SUBRULE(this.quantity);
        const sources: IToken[] = [];
        this.OPTION(() => {
          this.CONSUME(t.From);
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => sources.push(this.CONSUME(t.Text)) });
        });
        this.make.acquisition(a, this.LA(0), cost, sources);
      },
    },
    {
      ALT: () => {
        const a = this.CONSUME(t.Upkeep);
        const cost = this.SUBRULE2(this.quantity);
        this.CONSUME(t.Per);
        this.make.upkeep(a, cost, this.CONSUME(t.Name));
      },
    },
    {
      ALT: () => {
        const a = this.CONSUME(t.Margin);
        const margin = this.SUBRULE(this.share);
        this.make.clause("margin", margin, a, this.LA(0));
      },
    },
  ];

  /** costsClause = "acquisition" quantity [ "from" text { "," text } ] | "upkeep" quantity "per" name | "margin" share */
  costsClause: Rule<void> = this.RULE("costsClause", () => this.OR(this.costForms));
}
