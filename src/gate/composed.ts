import { characterCount } from "../text/characters.js";
import type { Candidate, Gate, Message } from "./candidate.js";
import type { GateSources } from "./sources.js";
import { compileMaterial } from "./material.js";
import { stepOf } from "./offer.js";

/** A message's texts in UTF-8 may have so many bytes in all. */
export const MAX_MESSAGE_BYTES = 65_536;

/** How long the parts of a message are, and may be. */
export interface ComposedDetail {
  readonly material: string;
  readonly locale: string;
  /** `limit`: what the channel allows; `null` if it does not say. */
  readonly parts: readonly { readonly id: string; readonly characters: number; readonly limit: number | null }[];
}

/**
 * Fills the material of the chosen channel, in the user's language. Refuses with `too_long <part>` what has more characters than the
 * channel takes, with `too_long` what outgrows the limit of all, and with `unfilled` what would leave a hole empty: the checker
 * allows no such hole, so then the data broke the schema.
 */
export function composed(sources: GateSources): Gate {
  const compose = compileMessage(sources);
  const limits = limitsOf(sources);
  return (candidate) => {
    candidate.message = null;
    const message = compose(candidate);
    if (message === undefined) return null;
    if (message === null) return "unfilled";
    if (isTooLong(message)) return "too_long";
    const part = message.parts.find(([id, text]) => isOver(text, limits(candidate, id)));
    if (part) return `too_long ${part[0]}`;
    candidate.message = message;
    return null;
  };
}

export function composedDetail(sources: GateSources): (candidate: Candidate) => ComposedDetail | null {
  const compose = compileMessage(sources);
  const limits = limitsOf(sources);
  return (candidate) => {
    const message = compose(candidate);
    if (!message) return null;
    const parts = message.parts.map(([id, text]) => {
      const limit = limits(candidate, id);
      return { id, characters: characterCount(text), limit: Number.isFinite(limit) ? limit : null };
    });
    return { material: message.material, locale: message.locale, parts };
  };
}

/** The message over the chosen channel; `null` if a hole has no value, `undefined` if the channel carries no text. */
function compileMessage({ program, environment }: GateSources): (candidate: Candidate) => Message | null | undefined {
  const composers = program.materials.map((material) => compileMaterial(material, { program, environment }));
  const localeColumn = program.facts.findIndex((fact) => fact.is === "profile" && fact.field === program.user.locale);
  return (candidate) => {
    const material = stepOf(program, candidate)?.materials[candidate.chosen] ?? null;
    if (material === null) return undefined;
    const locale = localeColumn < 0 ? null : candidate.frame.columns[localeColumn]?.[candidate.row];
    return composers[material]?.(candidate, typeof locale === "string" ? locale : null);
  };
}

/** How many characters a part may have over the chosen channel; `Infinity` if it does not say. */
function limitsOf({ program }: GateSources): (candidate: Candidate, part: string) => number {
  const limits = program.channels.map(
    (channel) => new Map(channel.limits.map((limit) => [limit.part, limit.characters])),
  );
  return (candidate, part) => {
    const channel = stepOf(program, candidate)?.channels[candidate.chosen] ?? -1;
    return limits[channel]?.get(part) ?? Number.POSITIVE_INFINITY;
  };
}

/** Most channels limit nothing: then nothing is counted. */
function isOver(text: string, limit: number): boolean {
  return Number.isFinite(limit) && characterCount(text) > limit;
}

const encoder = new TextEncoder();

/** UTF-16 code units take at most three bytes each, so short texts need no encoding. */
function isTooLong({ parts }: Message): boolean {
  const units = parts.reduce((sum, [, text]) => sum + text.length, 0);
  if (units * 3 <= MAX_MESSAGE_BYTES) return false;
  if (units > MAX_MESSAGE_BYTES) return true;
  return parts.reduce((sum, [, text]) => sum + encoder.encode(text).length, 0) > MAX_MESSAGE_BYTES;
}
