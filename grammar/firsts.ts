// oxlint-disable-next-line import/no-unassigned-import -- it has to run before chevrotain does.
import "./group-by.js";
import {
  Alternation,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionWithSeparator,
  Terminal,
  type TokenType,
} from "chevrotain";

/** A production together with what it is made of. */
type Composite = IProduction & { readonly definition: readonly IProduction[] };

const isComposite = (production: IProduction): production is Composite => "definition" in production;

/** Whether a production may read nothing. */
export function isOptional(production: IProduction): boolean {
  if (production instanceof Terminal) return false;
  if (production instanceof Option || production instanceof Repetition) return true;
  if (production instanceof RepetitionWithSeparator) return true;
  if (production instanceof NonTerminal) return production.referencedRule.definition.every(isOptional);
  if (!isComposite(production)) return false;
  const parts = production.definition;
  return production instanceof Alternation ? parts.some(isOptional) : parts.every(isOptional);
}

/** The types of token that a production may start with. */
export function firstTypes(production: IProduction): Set<TokenType> {
  if (production instanceof Terminal) return new Set([production.terminalType]);
  if (production instanceof NonTerminal) return ofSequence(production.referencedRule.definition);
  if (!isComposite(production)) return new Set();
  if (!(production instanceof Alternation)) return ofSequence(production.definition);
  return new Set(production.definition.flatMap((part) => [...firstTypes(part)]));
}

function ofSequence(parts: readonly IProduction[]): Set<TokenType> {
  const found = new Set<TokenType>();
  for (const part of parts) {
    for (const type of firstTypes(part)) found.add(type);
    if (!isOptional(part)) break;
  }
  return found;
}
