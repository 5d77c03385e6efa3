import type { Zone } from "../../calendar/zone.js";
import { gateIds } from "../../gate/gates.js";
import type { Program, Strategy } from "../../program/program.js";
import { nearest } from "../../text/nearest.js";
import type { YamlPair, YamlValue } from "../../text/yaml.js";
import type { Form, Keys, Notebook } from "./notebook.js";
import type { Expectation, ExpectedField, ExpectedRefusal, ExpectedTouch, ExpectedValue } from "./scenario.js";
import { readMoment } from "./time.js";

export const nothingExpected: Expectation = {
  decisions: [],
  ghosts: [],
  none: [],
  refused: [],
  cancelled: [],
  tags: [],
  stages: [],
};

export function readExpectation(notebook: Notebook, program: Program, zone: Zone, value: YamlValue): Expectation {
  return new ExpectationReader(notebook, program, zone).expectation(value);
}

class ExpectationReader {
  constructor(
    readonly notebook: Notebook,
    readonly program: Program,
    readonly zone: Zone,
  ) {}

  expectation(value: YamlValue): Expectation {
    const keys = this.notebook.keys(value, "expect", "expect", Object.keys(nothingExpected));
    const listed = (key: "decisions" | "ghosts"): readonly YamlValue[] =>
      this.notebook.items(keys.get(key)?.value, key, "decisions");
    const named = (key: "refused" | "cancelled", form: Form): readonly YamlPair[] =>
      this.notebook.pairs(keys.get(key)?.value, key, form);
    return {
      decisions: listed("decisions").flatMap((each) => this.touch(each, touchForm)),
      ghosts: listed("ghosts").flatMap((each) => this.touch(each, ghostForm)),
      none: this.none(keys),
      refused: named("refused", "refused").flatMap((pair) => this.refusal(pair)),
      cancelled: named("cancelled", "refused").flatMap((pair) => this.refusal(pair)),
      tags: this.notebook.pairs(keys.get("tags")?.value, "tags", "tags").flatMap((pair) => this.tag(pair)),
      stages: this.notebook.pairs(keys.get("stages")?.value, "stages", "stages").flatMap((pair) => this.stage(pair)),
    };
  }

  touch(value: YamlValue, form: readonly string[]): ExpectedTouch[] {
    const keys = this.notebook.keys(value, "decisions", "decision", ["strategy", ...form], ["strategy"]);
    const strategy = keys.has("strategy") ? this.strategy((keys.get("strategy") as YamlPair).value) : null;
    if (strategy === null) return [];
    const fields = [...keys.values()].flatMap((pair) => this.field(pair, strategy));
    return [{ strategy: strategy.id, fields }];
  }

  field({ key, value }: YamlPair, strategy: Strategy): ExpectedField[] {
    switch (key) {
      case "strategy":
        return [];
      case "at":
      case "send_at":
        return [{ is: key, instant: this.moment(value) }];
      case "text":
        return this.notebook.pairs(value, key, "text").map((part) => {
          return { is: "text", part: part.key, text: this.notebook.word(part.value, part.key, "text") };
        });
      case "sets":
        return [{ is: key, text: this.sets(value) }];
      default: {
        const is = key as "channel" | "benefit" | "variant" | "material" | "step" | "reason";
        return [{ is, text: this.chosen(is, value, strategy) }];
      }
    }
  }

  /** A name of the kind that its key says. */
  chosen(key: string, value: YamlValue, { variants }: Strategy): string {
    const { channels, benefits, materials } = this.program;
    const text = this.notebook.word(value, key, "word");
    const among = (kind: "channel" | "benefit" | "material" | "variant", known: readonly string[]): string =>
      this.notebook.known(kind, text, known, value.span) ?? text;
    switch (key) {
      case "channel":
        return among("channel", idsOf(channels));
      case "benefit":
        return text === "none" ? text : among("benefit", idsOf(benefits));
      case "material":
        return text === "none" ? text : among("material", idsOf(materials));
      case "variant":
        return among(
          "variant",
          variants.flatMap(({ id }) => id ?? []),
        );
      default:
        return text;
    }
  }

