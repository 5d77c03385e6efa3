import type { Language } from "../../diagnostic/wording.js";
import { visible } from "../../text/visible.js";
import { codeText, gateWording } from "../wording/gate.js";
import { testWording } from "../wording/test.js";
import type { About, Mismatch, Said } from "./judge.js";

/** What differs, what was expected and what came instead. */
export function mismatchTexts({ about, expected, got }: Mismatch, language: Language): [string, string, string] {
  return [aboutText(about, language), saidText(expected, language), saidText(got, language)];
}

function aboutText(about: About, language: Language): string {
  const words = testWording[language];
  switch (about.is) {
    case "strategy":
      return about.id;
    case "touch":
      return words.touch(about.id, about.n + 1, about.field);
    case "tag":
    case "stage":
      return words[about.is](about.id);
  }
}

function saidText(said: Said, language: Language): string {
  const words = testWording[language];
  const gates = gateWording[language];
  switch (said.is) {
    case "text":
      return visible(said.text);
    case "touched":
    case "ghosts":
      return words[said.is](said.n);
    case "refused":
    case "cancelled": {
      const why = said.code === null ? null : visible(codeText(gates, said.code));
      return words[said.is](said.gate && gates.gates[said.gate], why);
    }
    case "untouched":
    case "notDue":
      return words[said.is];
  }
}
