import type { Language } from "../../diagnostic/wording.js";
import { type Measured, type Trait, WINDOW } from "../../population/portrait.js";
import type { Program, Type } from "../../program/program.js";
import { formatVersion } from "../../text/version.js";
import { visible } from "../../text/visible.js";
import { amountText } from "../amount.js";
import { percent } from "../number.js";
import { type PortraitWording, portraitWording } from "../wording/portrait.js";

/** What is compared, in words. */
export function traitName({ subject, what }: Trait, program: Program, words: PortraitWording): string {
  const known = what.is === "known";
  switch (subject.is) {
    case "hour":
      if (what.is === "choice") return words.hour(clock(what.choice), clock(Number(what.choice) + 1));
      return words.active(WINDOW);
    case "did": {
      const name = nameOf(program.events[subject.event]);
      return known ? words.did(name, WINDOW) : words.often(name, WINDOW);
    }
    case "stage": {
      const lifecycle = program.lifecycles[subject.lifecycle];
      const name = nameOf(lifecycle);
      if (what.is !== "choice") return words.inStage[lifecycle?.is ?? "lifecycle"](name);
      return words.is(name, choiceName(what.choice, lifecycle?.stages ?? []));
    }
    default: {
      const { name, type } = describedOf(subject, program);
      if (known) return words.known(name);
      if (what.is === "yes") return subject.is === "tag" ? name : words.yes(name);
      if (what.is === "choice") return words.is(name, choiceText(what.choice, type));
      return isAge(type) ? words.age(name) : words.average(name);
    }
  }
}

/** A share, or a mean in the units of its type; ages of years are told in years. */
export function measuredText(
  { subject, what }: Trait,
  { value }: Measured,
  program: Program,
  language: Language,
): string {
  if (what.is !== "number") return percent(value, 1);
  if (subject.is !== "field" && subject.is !== "tag") return amountText(rounded(value), { is: "number" }, language);
  const { type } = describedOf(subject, program);
  if (!isAge(type)) return amountText(rounded(value), type, language);
  const words = portraitWording[language];
  const isLong = Math.abs(value) >= 2 * YEAR;
  const text = amountText(
    { n: BigInt(Math.round(value * (isLong ? 10 / YEAR : 10))), d: 10n },
    { is: "number" },
    language,
  );
  return isLong ? words.years(text) : words.days(text);
}

const YEAR = 365.2425;

function isAge({ is }: Type): boolean {
  return is === "date" || is === "instant";
}

/** Means are no exact numbers: as many digits as people read. */
function rounded(value: number): { n: bigint; d: bigint } {
  const digits = Math.abs(value) >= 1000 ? 10 : 10_000;
  return { n: BigInt(Math.round(value * digits)), d: BigInt(digits) };
}

export function describedOf(
  subject: Extract<Trait["subject"], { is: "field" | "tag" }>,
  { user, tags }: Program,
): { readonly name: string; readonly type: Type } {
  if (subject.is === "field") {
    const field = user.fields[subject.field];
    return { name: nameOf(field), type: field?.type ?? { is: "text" } };
  }
  const tag = tags[subject.tag];
  return { name: nameOf(tag), type: tag && tag.value.is !== "test" ? tag.value.type : { is: "boolean" } };
}

function nameOf(declared: { readonly id: string; readonly label: string | null } | undefined): string {
  return visible(declared?.label ?? declared?.id ?? "");
}

export function choiceText(choice: number | string, type: Type): string {
  if (type.is === "enum") return choiceName(choice, type.members);
  return type.is === "version" ? formatVersion(Number(choice)) : visible(String(choice));
}

function choiceName(choice: number | string, members: readonly { id: string; label: string | null }[]): string {
  return nameOf(members[Number(choice)]);
}

function clock(hour: number | string): string {
  return `${String(hour).padStart(2, "0")}:00`;
}