  sets(value: YamlValue): string {
    const known = idsOf(this.program.strategyTags);
    const ids = this.notebook.items(value, "sets", "sets").flatMap((item) => {
      const id = this.notebook.word(item, "sets", "sets");
      return this.notebook.known("strategy tag", id, known, item.span) ?? [];
    });
    return ids.sort().join(", ");
  }

  moment(value: YamlValue): number {
    const text = this.notebook.text(value) ?? "";
    const instant = readMoment(text, this.zone);
    if (instant === null) this.notebook.report("scenario-time", value.span, { text, relative: false });
    return instant ?? Number.NaN;
  }

  none(keys: Keys): string[] {
    const value = keys.get("none")?.value;
    const names = value?.is === "scalar" ? [value] : this.notebook.items(value, "none", "none");
    return names.flatMap((name) => this.strategy(name)?.id ?? []);
  }

  strategy(value: YamlValue): Strategy | null {
    const { strategies } = this.program;
    const name = this.notebook.word(value, "strategy", "word");
    if (this.notebook.known("strategy", name, idsOf(strategies), value.span) === null) return null;
    return strategies.find(({ id }) => id === name) as Strategy;
  }

  refusal({ key, keySpan, value }: YamlPair): ExpectedRefusal[] {
    const { strategies } = this.program;
    const keys = this.notebook.keys(value, key, "refusal", ["gate", "code", "clause"]);
    if (this.notebook.known("strategy", key, idsOf(strategies), keySpan) === null) return [];
    const strategy = strategies.find(({ id }) => id === key) as Strategy;
    const [gate, code, clause] = [keys.get("gate"), keys.get("code"), keys.get("clause")];
    const named =
      gate && this.notebook.known("gate", this.notebook.word(gate.value, "gate", "refusal"), gateIds, gate.value.span);
    const said = code ? this.notebook.word(code.value, "code", "refusal") : null;
    return [
      {
        strategy: key,
        gate: clause ? "targeted" : (gateIds.find((id) => id === named) ?? null),
        code: clause ? this.clause(clause.value, strategy) : said,
      },
    ];
  }

  clause(value: YamlValue, { id, who }: Strategy): string {
    const text = this.notebook.word(value, "clause", "refusal");
    const place = who.findIndex((_, each) => String(each + 1) === text);
    if (place < 0)
      this.notebook.report("scenario-clause", value.span, { strategy: id, clause: text, clauses: who.length });
    return `clause_${text}`;
  }

  tag({ key, keySpan, value }: YamlPair): ExpectedValue[] {
    const known = [...idsOf(this.program.tags), ...idsOf(this.program.strategyTags)];
    const id = this.notebook.known("tag", key, known, keySpan);
    return id === null ? [] : [{ id, value: this.notebook.word(value, key, "tags") }];
  }

  stage({ key, keySpan, value }: YamlPair): ExpectedValue[] {
    const { lifecycles } = this.program;
    const id = this.notebook.known("lifecycle", key, idsOf(lifecycles), keySpan);
    const stages = idsOf(lifecycles.find((each) => each.id === id)?.stages ?? []);
    const stage = this.notebook.word(value, key, "stages");
    if (id === null) return [];
    if (stage !== "none" && !stages.includes(stage))
      this.notebook.report("scenario-name", value.span, {
        kind: "stage",
        name: stage,
        known: [...stages, "none"],
        nearest: nearest(stage, [...stages, "none"]),
      });
    return [{ id, value: stage }];
  }
}

function idsOf(declared: readonly { readonly id: string }[]): string[] {
  return declared.map(({ id }) => id);
}

const touchForm = ["channel", "benefit", "variant", "material", "step", "at", "send_at", "sets", "text"];
const ghostForm = ["channel", "reason", "variant", "step", "at", "send_at"];
