import * as t from "./tokens.js";
import { EmbeddedActionsParser, type IToken, type ParserMethod, type TokenType } from "chevrotain";
import type * as tree from "../src/syntax/tree.js";
import type { Actions, Complement, Dating, Link, Operand, Relation } from "./actions.js";
import type { Maybe } from "./parts.js";

export type Rule<T> = ParserMethod<[], T>;

/** Operands with operators between them; most rows have one operand, and then nothing is made. */
interface Row {
  operands: Operand[] | null;
  readonly operators: IToken[];
}

/** While chevrotain records the shape of the rules there is nothing to build. */
export const silent = new Proxy({} as Actions, { get: () => () => undefined });

/** What an error of the parser says: which types of token could have stood in the place. The syntax room reads it again. */
export interface Wording {
  readonly expected: (types: readonly TokenType[]) => string;
}

/**
 * Tests and values. One token of lookahead decides nearly everywhere, so no choice costs more than a look into a table;
 * only the three meanings of `between` are told apart by what comes later.
 * A production's comment is its spelling; `-> later` marks what is read but belongs to a later version.
 */
export abstract class ExpressionRules extends EmbeddedActionsParser {
  protected make: Actions = silent;

  constructor(wording: Wording, validated: boolean) {
    super([...t.vocabulary], {
      maxLookahead: 1,
      recoveryEnabled: false,
      skipValidations: !validated,
      errorMessageProvider: {
        buildMismatchTokenMessage: ({ expected }) => wording.expected([expected]),
        buildNotAllInputParsedMessage: () => "",
        buildNoViableAltMessage: ({ expectedPathsPerAlt }) => wording.expected(firsts(expectedPathsPerAlt.flat())),
        buildEarlyExitMessage: ({ expectedIterationPaths }) => wording.expected(firsts(expectedIterationPaths)),
      },
    });
  }

  /** Ends the definition of the rules; from then on they build with `make`. */
  protected begin(make: Actions): void {
    this.performSelfAnalysis();
    this.make = make;
  }

  // Alternatives are made once: a fresh array of them at every choice would cost more than the choice.
  private readonly joiners = [{ ALT: () => this.CONSUME(t.And) }, { ALT: () => this.CONSUME(t.Or) }];

  /** expr = unary { "and" unary } | unary { "or" unary }. Both in one row are read as a mixture, and refused with brackets to choose from. */
  expr: Rule<tree.Expr> = this.RULE("expr", () => {
    const a = this.LA(1);
    const first = this.SUBRULE(this.unary);
    const row: Row = { operands: null, operators: [] };
    this.MANY(() => {
      row.operands ??= [{ value: first, a, z: this.LA(0) }];
      row.operators.push(this.OR(this.joiners));
      const start = this.LA(1);
      row.operands.push({ value: this.SUBRULE2(this.unary), a: start, z: this.LA(0) });
    });
    return row.operands === null ? first : this.make.junction(row.operands, row.operators);
  });

  private readonly unaryForms = [
    { ALT: () => this.SUBRULE(this.did) },
    { ALT: () => this.SUBRULE(this.has) },
    { ALT: () => this.SUBRULE(this.reached) },
    { ALT: () => this.SUBRULE(this.pointTest) },
    { ALT: () => this.SUBRULE(this.comparison) },
  ];

  /** unary = { "not" } ( did | has | reached | pointTest | comparison ) */
  unary: Rule<tree.Expr> = this.RULE("unary", () => {
    const nots = this.nots();
    const operand = this.OR(this.unaryForms);
    return nots === null ? operand : this.make.not(nots, this.LA(0), operand);
  });

  /**
   * test = { "not" } arith [ equality | ordering | range | containing ]: what `where` takes; several tests need brackets.
   * A bracket that holds a test ends it: the `between` of `where (a is 1 and b is 2) between 2 and 3 times` counts.
   */
  test: Rule<tree.Expr> = this.RULE("test", () => {
    const nots = this.nots();
    const a = this.LA(1);
    const left = this.SUBRULE(this.arith);
    const relation = this.OPTION({
      GATE: () => !tests.has(left.is) && !this.isAgo() && !this.isAbsence(),
      DEF: () => this.OR(this.relationForms),
    });
    const operand = relation === undefined ? left : this.make.relation(a, this.LA(0), left, relation);
    return nots === null ? operand : this.make.not(nots, this.LA(0), operand);
  });

