import type { IToken } from "chevrotain";
import type { Branch, Head, Opened, OpenHead, VariantHead } from "../../grammar/parts.js";
import type { Span } from "../text/span.js";
import { limits } from "./limits.js";
import { Models } from "./models.js";
import { Said } from "./said.js";
import type * as tree from "./tree.js";

const none: readonly never[] = Object.freeze([]);

/** Keeps track of blocks inside of blocks, and makes nodes of the inner ones: members of sets, splits, variants. */
export class Blocks extends Models {
  protected opened: OpenHead | null = null;

  head(head: Head): void {
    this.opened = { is: "declaration", head, word: null, branch: null };
  }

  /** Given back to `rewind`, it undoes what has been read since. */
  mark(): Opened {
    return { parts: this.parts.length, texts: this.texts.length, head: this.opened };
  }

  open(): Opened {
    const mark = this.mark();
    this.opened = null;
    return mark;
  }

  rewind({ parts, texts, head }: Opened): void {
    this.parts.length = parts;
    this.texts.length = texts;
    this.opened = head;
  }

  /** Forgets what a failed reading of a declaration has left. */
  clear(): void {
    this.rewind({ parts: 0, texts: 0, head: null });
  }

  /** Ends an inner block: its head, what it says, and where it stands. The block around it is open again. */
  private close(a: IToken, z: IToken, opened: Opened): { head: OpenHead | null; said: Said; span: Span } {
    const { opened: head } = this;
    const said = new Said(this.parts.splice(opened.parts), this.reading());
    this.opened = opened.head;
    const span = this.reading().reach(a, z);
    this.checkSaid(said, span);
    return { head, said, span };
  }

  protected checkSaid(said: Said, span: Span): void {
    const items = said.parts.filter(({ clause }) => clause !== "later").length;
    if (items > limits.list) this.reading().report("list-too-long", span, { items, limit: limits.list });
    said.reportTwice();
  }

  splitHead(a: IToken, z: IToken, salt: tree.TextLiteral | undefined): void {
    this.opened = { is: "split", salt: this.salt(a, z, salt, "split") };
  }

  split(a: IToken, z: IToken, opened: Opened): void {
    const { head, said, span } = this.close(a, z, opened);
    if (head?.is !== "split") return;
    const split = Object.freeze({ salt: head.salt, variants: said.all("variant"), span });
    this.clause("split", split, a, z);
  }

  variantHead(head: VariantHead): void {
    this.opened = { is: "variant", ...head };
  }

  noOffer(word: IToken): void {
    this.clause("none", word, word, word);
  }

  variant(a: IToken, z: IToken, opened: Opened): void {
    const { head, said, span } = this.close(a, z, opened);
    if (head?.is !== "variant") return;
    const word = said.first("none");
    if (word !== null && said.parts.length > 1) {
      this.reading().report("none-and-more", this.reading().reach(word, word), { variant: head.name.image });
    }
    const variant: tree.Variant = Object.freeze({
      share: head.share,
      was: Object.freeze(head.was),
      name: this.name(head.name),
      label: this.label(head.label),
      none: word !== null,
      send: said.first("send"),
      channel: said.first("channel"),
      benefit: said.first("benefit"),
      materials: said.first("material") ?? none,
      span,
    });
    this.clause("variant", variant, a, z);
  }

  branch(word: IToken, branch: Branch | undefined): void {
    if (branch?.test !== undefined && branch.who === undefined) this.reportCaseWho(branch.word);
    if (this.opened?.is === "declaration") this.opened = { ...this.opened, word, branch: branch ?? null };
  }

  private reportCaseWho(word: IToken): void {
    const reading = this.reading();
    const span = reading.reach(word, word);
    reading.report("case-who", span, {}, { suggestion: { span, text: "case who" } });
  }

  setMember(a: IToken, z: IToken, opened: Opened): void {
    const { head, said, span } = this.close(a, z, opened);
    if (head?.is !== "declaration" || head.head.name === null) return;
    const { head: of, word, branch } = head;
    const test = branch?.test ?? null;
    const member: tree.SetMember = Object.freeze({
      branch: branch === null ? "none" : test === null ? "otherwise" : "case",
      test,
      strategy: this.strategy(of.name as IToken, of, said, this.reading().reach(word ?? a, z)),
      span,
    });
    this.clause("member", member, a, z);
  }

  protected strategy(name: IToken, { label }: Head, said: Said, span: Span): tree.Strategy {
    const of = this.name(name);
    return Object.freeze({ is: "strategy", name: of, label: this.label(label), ...clausesOf(said), span });
  }

  protected set(name: IToken, { label }: Head, said: Said, span: Span): tree.StrategySet {
    const of = this.name(name);
    const members = said.all("member");
    return Object.freeze({ is: "set", name: of, label: this.label(label), ...clausesOf(said), members, span });
  }
}

function clausesOf(said: Said): tree.Clauses {
  return {
    aim: said.first("aim"),
    point: said.first("point"),
    purpose: said.first("purpose"),
    when: said.first("when"),
    who: said.first("who"),
    repeat: said.first("repeat"),
    limit: said.first("limit"),
    send: said.first("send"),
    channel: said.first("channel"),
    benefit: said.first("benefit"),
    materials: said.first("material") ?? none,
    goal: said.first("goal"),
    hypothesis: said.first("hypothesis"),
    priority: said.first("priority"),
    exclusive: said.all("exclusive"),
    holdout: said.first("holdout"),
    budget: said.first("budget"),
    sets: said.first("sets") ?? none,
    split: said.first("split"),
    guards: said.all("guard"),
    later: said.all("later"),
  };
}
