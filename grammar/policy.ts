import * as t from "./tokens.js";
import type * as tree from "../src/syntax/tree.js";
import type { Rule } from "./expression.js";
import { OfferRules } from "./offer.js";

/** The rules that hold for every strategy. */
export abstract class PolicyRules extends OfferRules {
  /** policy = policyHead "{" { policyRule } "}" */
  policy: Rule<tree.Declaration> = this.RULE("policy", () => {
    const a = this.LA(1);
    this.SUBRULE(this.policyHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.policyRule));
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  /** policyHead = "policy" name [ label ] */
  policyHead: Rule<void> = this.RULE("policyHead", () => {
    this.CONSUME(t.Policy);
    this.named("policy");
  });

  private readonly ruleForms = [
    { ALT: () => this.SUBRULE(this.consentRule) },
    { ALT: () => this.SUBRULE(this.stopList) },
    { ALT: () => this.SUBRULE(this.personaliseRule) },
    { ALT: () => this.SUBRULE(this.quietRule) },
    { ALT: () => this.SUBRULE(this.capRule) },
    { ALT: () => this.SUBRULE(this.globalHoldout) },
    { ALT: () => this.SUBRULE(this.bestHourRule) },
  ];

  /** policyRule = consent | stopList | personalise | quiet | cap | holdout | bestHour */
  policyRule: Rule<void> = this.RULE("policyRule", () => this.OR(this.ruleForms));

  private readonly consented = [{ ALT: () => this.CONSUME(t.All) }, { ALT: () => this.CONSUME(t.Name) }];

  /** consentRule = "consent" ( "all" | name ) [ "for" name ] "if" expr */
  private consentRule: Rule<void> = this.RULE("consentRule", () => {
    const a = this.CONSUME(t.Consent);
    const channel = this.OR(this.consented);
    const purpose = this.OPTION(() => {
      this.CONSUME(t.For);
      return this.CONSUME2(t.Name);
    });
    this.CONSUME(t.If);
    const test = this.SUBRULE(this.expr);
    this.make.consent(a, this.LA(0), { channel, purpose, test });
  });

  /** stopList = "stop" "list" "if" expr */
  private stopList: Rule<void> = this.RULE("stopList", () => {
    const a = this.CONSUME(t.Stop);
    this.CONSUME(t.List);
    this.CONSUME(t.If);
    const test = this.SUBRULE(this.expr);
    this.make.tested("stopList", a, this.LA(0), test);
  });

  /** personaliseRule = "personalise" "if" expr */
  private personaliseRule: Rule<void> = this.RULE("personaliseRule", () => {
    const a = this.CONSUME(t.Personalise);
    this.CONSUME(t.If);
    const test = this.SUBRULE(this.expr);
    this.make.tested("personalise", a, this.LA(0), test);
  });

  /** quietRule = "quiet" "hours" hours otherwise; a missing `else` is read, and reported. */
  private quietRule: Rule<void> = this.RULE("quietRule", () => {
    const a = this.CONSUME(t.Quiet);
    this.CONSUME(t.Hours);
    const hours = this.SUBRULE(this.hours);
    const otherwise = this.OPTION(() => this.SUBRULE(this.otherwise));
    this.make.quiet(a, this.LA(0), hours, otherwise);
  });

  private readonly capped = [
    {
      ALT: (): readonly tree.Name[] => {
        this.CONSUME(t.All);
        return [];
      },
    },
    { ALT: (): readonly tree.Name[] => this.SUBRULE(this.names) },
  ];
  private readonly capWindows = [
    {
      ALT: () => {
        this.CONSUME(t.Per);
        return this.make.perUnit(this.CONSUME(t.Name));
      },
    },
    {
      ALT: () => {
        this.CONSUME(t.In);
        return this.make.inLength(this.SUBRULE2(this.quantity));
      },
    },
  ];

  /** capRule = "cap" ( "all" | names ) quantity ( "per" name | "in" quantity ) */
  private capRule: Rule<void> = this.RULE("capRule", () => {
    const a = this.CONSUME(t.Cap);
    const channels = this.OR(this.capped);
    const n = this.SUBRULE(this.quantity);
    const window = this.OR2(this.capWindows);
    this.make.cap(a, this.LA(0), { channels, n, window });
  });

  /** globalHoldout = holdout */
  private globalHoldout: Rule<void> = this.RULE("globalHoldout", () => {
    const a = this.LA(1);
    const holdout = this.SUBRULE(this.holdout);
    this.make.globalHoldout(a, this.LA(0), holdout);
  });

  /** bestHourRule = "best" "hour" "from" names [ "at" "least" N "times" ] */
  private bestHourRule: Rule<void> = this.RULE("bestHourRule", () => {
    const a = this.CONSUME(t.Best);
    this.CONSUME(t.Hour);
    this.CONSUME(t.From);
    const events = this.SUBRULE(this.names);
    const least = this.OPTION(() => {
      this.CONSUME(t.At);
      this.CONSUME(t.Least);
      const n = this.CONSUME(t.NumberWord);
      this.CONSUME(t.Times);
      return n;
    });
    this.make.bestHour(a, this.LA(0), events, least);
  });
}