  private nots(): IToken[] | null {
    let nots: IToken[] | null = null;
    this.MANY(() => {
      nots ??= [];
      nots.push(this.CONSUME(t.Not));
    });
    return nots;
  }

  /** has = "has" name */
  has: Rule<tree.Expr> = this.RULE("has", () => this.make.has(this.CONSUME(t.Has), this.CONSUME(t.Name)));

  private readonly relationForms = [
    { ALT: () => this.SUBRULE(this.equality) },
    { ALT: () => this.SUBRULE(this.ordering) },
    { ALT: () => this.SUBRULE(this.range) },
    { ALT: () => this.SUBRULE(this.containing) },
  ];

  private readonly comparisonForms = [
    ...this.relationForms,
    { ALT: (): Relation => ({ is: "dated", dating: this.SUBRULE(this.dating) }) },
  ];

  private readonly compared = {
    GATE: () => !this.isAgo(),
    DEF: () => this.OR(this.comparisonForms),
  };

  /** comparison = arith [ equality | ordering | range | containing | dating ] */
  comparison: Rule<tree.Expr> = this.RULE("comparison", () => {
    const a = this.LA(1);
    const left = this.SUBRULE(this.arith);
    const relation = this.OPTION(this.compared);
    return relation === undefined ? left : this.make.relation(a, this.LA(0), left, relation);
  });

  /** `between 8 days and 14 days ago`: the only `between` that is neither a range nor a number of times. */
  protected isAgo(): boolean {
    if (this.LA(1).tokenType !== t.Between) return false;
    const and = this.pastLength(2);
    return this.LA(and).tokenType === t.And && this.LA(this.pastLength(and + 1)).tokenType === t.Ago;
  }

  /** `pay where coupon_id is known is not followed by …`: the only `is` that goes on after a test. */
  private isAbsence(): boolean {
    return this.LA(1).tokenType === t.Is && this.LA(3).tokenType === t.Followed;
  }

  /** What comes after a length that starts so many tokens ahead; the place itself if none does. */
  private pastLength(ahead: number): number {
    const { tokenType } = this.LA(ahead);
    if (tokenType.CATEGORIES?.includes(t.Name)) return ahead + 1;
    if (tokenType !== t.NumberWord) return ahead;
    return this.LA(ahead + 1).tokenType === t.Unit ? ahead + 2 : ahead + 1;
  }

  private readonly orders = [
    { ALT: () => this.CONSUME(t.Less) },
    { ALT: () => this.CONSUME(t.LessEqual) },
    { ALT: () => this.CONSUME(t.Greater) },
    { ALT: () => this.CONSUME(t.GreaterEqual) },
  ];

  /** ordering = ( "<" | "<=" | ">" | ">=" ) arith */
  private ordering: Rule<Relation> = this.RULE("ordering", (): Relation => {
    const operator = this.OR(this.orders);
    return { is: "order", operator, right: this.SUBRULE(this.arith) };
  });

  /** range = "between" arith "and" arith */
  private range: Rule<Relation> = this.RULE("range", (): Relation => {
    this.CONSUME(t.Between);
    const low = this.SUBRULE(this.arith);
    this.CONSUME(t.And);
    return { is: "range", low, high: this.SUBRULE2(this.arith) };
  });

  /** containing = "contains" arith */
  private containing: Rule<Relation> = this.RULE("containing", (): Relation => {
    this.CONSUME(t.Contains);
    return { is: "contains", part: this.SUBRULE(this.arith) };
  });

  private readonly equalities = [
    { ALT: () => this.CONSUME(t.Is) },
    { ALT: () => this.CONSUME(t.IsNot) },
    { ALT: () => this.CONSUME(t.Equal) },
  ];
  private readonly complements = [
    {
      ALT: (): Complement => {
        this.CONSUME(t.Known);
        return { is: "known" };
      },
    },
    {
      ALT: (): Complement => {
        this.CONSUME(t.One);
        this.CONSUME(t.Of);
        return { is: "oneOf", list: this.SUBRULE(this.list) };
      },
    },
    { ALT: (): Complement => ({ is: "value", right: this.SUBRULE(this.arith) }) },
  ];

