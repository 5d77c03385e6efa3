import * as t from "./tokens.js";
import type { TokenType } from "chevrotain";
import type * as tree from "../src/syntax/tree.js";
import type { Actions } from "./actions.js";
import { SchemaRules } from "./schema.js";
import type { Rule, Wording } from "./expression.js";

/** The rules of one kind of declaration with a block: recovery runs them one by one. */
export interface BlockRules {
  readonly whole: Rule<tree.Declaration>;
  readonly head: Rule<void>;
  readonly clause: Rule<void>;
  /** The name of `clause` among the productions. */
  readonly clauseName: string;
}

/**
 * The whole language, in layers: `expression.ts` (values and tests), `history.ts` (what a user has done), `clause.ts`
 * (the clauses of a strategy), `schema.ts` (project, people, events, tags, stages) and the offers and strategies here.
 */
export class Grammar extends SchemaRules {
  constructor(make: Actions, wording: Wording, validated = false) {
    super(wording, validated);
    this.begin(make);
    this.blocks = this.blockRules();
  }

  /** The declarations with a block, by their first word. */
  readonly blocks: ReadonlyMap<TokenType, BlockRules>;

  private blockRules(): Map<TokenType, BlockRules> {
    return new Map([
      [
        t.Project,
        { whole: this.project, head: this.projectHead, clause: this.projectClause, clauseName: "projectClause" },
      ],
      [t.User, { whole: this.user, head: this.userHead, clause: this.field, clauseName: "field" }],
      [t.Event, { whole: this.event, head: this.eventHead, clause: this.field, clauseName: "field" }],
      [t.MapTable, { whole: this.map, head: this.mapHead, clause: this.mapRow, clauseName: "mapRow" }],
      [t.Process, { whole: this.process, head: this.processHead, clause: this.anyStep, clauseName: "anyStep" }],
      [
        t.Lifecycle,
        {
          whole: this.lifecycle,
          head: this.lifecycleHead,
          clause: this.lifecycleClause,
          clauseName: "lifecycleClause",
        },
      ],
      [
        t.Channel,
        { whole: this.channel, head: this.channelHead, clause: this.channelClause, clauseName: "channelClause" },
      ],
      [
        t.Benefit,
        { whole: this.benefit, head: this.benefitHead, clause: this.benefitClause, clauseName: "benefitClause" },
      ],
      [t.Material, { whole: this.material, head: this.materialHead, clause: this.line, clauseName: "line" }],
      [
        t.Strategy,
        { whole: this.strategy, head: this.strategyHead, clause: this.strategyClause, clauseName: "strategyClause" },
      ],
    ]);
  }

  /** hole = expr: what stands in braces in a text. */
  hole: Rule<tree.Expr> = this.RULE("hole", () => this.SUBRULE(this.expr));

