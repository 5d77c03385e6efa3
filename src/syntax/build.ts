import type { IToken } from "chevrotain";
import type { Actions } from "../../grammar/actions.js";
import type { Head, Maybe } from "../../grammar/parts.js";
import type { Span } from "../text/span.js";
import { Blocks } from "./blocks.js";
import { Said } from "./said.js";
import type * as tree from "./tree.js";

interface Shared {
  readonly label: tree.Label | null;
  readonly later: readonly tree.NotYet[];
  readonly span: Span;
}

const none: readonly never[] = Object.freeze([]);

/** Makes declarations of their heads and clauses. */
export class Builder extends Blocks implements Actions {
  /** The declaration of the head and clauses read since the last `clear`. */
  block(a: IToken, z: IToken): tree.Declaration {
    const span = this.reading().reach(a, z);
    if (this.opened?.is !== "declaration") return Object.freeze({ is: "notYet", construct: a.image, span });
    const { head } = this.opened;
    const said = new Said(this.parts, this.reading());
    this.checkSaid(said, span);
    if (head.kind === "cost") return this.costs(said, span);
    if (head.name === null) return Object.freeze({ is: "user", fields: said.all("field"), span });
    return this.declaration(head, head.name, said, span);
  }

  private declaration(head: Head, token: IToken, said: Said, span: Span): tree.Declaration {
    if (head.kind === "strategy") return this.strategy(token, head, said, span);
    if (head.kind === "set") return this.set(token, head, said, span);
    const name = this.name(token);
    const shared: Shared = { label: this.label(head.label), later: said.all("later"), span };
    switch (head.kind) {
      case "project":
        return project(name, shared, said);
      case "event":
        return event(name, shared, said);
      case "map":
        return Object.freeze({ is: "map", name, label: shared.label, rows: said.all("row"), span });
      case "process":
        return this.process(name, shared, said.all("step"));
      case "lifecycle":
        return lifecycle(name, shared, said);
      case "value":
        return this.value(name, shared, said);
      case "groups":
        return this.groups(name, shared, said);
      case "line":
        return this.businessLine(name, shared, said);
      case "channel":
        return channel(name, shared, said);
      case "benefit":
        return benefit(name, shared, said, this.name(head.other as IToken));
      case "material":
        return material(name, shared, said, this.name(head.other as IToken));
      default:
        return Object.freeze({ is: "policy", name, ...shared, rules: said.all("rule") });
    }
  }

  tagFact(a: IToken, z: IToken, name: IToken, label: Maybe, value: tree.Expr): tree.TagFact {
    const span = this.reading().reach(a, z);
    return Object.freeze({ is: "tagFact", name: this.name(name), label: this.label(label), value, span });
  }

  tagStrategy(a: IToken, z: IToken, name: IToken, label: Maybe, valid: tree.Quantity | undefined): tree.TagStrategy {
    return Object.freeze({
      is: "tagStrategy",
      name: this.name(name),
      label: this.label(label),
      valid: valid ?? null,
      span: this.reading().reach(a, z),
    });
  }

  operatingPoint(a: IToken, z: IToken, name: IToken, label: Maybe): tree.OperatingPoint {
    return Object.freeze({
      is: "operatingPoint",
      name: this.name(name),
      label: this.label(label),
      later: none,
      span: this.reading().reach(a, z),
    });
  }

  goal(a: IToken, z: IToken, name: IToken, label: Maybe, of: tree.GoalOf | tree.NotYet): tree.Goal {
    const notYet = of.is === "notYet";
    return Object.freeze({
      is: "goal",
      name: this.name(name),
      label: this.label(label),
      of: notYet ? null : of,
      target: new Said(this.parts, this.reading()).first("target"),
      later: notYet ? Object.freeze([of]) : none,
      span: this.reading().reach(a, z),
    });
  }
}

function project(name: tree.Name, shared: Shared, said: Said): tree.Project {
  return Object.freeze({
    is: "project",
    name,
    ...shared,
    zone: said.first("zone"),
    currency: said.first("currency"),
    weekStarts: said.first("weekStarts"),
    settle: said.first("settle"),
    calendar: said.first("calendar"),
    locales: said.first("locales") ?? none,
    stage: said.first("productStage"),
  });
}

function event(name: tree.Name, { label, span }: Shared, said: Said): tree.Event {
  return Object.freeze({ is: "event", name, label, kept: said.first("kept"), fields: said.all("field"), span });
}

function lifecycle(name: tree.Name, shared: Shared, said: Said): tree.Lifecycle {
  const [stages, otherwise] = [said.all("stage"), said.first("otherwise")];
  return Object.freeze({ is: "lifecycle", name, ...shared, stages, otherwise });
}

function channel(name: tree.Name, shared: Shared, said: Said): tree.Channel {
  return Object.freeze({
    is: "channel",
    name,
    ...shared,
    reach: said.first("reach"),
    cost: said.first("cost"),
    quota: said.first("quota"),
    limits: said.all("characters"),
  });
}

function benefit(name: tree.Name, shared: Shared, said: Said, kind: tree.Name): tree.Benefit {
  return Object.freeze({
    is: "benefit",
    kind,
    name,
    ...shared,
    amount: said.first("amount"),
    upTo: said.first("upTo"),
    over: said.first("over"),
    valid: said.first("valid"),
    quantity: said.first("quantity"),
    byChannel: said.all("byChannel"),
    perUser: said.first("perUser"),
    budget: said.first("budget"),
    cost: said.first("cost"),
    salt: said.first("salt"),
    prizes: said.all("prize"),
    giver: said.first("giver"),
    friend: said.first("friend"),
  });
}

function material(name: tree.Name, shared: Shared, said: Said, over: tree.Name): tree.Material {
  const id = said.first("template");
  const template = id === null ? null : Object.freeze({ id, parameters: said.all("parameter") });
  return Object.freeze({ is: "material", name, ...shared, channel: over, template, lines: said.all("line") });
}
