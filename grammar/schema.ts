import * as t from "./tokens.js";
import type { IToken } from "chevrotain";
import type * as tree from "../src/syntax/tree.js";
import type { Head, Maybe } from "./parts.js";
import { ClauseRules } from "./clause.js";
import type { Rule } from "./expression.js";

/** What is known about people: the project, their profile, their events, their tags and their stages. */
export abstract class SchemaRules extends ClauseRules {
  /** project = projectHead "{" { projectClause } "}" */
  project: Rule<tree.Declaration> = this.RULE("project", () => {
    const a = this.LA(1);
    this.SUBRULE(this.projectHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.projectClause));
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  /** projectHead = "project" name [ label ] */
  projectHead: Rule<void> = this.RULE("projectHead", () => {
    this.CONSUME(t.Project);
    this.named("project");
  });

  /** projectClause = "time" "zone" ZONE | "currency" name | "week" "starts" name | "settle" "after" quantity | "locales" LOCALE { "," LOCALE } | "calendar" name | "product" "stage" name */
  projectClause: Rule<void> = this.RULE("projectClause", () => {
    const a = this.LA(1);
    this.OR([
      {
        ALT: () => {
          this.CONSUME(t.TimeZone);
          this.CONSUME(t.Zone);
          const zone = this.SUBRULE(this.spelled);
          this.make.clause("zone", zone, a, this.LA(0));
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Currency);
          const name = this.CONSUME(t.Name);
          this.make.clause("currency", this.make.name(name), a, name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Week);
          this.CONSUME(t.Starts);
          const name = this.CONSUME2(t.Name);
          this.make.clause("weekStarts", this.make.name(name), a, name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Settle);
          this.CONSUME(t.After);
          const length = this.SUBRULE(this.quantity);
          this.make.clause("settle", length, a, this.LA(0));
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Locales);
          const locales: tree.Name[] = [];
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => locales.push(this.SUBRULE2(this.spelled)) });
          this.make.clause("locales", locales, a, this.LA(0));
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Calendar);
          const name = this.CONSUME4(t.Name);
          this.make.clause("calendar", this.make.name(name), a, name);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Product);
          this.CONSUME(t.Stage);
          const name = this.CONSUME3(t.Name);
          this.make.clause("productStage", this.make.name(name), a, name);
        },
      },
    ]);
  });

  /** spelled = name { ( "-" | "/" | "+" ) ( name | number ) }: a locale such as zh-CN, a zone such as Asia/Shanghai */
  protected spelled: Rule<tree.Name> = this.RULE("spelled", () => {
    const a = this.CONSUME(t.Name);
    this.MANY(() => {
      this.OR([
        { ALT: () => this.CONSUME(t.Minus) },
        { ALT: () => this.CONSUME(t.Slash) },
        { ALT: () => this.CONSUME(t.Plus) },
      ]);
      this.OR2([{ ALT: () => this.CONSUME2(t.Name) }, { ALT: () => this.CONSUME(t.NumberWord) }]);
    });
    return this.make.spelled(a, this.LA(0));
  });

  /** user = "user" "{" { field } "}" */
  user: Rule<tree.Declaration> = this.RULE("user", () => {
    const a = this.LA(1);
    this.SUBRULE(this.userHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.field));
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  userHead: Rule<void> = this.RULE("userHead", () => {
    this.CONSUME(t.User);
    this.make.head({ kind: "user", name: null, label: undefined, other: undefined });
  });

  /** event = eventHead "{" { field } "}" */
  event: Rule<tree.Declaration> = this.RULE("event", () => {
    const a = this.LA(1);
    this.SUBRULE(this.eventHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.field));
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  /** eventHead = "event" name [ label ] [ "kept" quantity ] */
  eventHead: Rule<void> = this.RULE("eventHead", () => {
    this.CONSUME(t.Event);
    this.named("event");
    this.OPTION2(() => {
      const a = this.CONSUME(t.Kept);
      const kept = this.SUBRULE(this.quantity);
      this.make.clause("kept", kept, a, this.LA(0));
    });
  });

  /** field = name ":" type [ "?" ] { mark | label } */
  field: Rule<void> = this.RULE("field", () => {
    const a = this.CONSUME(t.FieldName);
    this.CONSUME(t.Colon);
    const type = this.SUBRULE(this.type);
    const optional = this.OPTION(() => this.CONSUME(t.Question)) !== undefined;
    const marks: IToken[] = [];
    this.MANY(() => marks.push(this.OR([{ ALT: () => this.CONSUME(t.Name) }, { ALT: () => this.CONSUME(t.Text) }])));
    this.make.field(a, this.LA(0), type, optional, marks);
  });

  /** type = "one" "of" "(" member { "," member } ")" | "time" "zone" | "lunar" "date" | name */
  protected type: Rule<tree.TypeName> = this.RULE("type", () => {
    const a = this.LA(1);
    return this.OR([
      {
        ALT: () => {
          const members: tree.Member[] = [];
          this.CONSUME(t.One);
          this.CONSUME(t.Of);
          this.CONSUME(t.LParen);
          this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => members.push(this.SUBRULE(this.member)) });
          return this.make.members(a, this.CONSUME(t.RParen), members);
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.TimeZone);
          return this.make.word(a, this.CONSUME(t.Zone));
        },
      },
      {
        ALT: () => {
          this.CONSUME(t.Lunar);
          return this.make.word(a, this.CONSUME(t.Name));
        },
      },
      { ALT: () => this.make.word(a, this.CONSUME2(t.Name)) },
    ]);
  });

  /** member = name [ label ] */
  protected member: Rule<tree.Member> = this.RULE("member", () => {
    const name = this.CONSUME(t.Name);
    const label = this.OPTION(() => this.CONSUME(t.Text));
    return this.make.member(name, label);
  });

  /** tagFact = "tag" "fact" name [ label ] "=" expr */
  tagFact: Rule<tree.Declaration> = this.RULE("tagFact", () => {
    const a = this.CONSUME(t.Tag);
    this.CONSUME(t.Fact);
    const name = this.CONSUME(t.Name);
    const label = this.OPTION(() => this.CONSUME(t.Text));
    this.CONSUME(t.Equal);
    const value = this.SUBRULE(this.expr);
    return this.make.tagFact(a, this.LA(0), name, label, value);
  });

  /** map = mapHead "{" { mapRow } "}" */
  map: Rule<tree.Declaration> = this.RULE("map", () => {
    const a = this.LA(1);
    this.SUBRULE(this.mapHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.mapRow));
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  mapHead: Rule<void> = this.RULE("mapHead", () => {
    this.CONSUME(t.MapTable);
    this.named("map");
  });

  private readonly mapKeys = [
    { ALT: (): tree.MapRow["key"] => this.make.key(this.CONSUME(t.FieldName)) },
    { ALT: (): tree.MapRow["key"] => this.make.text(this.CONSUME(t.Text)) },
  ];
  private readonly mapValues = [
    { ALT: (): tree.MapRow["value"] => this.make.key(this.CONSUME(t.Name)) },
    { ALT: (): tree.MapRow["value"] => this.make.text(this.CONSUME2(t.Text)) },
    { ALT: (): tree.MapRow["value"] => this.SUBRULE(this.quantity) },
  ];

  /** mapRow = ( name | text ) ":" ( name | text | quantity ) */
  mapRow: Rule<void> = this.RULE("mapRow", () => {
    const a = this.LA(1);
    const key = this.OR(this.mapKeys);
    this.CONSUME(t.Colon);
    const value = this.OR2(this.mapValues);
    this.make.mapRow(a, this.LA(0), key, value);
  });

  /** process = processHead "{" [ firstStep { nextStep } ] "}" */
  process: Rule<tree.Declaration> = this.RULE("process", () => {
    const a = this.LA(1);
    this.SUBRULE(this.processHead);
    this.CONSUME(t.LCurly);
    this.OPTION(() => {
      this.SUBRULE(this.firstStep);
      this.MANY(() => this.SUBRULE(this.nextStep));
    });
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  processHead: Rule<void> = this.RULE("processHead", () => {
    this.CONSUME(t.Process);
    this.named("process");
  });

  /** firstStep = pattern [ "as" name ] */
  private firstStep: Rule<void> = this.RULE("firstStep", () => {
    const a = this.LA(1);
    const pattern = this.SUBRULE(this.pattern);
    const alias = this.OPTION(() => this.SUBRULE(this.alias));
    this.make.step({ a, z: this.LA(0), no: undefined, pattern, same: undefined, within: undefined }, alias, false);
  });

  /** nextStep = "then" [ "no" ] pattern [ "as" name ] [ same ] [ lasting ]; `no` is read, and refused. */
  private nextStep: Rule<void> = this.RULE("nextStep", () => {
    const a = this.CONSUME(t.Then);
    const no = this.OPTION(() => this.CONSUME(t.No));
    const pattern = this.SUBRULE(this.pattern);
    const alias = this.OPTION2(() => this.SUBRULE(this.alias));
    const same = this.OPTION3(() => this.SUBRULE(this.same));
    const within = this.OPTION4(() => this.SUBRULE(this.lasting));
    this.make.step({ a, z: this.LA(0), no, pattern, same, within }, alias, true);
  });

  private alias: Rule<IToken> = this.RULE("alias", () => {
    this.CONSUME(t.As);
    return this.CONSUME(t.Name);
  });

  /** anyStep = [ "then" ] [ "no" ] pattern [ "as" name ] [ same ] [ lasting ]: a step by itself, wherever it stands. */
  anyStep: Rule<void> = this.RULE("anyStep", () => {
    const a = this.LA(1);
    const then = this.OPTION(() => this.CONSUME(t.Then));
    const no = this.OPTION2(() => this.CONSUME(t.No));
    const pattern = this.SUBRULE(this.pattern);
    const alias = this.OPTION3(() => this.SUBRULE(this.alias));
    const same = this.OPTION4(() => this.SUBRULE(this.same));
    const within = this.OPTION5(() => this.SUBRULE(this.lasting));
    this.make.step({ a, z: this.LA(0), no, pattern, same, within }, alias, then !== undefined);
  });

  /** lifecycle = "lifecycle" name [ label ] "{" { lifecycleClause } "}" */
  lifecycle: Rule<tree.Declaration> = this.RULE("lifecycle", () => {
    const a = this.LA(1);
    this.SUBRULE(this.lifecycleHead);
    this.CONSUME(t.LCurly);
    this.MANY(() => this.SUBRULE(this.lifecycleClause));
    return this.make.block(a, this.CONSUME(t.RCurly));
  });

  lifecycleHead: Rule<void> = this.RULE("lifecycleHead", () => {
    this.CONSUME(t.Lifecycle);
    this.named("lifecycle");
  });

  /** lifecycleClause = "stage" name [ label ] "when" expr | "otherwise" name [ label ] */
  lifecycleClause: Rule<void> = this.RULE("lifecycleClause", () => {
    this.OR([
      {
        ALT: () => {
          const a = this.CONSUME(t.Stage);
          const name = this.CONSUME(t.Name);
          const label = this.OPTION(() => this.CONSUME(t.Text));
          this.CONSUME(t.When);
          const when = this.SUBRULE(this.expr);
          this.make.stage(a, this.LA(0), name, label, when);
        },
      },
      {
        ALT: () => {
          const a = this.CONSUME(t.Otherwise);
          const member = this.SUBRULE(this.member);
          this.make.clause("otherwise", member, a, this.LA(0));
        },
      },
    ]);
  });

  protected named(kind: Head["kind"]): void {
    const name = this.CONSUME(t.Name);
    const label: Maybe = this.OPTION(() => this.CONSUME(t.Text));
    this.make.head({ kind, name, label, other: undefined });
  }
}
