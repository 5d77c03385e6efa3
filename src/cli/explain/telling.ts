import { parseInstant } from "../../calendar/instant.js";
import { zone } from "../../calendar/zone.js";
import type { Language } from "../../diagnostic/wording.js";
import type { Program, Strategy } from "../../program/program.js";
import { visible } from "../../text/visible.js";
import { localTime } from "../instant.js";
import { type ExplainWording, explainWording } from "../wording/explain.js";
import { type ExplainGateWording, explainGateWording } from "../wording/explain-gate.js";
import { codeText, type GateWording, gateWording } from "../wording/gate.js";

/** What the lines of an explanation are made with. */
export interface Telling {
  readonly program: Program;
  readonly strategy: Strategy;
  readonly words: ExplainWording;
  readonly details: ExplainGateWording;
  readonly gates: GateWording["gates"];
  /** What a code of a refusal means. */
  readonly code: (code: string) => string;
  /** An instant, in ISO 8601, as the user's clock shows it; a date as it is. */
  readonly time: (when: string) => string;
  /** How many cells a line of the terminal has; `null` where it is none. */
  readonly width: number | null;
}

export function createTelling(
  program: Program,
  strategy: Strategy,
  zoneName: string,
  language: Language,
  width: number | null,
): Telling {
  const local = zone(zoneName);
  const gate = gateWording[language];
  return {
    program,
    strategy,
    words: explainWording[language],
    details: explainGateWording[language],
    gates: gate.gates,
    code: (code) => visible(codeText(gate, code)),
    time(when) {
      const read = parseInstant(when);
      return read.is === "instant" ? localTime(local, read.ms) : when;
    },
    width,
  };
}

/** A variant as people know it: its id, and its label. */
export function variantName({ strategy }: Telling, id: string): string {
  const label = strategy.variants.find((variant) => variant.id === id)?.label ?? "";
  return visible(`${id} ${label}`.trimEnd());
}