  /** equality = "is" [ "not" ] ( "known" | "one" "of" "(" list ")" | arith ); `=` and `!=` are read, and corrected. */
  private equality: Rule<Relation> = this.RULE("equality", (): Relation => {
    const operator = this.OR(this.equalities);
    const not: Maybe = this.OPTION(() => this.CONSUME(t.Not));
    return { is: "equality", operator, not, complement: this.OR2(this.complements) };
  });

  /** list = "(" arith { "," arith } ")" */
  list: Rule<tree.Expr[]> = this.RULE("list", () => {
    const items: tree.Expr[] = [];
    this.CONSUME(t.LParen);
    this.AT_LEAST_ONE_SEP({ SEP: t.Comma, DEF: () => items.push(this.SUBRULE(this.arith)) });
    this.CONSUME(t.RParen);
    return items;
  });

  /** arith = factor { ( "+" | "-" | "*" | "/" ) factor } [ "if" "unknown" factor ]; `*` and `/` bind closer. */
  arith: Rule<tree.Expr> = this.RULE("arith", () => {
    const a = this.LA(1);
    const first = this.SUBRULE(this.factor);
    const row: Row = { operands: null, operators: [] };
    this.MANY(() => {
      row.operands ??= [{ value: first, a, z: this.LA(0) }];
      row.operators.push(this.OR(this.operations));
      const start = this.LA(1);
      row.operands.push({ value: this.SUBRULE2(this.factor), a: start, z: this.LA(0) });
    });
    const value = row.operands === null ? first : this.make.arithmetic(row.operands, row.operators);
    return (
      this.OPTION(() => {
        this.CONSUME(t.If);
        this.CONSUME(t.Unknown);
        const fallback = this.SUBRULE3(this.factor);
        return this.make.ifUnknown(a, this.LA(0), value, fallback);
      }) ?? value
    );
  });

  private readonly operations = [
    { ALT: () => this.CONSUME(t.Plus) },
    { ALT: () => this.CONSUME(t.Minus) },
    { ALT: () => this.CONSUME(t.Star) },
    { ALT: () => this.CONSUME(t.Slash) },
  ];

  private readonly literals = [
    { ALT: () => this.SUBRULE(this.quantity) },
    { ALT: () => this.SUBRULE(this.aggregate) },
    { ALT: () => this.make.text(this.CONSUME(t.Text)) },
    { ALT: () => this.make.boolean(this.CONSUME(t.True), true) },
    { ALT: () => this.make.boolean(this.CONSUME(t.False), false) },
    { ALT: () => this.SUBRULE(this.date) },
    { ALT: () => this.SUBRULE(this.timeSince) },
    { ALT: () => this.SUBRULE(this.bracket) },
  ];

  private readonly factorForms = [
    { ALT: () => this.SUBRULE(this.reference) },
    { ALT: () => this.SUBRULE(this.zodiac) },
    ...this.literals,
  ];

  /** factor = reference | zodiac | quantity | aggregate | text | "true" | "false" | date | timeSince | bracket */
  factor: Rule<tree.Expr> = this.RULE("factor", () => this.OR(this.factorForms));

  /** reference = name { "." name } [ of ]: `user.city`, `amount of last pay`, `upgrade of favourite` */
  private reference: Rule<tree.Expr> = this.RULE("reference", () => {
    const a = this.LA(1);
    const names = this.dotted();
    const z = this.LA(0);
    const value = this.make.path(a, z, names);
    const links = this.OPTION(() => this.SUBRULE(this.of));
    return links === undefined ? value : this.make.linked({ value, a, z }, links);
  });

  /** zodiac = sign of */
  private zodiac: Rule<tree.Expr> = this.RULE("zodiac", () => {
    const first = this.SUBRULE(this.sign);
    const links = this.SUBRULE(this.of);
    return this.make.linked(first, links);
  });

