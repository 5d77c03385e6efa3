import type { Environment } from "../evaluate/reader.js";
import type { Program } from "../program/program.js";
import type { Gate, Message } from "./candidate.js";
import { type Composer, compileMaterial } from "./material.js";

/** A message's texts in UTF-8 may have so many bytes in all. */
export const MAX_MESSAGE_BYTES = 65_536;

/**
 * Fills the material of the chosen channel, in the user's language. Refuses with `too_long` what outgrows the limit,
 * and with `unfilled` what would leave a hole empty: the checker allows no such hole, so then the data broke the schema.
 */
export function composed(program: Program, environment: Environment): Gate {
  const composers = program.strategies.map((strategy): readonly (Composer | null)[] => {
    const benefit = strategy.benefit === null ? null : (program.benefits[strategy.benefit] ?? null);
    return strategy.materials.map((place) => {
      const material = place === null ? undefined : program.materials[place];
      return material ? compileMaterial(material, { program, environment, benefit }) : null;
    });
  });
  const localeColumn = program.facts.findIndex((fact) => fact.is === "profile" && fact.field === program.user.locale);
  return (candidate) => {
    candidate.message = null;
    const composer = composers[candidate.strategy]?.[candidate.chosen];
    if (!composer) return null;
    const locale = localeColumn < 0 ? null : candidate.frame.columns[localeColumn]?.[candidate.row];
    const message = composer(candidate, typeof locale === "string" ? locale : null);
    if (message === null) return "unfilled";
    if (isTooLong(message)) return "too_long";
    candidate.message = message;
    return null;
  };
}

const encoder = new TextEncoder();

/** UTF-16 code units take at most three bytes each, so short texts need no encoding. */
function isTooLong({ parts }: Message): boolean {
  const units = parts.reduce((sum, [, text]) => sum + text.length, 0);
  if (units * 3 <= MAX_MESSAGE_BYTES) return false;
  if (units > MAX_MESSAGE_BYTES) return true;
  return parts.reduce((sum, [, text]) => sum + encoder.encode(text).length, 0) > MAX_MESSAGE_BYTES;
}
