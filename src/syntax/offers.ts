import type { IToken } from "chevrotain";
import type {
  CapParts,
  CapWindow,
  ConsentParts,
  GoalParts,
  GuardParts,
  HourParts,
  MaterialParts,
  Maybe,
  Unless,
} from "../../grammar/parts.js";
import * as t from "../../grammar/tokens.js";
import { Clauses } from "./clauses.js";
import type * as tree from "./tree.js";
import { orderOf } from "./values.js";

/** Makes the clauses of strategies, channels, benefits, materials and policies. */
export class Offers extends Clauses {
  repeat(a: IToken, z: IToken, rule: tree.Repeat["rule"]): void {
    this.clause("repeat", Object.freeze({ rule, span: this.reading().reach(a, z) }), a, z);
  }

  limit(a: IToken, z: IToken, n: tree.Quantity, key: tree.Path): void {
    this.clause("limit", Object.freeze({ n, key, span: this.reading().reach(a, z) }), a, z);
  }

  sendBetween(parts: HourParts, z: IToken, otherwise: Maybe): tree.Send {
    const hours = this.hours(parts, ["between", "and"]);
    const span = this.reading().reach(parts.a, z);
    return Object.freeze({ is: "between", ...hours, otherwise: this.otherwise(z, otherwise, "send"), span });
  }

  sendAtBestHour(a: IToken, z: IToken, hours: HourParts | undefined): tree.Send {
    const between = hours === undefined ? null : Object.freeze(this.hours(hours, ["between", "and"]));
    return Object.freeze({ is: "bestHour", between, span: this.reading().reach(a, z) });
  }

  chain(a: IToken, z: IToken, links: readonly tree.ChannelLink[]): tree.ChannelClause {
    this.checkList(links.length, a, z);
    return Object.freeze({ is: "chain", links: Object.freeze(links), span: this.reading().reach(a, z) });
  }

  link(a: IToken, z: IToken, name: IToken, wait: tree.ChannelLink["wait"]): tree.ChannelLink {
    return Object.freeze({ channel: this.name(name), wait, span: this.reading().reach(a, z) });
  }

  wait(a: IToken, z: IToken, length: tree.Quantity, unless: Unless | undefined): tree.ChannelLink["wait"] {
    const reading = this.reading();
    const span = reading.reach(a, z);
    if (unless?.not === undefined) {
      const waited = reading.written({ ...span, end: length.span.end });
      const right = `${waited} if not ${unless?.name.image ?? "opened"}`;
      reading.report("wait-unless", span, { written: reading.written(span), right });
    }
    return unless === undefined ? null : Object.freeze({ length, unless: this.name(unless.name) });
  }

  preferred(a: IToken, z: IToken, names: readonly IToken[], least: tree.Quantity | undefined): tree.ChannelClause {
    const span = this.reading().reach(a, z);
    return Object.freeze({ is: "preferred", channels: this.names(names), least: least ?? null, span });
  }

  aim(a: IToken, z: IToken, name: IToken, at: tree.Path | undefined): void {
    const span = this.reading().reach(a, z);
    this.clause("aim", Object.freeze({ word: this.name(name), at: at ?? null, span }), a, z);
  }

  noBenefit(none: IToken): tree.BenefitClause {
    return Object.freeze({ is: "none", span: this.reading().reach(none, none) });
  }

  benefitNamed(name: IToken, elseNone: boolean): tree.BenefitClause {
    return Object.freeze({ is: "named", name: this.name(name), elseNone });
  }

  goalClause(a: IToken, z: IToken, { name, enters, state, within, target }: GoalParts): void {
    const entered = enters === undefined || state === undefined ? null : this.goalEnters(name, enters, state);
    const goal: tree.GoalClause = {
      of: entered ?? Object.freeze({ is: "named", name: this.name(name) }),
      within: within ?? null,
      target: target ?? null,
      span: this.reading().reach(a, z),
    };
    this.clause("goal", Object.freeze(goal), a, z);
  }

  goalDid(a: IToken, z: IToken, pattern: tree.Pattern): Extract<tree.GoalOf, { is: "did" }> {
    return Object.freeze({ is: "did", pattern, span: this.reading().reach(a, z) });
  }

  goalEnters(who: IToken, enters: IToken, state: tree.Path): Extract<tree.GoalOf, { is: "enters" }> {
    const span = this.reading().span(who.startOffset, state.span.end);
    if (who.tokenType !== t.User || enters.image !== "enters")
      this.reportStateUser(this.name(who), null, "enters", state);
    return Object.freeze({ is: "enters", state, span });
  }

  /** Nobody could guess how far a hypothesis has been tested. */
  hypothesis(a: IToken, text: IToken, state: Maybe): void {
    const reading = this.reading();
    const z = state ?? text;
    if (state === undefined) {
      const expected = ["untested", "testing", "verified", "rejected"].map((word) => ({ word }));
      reading.report("expected", reading.reach(text, text), { expected, after: text.image, found: null });
    }
    const said = state === undefined ? { text: "untested", span: reading.reach(text, text) } : this.name(state);
    const span = reading.reach(a, z);
    this.clause("hypothesis", Object.freeze({ text: this.text(text), state: Object.freeze(said), span }), a, z);
  }

  exclusive(a: IToken, z: IToken, names: readonly tree.Name[], days: tree.Quantity | undefined): void {
    this.clause("exclusive", Object.freeze({ names, days: days ?? null, span: this.reading().reach(a, z) }), a, z);
  }