  /** sign = [ "chinese" ] "zodiac" */
  private sign: Rule<Link> = this.RULE("sign", (): Link => {
    const chinese = this.OPTION(() => this.CONSUME(t.Chinese));
    const z = this.CONSUME(t.Zodiac);
    return { value: chinese === undefined ? "western" : "chinese", a: chinese ?? z, z };
  });

  private readonly linkForms: { readonly ALT: () => Link["value"] }[] = [
    { ALT: () => this.SUBRULE(this.path) },
    { ALT: () => this.SUBRULE(this.sign).value },
    { ALT: () => this.SUBRULE(this.point) },
    ...this.literals,
  ];

  /** of = "of" ( path | sign | point | a value ) { … }: goes on after a path or a sign. A row and no recursion, so that no text exhausts the stack. */
  private of: Rule<Link[]> = this.RULE("of", () => {
    const links: Link[] = [];
    this.AT_LEAST_ONE({
      GATE: () => links.length === 0 || this.make.isOpen(links),
      DEF: () => {
        this.CONSUME(t.Of);
        const a = this.LA(1);
        const value = this.OR(this.linkForms);
        links.push({ value, a, z: this.LA(0) });
      },
    });
    return links;
  });

  /** bracket = "(" expr ")" */
  bracket: Rule<tree.Expr> = this.RULE("bracket", () => {
    this.CONSUME(t.LParen);
    const inside = this.SUBRULE(this.expr);
    this.CONSUME(t.RParen);
    return inside;
  });

  protected readonly unitForms = [{ ALT: () => this.CONSUME(t.Unit) }, { ALT: () => this.CONSUME(t.Percent) }];

  /** quantity = [ "-" ] number [ unit | "%" ] */
  quantity: Rule<tree.Quantity> = this.RULE("quantity", () => {
    const a = this.LA(1);
    const minus = this.OPTION(() => this.CONSUME(t.Minus));
    const number = this.CONSUME(t.NumberWord);
    const unit = this.OPTION2(() => this.OR(this.unitForms));
    const times = this.OPTION3(() => this.CONSUME(t.Times));
    return this.make.quantity(a, this.LA(0), minus, number, unit, times);
  });

  /** date = DATE, such as 2026-11-10; `2026/11/10` and `2026年11月10日` are read, and corrected. */
  date: Rule<tree.DateLiteral> = this.RULE("date", () =>
    this.make.date(this.OR([{ ALT: () => this.CONSUME(t.DateWord) }, { ALT: () => this.CONSUME(t.DateSlip) }])),
  );

  /** path = name { "." name } */
  path: Rule<tree.Path> = this.RULE("path", () => {
    const a = this.LA(1);
    const names = this.dotted();
    return this.make.path(a, this.LA(0), names);
  });

  /** Not a rule of its own: names are the most frequent of all, and a rule takes time. */
  private dotted(): IToken[] {
    const names = [this.CONSUME(t.Name)];
    this.MANY(() => {
      this.CONSUME(t.Dot);
      names.push(this.CONSUME2(t.Name));
    });
    return names;
  }

  // The rules over a user's history are in `window.ts` and `history.ts`.
  protected abstract readonly aggregate: Rule<tree.Expr>;
  protected abstract readonly timeSince: Rule<tree.Expr>;
  protected abstract readonly pointTest: Rule<tree.Expr>;
  protected abstract readonly did: Rule<tree.Expr>;
  protected abstract readonly reached: Rule<tree.Expr>;
  protected abstract readonly point: Rule<tree.Point>;
  protected abstract readonly dating: Rule<Dating>;
}

/** What is a test by its form alone; only a bracket makes a value of it. */
const tests: ReadonlySet<tree.Expr["is"]> = new Set([
  "and",
  "or",
  "not",
  "compare",
  "equal",
  "oneOf",
  "known",
  "between",
  "contains",
  "has",
  "did",
  "sequence",
  "reached",
  "pointTest",
]);

function firsts(paths: readonly (readonly TokenType[])[]): TokenType[] {
  return paths.flatMap((path) => path.slice(0, 1));
}
