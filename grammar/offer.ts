import * as t from "./tokens.js";
import type * as tree from "../src/syntax/tree.js";
import type { Rule } from "./expression.js";
import { SchemaRules } from "./schema.js";

/** What is offered, and through what: channels, benefits and materials. */
export abstract class OfferRules extends SchemaRules {
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

  private readonly channelParts = [
    {
      ALT: () => {
        const a = this.CONSUME(t.Reach);
        this.CONSUME(t.If);
        const test = this.SUBRULE(this.expr);
        this.make.clause("reach", test, a, this.LA(0));
      },
    },
    {
      ALT: () => {
        const a = this.CONSUME(t.Quota);
        const n = this.SUBRULE(this.quantity);
        this.CONSUME(t.Per);
        const per = this.CONSUME(t.Name);
        this.make.quota(a, per, n, per);
      },
    },
    {
      ALT: () => {
        const a = this.CONSUME(t.Limit);
        const part = this.CONSUME2(t.Name);
        const characters = this.SUBRULE2(this.quantity);
        this.make.characterLimit(a, this.CONSUME(t.Characters), part, characters);
      },
    },
    { ALT: () => this.SUBRULE(this.costClause) },
  ];

  /** channelClause = "reach" "if" expr | "quota" quantity "per" name | "limit" name quantity "characters" | cost */
  channelClause: Rule<void> = this.RULE("channelClause", () => this.OR(this.channelParts));

