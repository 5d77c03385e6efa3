import * as t from "./tokens.js";
import type { TokenType } from "chevrotain";
import type * as tree from "../src/syntax/tree.js";
import type { Actions } from "./actions.js";
import { MetricRules } from "./metric.js";
import type { Branch } from "./parts.js";
import type { Rule, Wording } from "./expression.js";

/** The rules of one kind of declaration with a block: recovery runs them one by one. */
export interface BlockRules {
  readonly whole: Rule<tree.Declaration>;
  readonly head: Rule<void>;
  readonly clause: Rule<void>;
  /** The name of `clause` among the productions. */
  readonly clauseName: string;
}

/** The rules of a block inside of a block. */
export interface InnerRules {
  readonly head: Rule<void>;
  readonly clause: Rule<void>;
  readonly clauseName: string;
  /** The action that makes a node of it. */
  readonly closes: "split" | "variant" | "setMember";
}

/**
 * The whole language, in layers: `expression.ts` (values and tests), `window.ts` and `history.ts` (what a user has done),
 * `trigger.ts` (when), `clause.ts` (the clauses of a strategy), `schema.ts` (project, people, events, tags, stages), `offer.ts`
 * (channels, benefits, materials), `policy.ts`, `model.ts` (scores, measures, values, groups), `metric.ts` (metrics, lines,
 * expectations, costs), and the strategies, sets and goals here.
 */
export class Grammar extends MetricRules {
  constructor(make: Actions, wording: Wording, validated = false) {
    super(wording, validated);
    this.begin(make);
    this.blocks = this.blockRules();
    this.inner = this.innerRules();
  }

  /** The declarations with a block, by their first word. */
  readonly blocks: ReadonlyMap<TokenType, BlockRules>;

  private blockRules(): Map<TokenType, BlockRules> {
    const { rules } = this;
    return new Map([
      [t.Project, rules(this.project, this.projectHead, this.projectClause, "projectClause")],
      [t.User, rules(this.user, this.userHead, this.field, "field")],
      [t.Event, rules(this.event, this.eventHead, this.field, "field")],
      [t.MapTable, rules(this.map, this.mapHead, this.mapRow, "mapRow")],
      [t.Process, rules(this.process, this.processHead, this.anyStep, "anyStep")],
      [t.Lifecycle, rules(this.lifecycle, this.lifecycleHead, this.lifecycleClause, "lifecycleClause")],
      [t.Channel, rules(this.channel, this.channelHead, this.channelClause, "channelClause")],
      [t.Benefit, rules(this.benefit, this.benefitHead, this.benefitClause, "benefitClause")],
      [t.Material, rules(this.material, this.materialHead, this.materialClause, "materialClause")],
      [t.Policy, rules(this.policy, this.policyHead, this.policyRule, "policyRule")],
      [t.StrategySet, rules(this.set, this.setHead, this.setClause, "setClause")],
      [t.Strategy, rules(this.strategy, this.strategyHead, this.strategyClause, "strategyClause")],
      [t.Value, rules(this.value, this.valueHead, this.valueClause, "valueClause")],
      [t.Groups, rules(this.groups, this.groupsHead, this.groupsClause, "groupsClause")],
      [t.Line, rules(this.line, this.lineHead, this.lineClause, "lineClause")],
      [t.Cost, rules(this.costs, this.costsHead, this.costsClause, "costsClause")],
    ]);
  }

  private rules(whole: Rule<tree.Declaration>, head: Rule<void>, clause: Rule<void>, clauseName: string): BlockRules {
    return { whole, head, clause, clauseName };
  }

  /** The blocks that stand where clauses do, by the production of those clauses and their first word. */
  private inner: ReadonlyMap<string, ReadonlyMap<TokenType, InnerRules>> = new Map();

  /** The rules of the block that starts with a token where a clause of this kind could; `null` if none does. */
  innerBlock(clauseName: string, first: TokenType): InnerRules | null {
    return this.inner.get(clauseName)?.get(first) ?? null;
  }

  private innerRules(): Map<string, Map<TokenType, InnerRules>> {
    const split = { head: this.splitHead, clause: this.variant, clauseName: "variant", closes: "split" } as const;
    const variant = {
      head: this.variantHead,
      clause: this.variantClause,
      clauseName: "variantClause",
      closes: "variant",
    } as const;
    const member = {
      head: this.memberHead,
      clause: this.strategyClause,
      clauseName: "strategyClause",
      closes: "setMember",
    } as const;
    return new Map([
      ["strategyClause", new Map<TokenType, InnerRules>([[t.Split, split]])],
      [
        "variant",
        new Map<TokenType, InnerRules>([
          [t.NumberWord, variant],
          [t.Minus, variant],
        ]),
      ],
      [
        "setClause",
        new Map<TokenType, InnerRules>([
          [t.Split, split],
          [t.Case, member],
          [t.Otherwise, member],
          [t.Strategy, member],
        ]),
      ],
    ]);
  }