  /** channel = "channel" name [ label ] "{" { channelClause } "}" */
  channel: Rule<tree.Declaration> = this.RULE("channel", () => {
    const a = this.LA(1);
    this.SUBRULE(this.channelHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.channelClause));
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  channelHead: Rule<void> = this.RULE("channelHead", () => {
    this.CONSUME(t.Channel);
    this.named("channel");
  });

  /** channelClause = "reach" "if" expr | "cost" quantity | laterPart */
  channelClause: Rule<void> = this.RULE("channelClause", () => {
    const a = this.LA(1);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.Reach);
          this.CONSUME(t.If);
          const test = this.SUBRULE(this.expr);
          this.make.clause("reach", test, a, this.LA(0));
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Cost);
          const cost = this.SUBRULE(this.quantity);
          this.make.clause("cost", cost, a, this.LA(0));
        },
      },
      { ALT: () => this.SUBRULE(this.laterPart) },
    ]);
  });

  /** laterPart = WORD quantity { "per" name } -> later */
  private laterPart: Rule<void> = this.RULE("laterPart", () => {
    const a = this.OR([{ ALT: () => this.CONSUME(t.LaterPart) }, { ALT: () => this.CONSUME(t.LaterClause) }]);
    this.SUBRULE(this.quantity);
    this.MANY(() => {
      this.CONSUME(t.Per);
      this.CONSUME(t.Name);
    });
    this.make.later(a.image, a, this.LA(0));
  });

  /** benefit = benefitHead "{" { benefitClause } "}" */
  benefit: Rule<tree.Declaration> = this.RULE("benefit", () => {
    const a = this.LA(1);
    this.SUBRULE(this.benefitHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.benefitClause));
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  /** benefitHead = "benefit" kind name [ label ] */
  benefitHead: Rule<void> = this.RULE("benefitHead", () => {
    this.CONSUME(t.Benefit);
    const other = this.CONSUME(t.Name);
    const name = this.CONSUME2(t.Name);
    const label = this.OPTION(() => this.CONSUME(t.Text));
    this.make.head({ kind: "benefit", name, label, other });
  });

  /** benefitClause = quantity [ "off" [ "over" quantity ] | "per" name -> later ] | "valid" quantity "after" "issue" | laterPart */
  benefitClause: Rule<void> = this.RULE("benefitClause", () => {
    const a = this.LA(1);
    this.OR([
      { ALT: () => this.SUBRULE(this.amount) },
      {
        ALT: () => {
          this.CONSUME(t.Valid);
          const valid = this.SUBRULE(this.quantity);
          this.CONSUME(t.After);
          this.make.clause("valid", valid, a, this.CONSUME(t.Issue));
        },
      },
      { ALT: () => this.SUBRULE(this.laterPart) },
    ]);
  });

  private amount: Rule<void> = this.RULE("amount", () => {
    const a = this.LA(1);
    const amount = this.SUBRULE(this.quantity);
    const per = this.OPTION(() =>
      this.OR([
        {
          ALT: () => {
            this.CONSUME(t.Off);
            this.OPTION2(() => {
              const word = this.CONSUME(t.Over);
              const over = this.SUBRULE2(this.quantity);
              this.make.clause("over", over, word, this.LA(0));
            });
            return undefined;
          },
        },
        {
          ALT: () => {
            this.CONSUME(t.Per);
            return this.CONSUME(t.Name);
          },
        },
      ]),
    );
    if (per === undefined) this.make.clause("amount", amount, a, this.LA(0));
    else this.make.later(`per ${per.image}`, a, per);
  });

  /** material = materialHead ( "{" { line } "}" | "template" text block -> later ) */
  material: Rule<tree.Declaration> = this.RULE("material", () => {
    const a = this.LA(1);
    this.SUBRULE(this.materialHead);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.LCurly);
          this.MANY(() => this.SUBRULE(this.line));
          this.CONSUME(t.RCurly);
        },
      },
      {
        ALT: () => {
          const word = this.CONSUME(t.Template);
          this.CONSUME(t.Text);
          this.OPTION(() => this.SUBRULE(this.skipped));
          this.make.later("template", word, this.LA(0));
        },
      },
    ]);
    return this.make.block(a, this.LA(0));
  });

  /** materialHead = "material" name [ label ] "for" name */
  materialHead: Rule<void> = this.RULE("materialHead", () => {
    this.CONSUME(t.Material);
    const name = this.CONSUME(t.Name);
    const label = this.OPTION(() => this.CONSUME(t.Text));
    this.CONSUME(t.For);
    const other = this.CONSUME2(t.Name);
    this.make.head({ kind: "material", name, label, other });
  });

  /** line = LOCALE name text */
  line: Rule<void> = this.RULE("line", () => {
    const a = this.LA(1);
    const locale = this.SUBRULE(this.spelled);
    const part = this.CONSUME(t.Name);
    const text = this.CONSUME(t.Text);
    this.make.line(a, text, locale, part, text);
  });

  /** goal = "goal" name [ label ] "=" ( "did" ( pattern "after" "touch" | ORDINAL pattern [ window ] -> later ) | name "enters" path [ window ] -> later ) [ "target" quantity -> later ] */
  goal: Rule<tree.Declaration> = this.RULE("goal", () => {
    const a = this.CONSUME(t.Goal);
    const name = this.CONSUME(t.Name);
    const label = this.OPTION(() => this.CONSUME(t.Text));
    this.CONSUME(t.Equal);
    const pattern = this.OR([
      { ALT: () => this.SUBRULE(this.goalEvent) },
      {
        ALT: () => {
          const first = this.CONSUME2(t.Name);
          this.CONSUME(t.Enters);
          this.SUBRULE(this.path);
          this.OPTION2(() => this.SUBRULE(this.window));
          return this.make.notYet("goal … enters", first, this.LA(0));
        },
      },
    ]);
    this.OPTION3(() => this.SUBRULE(this.target));
    return this.make.goal(a, this.LA(0), name, label, pattern);
  });

  private goalEvent: Rule<tree.Pattern | tree.NotYet> = this.RULE("goalEvent", () => {
    const a = this.CONSUME(t.Did);
    return this.OR([
      {
        ALT: () => {
          const pattern = this.SUBRULE(this.pattern);
          this.CONSUME(t.After);
          this.CONSUME(t.Touch);
          return pattern;
        },
      },
      {
        ALT: () => {
          const ordinal = this.CONSUME(t.Ordinal);
          this.SUBRULE2(this.pattern);
          this.OPTION(() => this.SUBRULE(this.window));
          return this.make.notYet(`did ${ordinal.image} …`, a, this.LA(0));
        },
      },
    ]);
  });

  /** strategy = "strategy" name [ label ] "{" { strategyClause } "}" */
  strategy: Rule<tree.Declaration> = this.RULE("strategy", () => {
    const a = this.LA(1);
    this.SUBRULE(this.strategyHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.strategyClause));
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  strategyHead: Rule<void> = this.RULE("strategyHead", () => {
    this.CONSUME(t.Strategy);
    this.named("strategy");
  });
}
