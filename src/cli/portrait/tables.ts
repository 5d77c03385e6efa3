import type { Language } from "../../diagnostic/wording.js";
import type { GroupPortrait } from "../../population/portrait.js";
import { portraitWording } from "../wording/portrait.js";
import { intervalText, sizeText, strength } from "./effect-text.js";
import { measuredText, traitName } from "./trait.js";
import type { PortraitView } from "./view.js";

/** The strongest differences of a group, under a row that names the columns. */
export function apartTable({ traits }: GroupPortrait, view: PortraitView, language: Language): string[][] {
  const words = portraitWording[language];
  const { program, top } = view;
  const rows = traits
    .slice(0, top)
    .map((trait) => [
      traitName(trait, program, words),
      measuredText(trait, trait.group, program, language),
      measuredText(trait, trait.rest, program, language),
      sizeText(trait.effect.size),
      intervalText(trait.effect, words),
      words.strength[strength(trait.effect.size)],
    ]);
  return [["", words.theGroup, words.rest, words.effect, words.interval], ...rows];
}