  /** hole = expr: what stands in braces in a text. */
  hole: Rule<tree.Expr> = this.RULE("hole", () => this.SUBRULE(this.expr));

  private readonly goals = [
    { ALT: (): tree.GoalOf | tree.NotYet => this.SUBRULE(this.goalEvent) },
    {
      ALT: (): tree.GoalOf => {
        const who = this.CONSUME2(t.Name);
        const enters = this.CONSUME(t.Enters);
        return this.make.goalEnters(who, enters, this.SUBRULE(this.path));
      },
    },
  ];

  /** goal = "goal" name [ label ] "=" ( goalEvent | "user" "enters" path ) [ target ] */
  goal: Rule<tree.Declaration> = this.RULE("goal", () => {
    const a = this.CONSUME(t.Goal);
    const name = this.CONSUME(t.Name);
    const label = this.OPTION(() => this.CONSUME(t.Text));
    this.CONSUME(t.Equal);
    const of = this.OR(this.goals);
    this.OPTION2(() => {
      const word = this.LA(1);
      const target = this.SUBRULE(this.target);
      this.make.clause("target", target, word, this.LA(0));
    });
    return this.make.goal(a, this.LA(0), name, label, of);
  });

  /** goalEvent = "did" ( pattern "after" "touch" | ORDINAL pattern [ window ] -> later ) */
  private goalEvent: Rule<tree.GoalOf | tree.NotYet> = this.RULE("goalEvent", () => {
    const a = this.CONSUME(t.Did);
    return this.OR([
      {
        ALT: () => {
          const pattern = this.SUBRULE(this.pattern);
          this.CONSUME(t.After);
          return this.make.goalDid(a, this.CONSUME(t.Touch), pattern);
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

  /** set = setHead "{" { setClause } "}" */
  set: Rule<tree.Declaration> = this.RULE("set", () => {
    const a = this.LA(1);
    this.SUBRULE(this.setHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.setClause));
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  /** setHead = "set" name [ label ] */
  setHead: Rule<void> = this.RULE("setHead", () => {
    this.CONSUME(t.StrategySet);
    this.named("set");
  });

  private readonly setForms = [
    { ALT: () => this.SUBRULE(this.setMember) },
    { ALT: () => this.SUBRULE(this.strategyClause) },
  ];

  /** setClause = setMember | strategyClause */
  setClause: Rule<void> = this.RULE("setClause", () => this.OR(this.setForms));

  /** setMember = memberHead "{" { strategyClause } "}" */
  private setMember: Rule<void> = this.RULE("setMember", () => {
    const opened = this.make.open();
    const a = this.LA(1);
    this.SUBRULE(this.memberHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.strategyClause));
    this.make.setMember(a, this.CONSUME(t.RCurly), opened);
  });

  private readonly branches = [
    {
      ALT: (): Branch => {
        const word = this.CONSUME(t.Case);
        const who = this.OPTION(() => this.CONSUME(t.Who));
        return { word, who, test: this.SUBRULE(this.expr) };
      },
    },
    { ALT: (): Branch => ({ word: this.CONSUME(t.Otherwise), who: undefined, test: undefined }) },
  ];

  /** memberHead = [ "case" "who" expr | "otherwise" ] strategyHead; a missing `who` is read, and corrected. */
  memberHead: Rule<void> = this.RULE("memberHead", () => {
    const branch = this.OPTION2(() => this.OR(this.branches));
    const word = this.LA(1);
    this.SUBRULE(this.strategyHead);
    this.make.branch(word, branch);
  });

  /** point = "point" name [ label ] */
  operatingPoint: Rule<tree.Declaration> = this.RULE("operatingPoint", () => {
    const a = this.CONSUME(t.Point);
    const name = this.CONSUME(t.Name);
    const label = this.OPTION(() => this.CONSUME(t.Text));
    return this.make.operatingPoint(a, this.LA(0), name, label);
  });

  /** tagStrategy = "tag" "strategy" name [ label ] [ "valid" quantity ] */
  tagStrategy: Rule<tree.Declaration> = this.RULE("tagStrategy", () => {
    const a = this.CONSUME(t.Tag);
    this.CONSUME(t.Strategy);
    const name = this.CONSUME(t.Name);
    const label = this.OPTION(() => this.CONSUME(t.Text));
    const valid = this.OPTION2(() => {
      this.CONSUME(t.Valid);
      return this.SUBRULE(this.quantity);
    });
    return this.make.tagStrategy(a, this.LA(0), name, label, valid);
  });
}