  share(quantity: tree.Quantity): tree.Quantity {
    if (quantity.unit !== null) return quantity;
    const reading = this.reading();
    const { span, amount } = quantity;
    const text = `${amount}%`;
    reading.report("share-percent", span, { written: amount, right: text }, { suggestion: { span, text } });
    return Object.freeze({ ...quantity, unit: "%" });
  }

  holdout(a: IToken, z: IToken, share: tree.Quantity, salt: tree.TextLiteral | undefined): tree.Holdout {
    return Object.freeze({ share, salt: this.salt(a, z, salt, "holdout"), span: this.reading().reach(a, z) });
  }

  /** Where a salt is missing, its place stands for it: it is like no other. */
  protected salt(a: IToken, z: IToken, salt: tree.TextLiteral | undefined, of: "holdout" | "split"): tree.TextLiteral {
    if (salt !== undefined) return salt;
    const reading = this.reading();
    const span = reading.reach(a, z);
    reading.report("salt-missing", span, { of, written: reading.written(span) });
    return Object.freeze({ is: "text", text: `${span.file} ${span.start}`, span });
  }

  guard(a: IToken, z: IToken, { metric, operator, value, after }: GuardParts): void {
    const span = this.reading().reach(a, z);
    const op = orderOf(operator);
    this.clause("guard", Object.freeze({ metric: this.name(metric), op, value, after: after ?? null, span }), a, z);
  }

  quota(a: IToken, z: IToken, n: tree.Quantity, per: IToken): void {
    this.clause("quota", Object.freeze({ n, per: this.name(per), span: this.reading().reach(a, z) }), a, z);
  }

  characterLimit(a: IToken, z: IToken, part: IToken, characters: tree.Quantity): void {
    const span = this.reading().reach(a, z);
    this.clause("characters", Object.freeze({ part: this.name(part), characters, span }), a, z);
  }

  freeOrder(free: IToken, order: IToken): void {
    if (order.image === "order") return;
    const reading = this.reading();
    const span = reading.reach(free, order);
    const text = "free order";
    reading.report("free-order", span, { written: reading.written(span) }, { suggestion: { span, text } });
  }

  stock(a: IToken, z: IToken, quantity: tree.Quantity, channel: Maybe): void {
    if (channel === undefined) {
      this.clause("quantity", quantity, a, z);
      return;
    }
    const span = this.reading().reach(a, z);
    this.clause("byChannel", Object.freeze({ channel: this.name(channel), quantity, span }), a, z);
  }

  prize(a: IToken, share: tree.Quantity, benefit: IToken): void {
    const span = this.reading().reach(a, benefit);
    this.clause("prize", Object.freeze({ share, benefit: this.name(benefit), span }), a, benefit);
  }

  /** A template has parameters, another material lines; which one this is, its head has said. */
  materialClause(a: IToken, z: IToken, name: tree.Name, said: MaterialParts): void {
    const reading = this.reading();
    const span = reading.reach(a, z);
    const isTemplate = this.parts.some(({ clause }) => clause === "template");
    if ("value" in said) {
      if (!isTemplate) reading.report("parameter-alone", span, { name: name.text });
      this.clause("parameter", Object.freeze({ name, value: said.value, span }), a, z);
      return;
    }
    if (isTemplate) reading.report("template-line", span, { locale: name.text, part: said.part.image });
    else this.line(a, z, name, said.part, said.text);
  }

  consent(a: IToken, z: IToken, { channel, purpose, test }: ConsentParts): void {
    const rule: tree.PolicyRule = {
      is: "consent",
      channel: channel.tokenType === t.All ? null : this.name(channel),
      purpose: purpose === undefined ? null : this.name(purpose),
      test,
      span: this.reading().reach(a, z),
    };
    this.clause("rule", Object.freeze(rule), a, z);
  }

  tested(is: "stopList" | "personalise", a: IToken, z: IToken, test: tree.Expr): void {
    this.clause("rule", Object.freeze({ is, test, span: this.reading().reach(a, z) }), a, z);
  }

  quiet(a: IToken, z: IToken, parts: HourParts, otherwise: Maybe): void {
    const hours = this.hours(parts, ["from", "to"]);
    const span = this.reading().reach(a, z);
    const rule: tree.PolicyRule = {
      is: "quiet",
      ...hours,
      otherwise: this.otherwise(z, otherwise, "quiet hours"),
      span,
    };
    this.clause("rule", Object.freeze(rule), a, z);
  }

  perUnit(unit: IToken): CapWindow {
    return Object.freeze({ is: "per", unit: this.name(unit) });
  }

  inLength(length: tree.Quantity): CapWindow {
    return Object.freeze({ is: "in", length });
  }

  cap(a: IToken, z: IToken, { channels, n, window }: CapParts): void {
    const span = this.reading().reach(a, z);
    this.clause("rule", Object.freeze({ is: "cap", channels: Object.freeze(channels), n, window, span }), a, z);
  }

  globalHoldout(a: IToken, z: IToken, holdout: tree.Holdout): void {
    this.clause("rule", Object.freeze({ is: "holdout", holdout, span: this.reading().reach(a, z) }), a, z);
  }

  bestHour(a: IToken, z: IToken, events: readonly tree.Name[], least: Maybe): void {
    const span = this.reading().reach(a, z);
    const rule: tree.PolicyRule = {
      is: "bestHour",
      events,
      least: least === undefined ? null : this.length(least, undefined),
      span,
    };
    this.clause("rule", Object.freeze(rule), a, z);
  }
}