  /** costClause = "cost" quantity */
  private costClause: Rule<void> = this.RULE("costClause", () => {
    const a = this.CONSUME(t.Cost);
    const cost = this.SUBRULE(this.quantity);
    this.make.clause("cost", cost, a, this.LA(0));
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

  private readonly benefitParts = [
    { ALT: () => this.SUBRULE(this.amount) },
    { ALT: () => this.SUBRULE(this.worth) },
    { ALT: () => this.SUBRULE(this.freeOrder) },
    { ALT: () => this.SUBRULE(this.upTo) },
    { ALT: () => this.SUBRULE(this.over) },
    { ALT: () => this.SUBRULE(this.validity) },
    { ALT: () => this.SUBRULE(this.stock) },
    { ALT: () => this.SUBRULE(this.budgetClause) },
    { ALT: () => this.SUBRULE(this.costClause) },
    { ALT: () => this.SUBRULE(this.saltClause) },
    { ALT: () => this.SUBRULE(this.prize) },
    { ALT: () => this.SUBRULE(this.referral) },
  ];

  /** benefitClause = amount | worth | freeOrder | upTo | over | validity | stock | budget | cost | salt | prize | referral */
  benefitClause: Rule<void> = this.RULE("benefitClause", () => this.OR(this.benefitParts));

  /** amount = quantity [ "off" | "per" "user" ] */
  private amount: Rule<void> = this.RULE("amount", () => {
    const a = this.LA(1);
    const amount = this.SUBRULE(this.quantity);
    const per = this.OPTION(() =>
      this.OR([
        { ALT: () => (this.CONSUME(t.Off), undefined) },
        {
          ALT: () => {
            this.CONSUME(t.Per);
            return this.CONSUME(t.User);
          },
        },
      ]),
    );
    this.make.clause(per === undefined ? "amount" : "perUser", amount, a, this.LA(0));
  });

  /** worth = "worth" quantity */
  private worth: Rule<void> = this.RULE("worth", () => {
    const a = this.CONSUME(t.Worth);
    const amount = this.SUBRULE(this.quantity);
    this.make.clause("amount", amount, a, this.LA(0));
  });

  /** freeOrder = "free" "order" upTo */
  private freeOrder: Rule<void> = this.RULE("freeOrder", () => {
    const a = this.CONSUME(t.Free);
    this.make.freeOrder(a, this.CONSUME(t.Name));
    this.SUBRULE(this.upTo);
  });

  /** upTo = "up" "to" quantity */
  private upTo: Rule<void> = this.RULE("upTo", () => {
    const a = this.CONSUME(t.Up);
    this.CONSUME(t.To);
    const most = this.SUBRULE(this.quantity);
    this.make.clause("upTo", most, a, this.LA(0));
  });

  /** over = "over" quantity */
  private over: Rule<void> = this.RULE("over", () => {
    const a = this.CONSUME(t.Over);
    const over = this.SUBRULE(this.quantity);
    this.make.clause("over", over, a, this.LA(0));
  });

  /** validity = "valid" quantity "after" "issue" */
  private validity: Rule<void> = this.RULE("validity", () => {
    const a = this.CONSUME(t.Valid);
    const valid = this.SUBRULE(this.quantity);
    this.CONSUME(t.After);
    this.make.clause("valid", valid, a, this.CONSUME(t.Issue));
  });

  /** stock = "quantity" quantity [ "by" name ] */
  private stock: Rule<void> = this.RULE("stock", () => {
    const a = this.CONSUME(t.Quantity);
    const quantity = this.SUBRULE(this.quantity);
    const channel = this.OPTION(() => {
      this.CONSUME(t.By);
      return this.CONSUME(t.Name);
    });
    this.make.stock(a, this.LA(0), quantity, channel);
  });

  /** saltClause = salt */
  protected saltClause: Rule<void> = this.RULE("saltClause", () => {
    const a = this.LA(1);
    const salt = this.SUBRULE(this.salt);
    this.make.clause("salt", salt, a, this.LA(0));
  });

  /** prize = "prize" share name */
  private prize: Rule<void> = this.RULE("prize", () => {
    const a = this.CONSUME(t.Prize);
    const share = this.SUBRULE(this.share);
    this.make.prize(a, share, this.CONSUME(t.Name));
  });

  private readonly referralForms = [
    {
      ALT: () => {
        const a = this.CONSUME(t.Giver);
        const name = this.CONSUME(t.Name);
        this.make.clause("giver", this.make.name(name), a, name);
      },
    },
    {
      ALT: () => {
        const a = this.CONSUME(t.Friend);
        const name = this.CONSUME2(t.Name);
        this.make.clause("friend", this.make.name(name), a, name);
      },
    },
  ];

  /** referral = ( "giver" | "friend" ) name */
  private referral: Rule<void> = this.RULE("referral", () => this.OR(this.referralForms));

  /** material = materialHead "{" { materialClause } "}" */
  material: Rule<tree.Declaration> = this.RULE("material", () => {
    const a = this.LA(1);
    this.SUBRULE(this.materialHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.materialClause));
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  /** materialHead = "material" name [ label ] "for" name [ "template" text ] */
  materialHead: Rule<void> = this.RULE("materialHead", () => {
    this.CONSUME(t.Material);
    const name = this.CONSUME(t.Name);
    const label = this.OPTION(() => this.CONSUME(t.Text));
    this.CONSUME(t.For);
    const other = this.CONSUME2(t.Name);
    this.make.head({ kind: "material", name, label, other });
    this.OPTION2(() => {
      const a = this.CONSUME(t.Template);
      const id = this.CONSUME2(t.Text);
      this.make.clause("template", this.make.text(id), a, id);
    });
  });

  private readonly materialForms = [
    { ALT: () => (this.CONSUME(t.Equal), { value: this.SUBRULE(this.expr) }) },
    {
      ALT: () => {
        const part = this.CONSUME(t.Name);
        return { part, text: this.CONSUME(t.Text) };
      },
    },
  ];

  /** materialClause = LOCALE name text | name "=" expr */
  materialClause: Rule<void> = this.RULE("materialClause", () => {
    const a = this.LA(1);
    const name = this.SUBRULE(this.spelled);
    const said = this.OR(this.materialForms);
    this.make.materialClause(a, this.LA(0), name, said);
  });
}
