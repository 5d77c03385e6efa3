import type { Benefit, Channel, Material, Piece, Quantity } from "../../src/syntax/tree.js";
import { declared } from "./catalogue.js";
import { type Clock, instantText, shiftMonths } from "./clock.js";
import type { Candidate } from "./course.js";
import { dateWords, instantWords, languageOf, moneyText, numberText, percentText } from "./format.js";
import type { Given } from "./funds.js";
import type { Offer } from "./offer.js";
import { decimal, times } from "./rational.js";
import { lengthOf } from "./window.js";
import { holeText } from "./hole.js";
import type { World } from "./world.js";

export interface RenderedMaterial {
  readonly id: string;
  readonly locale: string;
  /** The provider's; `null` for texts. */
  readonly template: string | null;
  readonly parts: Readonly<Record<string, string>>;
}

/** So many bytes a message's texts may have in all. */
const MOST_BYTES = 65_536;

/** What is said over a channel; a text is the code of a refusal, and `null` says that the channel carries no words. */
export function compose(
  { world, givenAt }: Candidate,
  offer: Offer,
  route: { readonly channel: string; readonly sendAt: number },
  given: Given | null,
): RenderedMaterial | string | null {
  const material = offer.materials
    .map((name) => declared(world.catalogue.materials, name))
    .find(({ channel }) => channel.text === route.channel);
  if (material === undefined) return null;
  const rendered = render(material, { world, own: given?.own ?? null, givenAt: givenAt ?? route.sendAt });
  if (rendered === null) return "unfilled";
  return tooLong(rendered, declared(world.catalogue.channels, route.channel)) ?? rendered;
}

function tooLong({ parts }: RenderedMaterial, { limits }: Channel): string | null {
  const texts = Object.entries(parts);
  if (texts.reduce((sum, [, text]) => sum + Buffer.byteLength(text, "utf8"), 0) > MOST_BYTES) return "too_long";
  const [part] =
    texts.find(([id, text]) =>
      limits.some(
        ({ part: limited, characters }) => limited.text === id && [...text].length > Number(characters.amount),
      ),
    ) ?? [];
  return part === undefined ? null : `too_long ${part}`;
}

/** What holes may speak of. */
interface Saying {
  readonly world: World;
  readonly own: Benefit | null;
  readonly givenAt: number;
}

/** The words of a material in the language that suits the user, or what fills a template; `null` if a hole stays empty. */
function render({ name, lines, template }: Material, saying: Saying): RenderedMaterial | null {
  const { catalogue } = saying.world;
  const locales =
    template === null ? lines.map(({ locale }) => locale.text) : catalogue.project.locales.map(({ text }) => text);
  const wanted = localeOf(saying.world);
  const locale = chosen(locales, wanted) ?? (template === null ? "" : (wanted ?? ""));
  const slots: [string, readonly Piece[]][] =
    template === null
      ? lines.filter((line) => line.locale.text === locale).map(({ part, pieces }) => [part.text, pieces])
      : template.parameters.map(({ name: id, value, span }) => [id.text, [{ is: "hole", value, span }]]);
  const parts = slots.map(([id, pieces]): [string, string | null] => [id, filled(pieces, saying, locale)]);
  if (parts.some(([, text]) => text === null)) return null;
  const texts = parts.map(([id, text]): [string, string] => [id, text ?? ""]);
  return { id: name.text, locale, template: template?.id.text ?? null, parts: Object.fromEntries(texts) };
}

/** The user's very locale, else the first of the same language, else the first. */
function chosen(locales: readonly string[], wanted: string | null): string | undefined {
  if (wanted === null) return locales[0];
  const same = locales.find((each) => each.toLowerCase() === wanted.toLowerCase());
  return same ?? locales.find((each) => languageOf(each) === languageOf(wanted)) ?? locales[0];
}

function localeOf({ catalogue, profile }: World): string | null {
  const field = catalogue.user.fields.find(({ type }) => type.is === "word" && type.name.text === "locale");
  const value = field === undefined ? null : profile.get(field.name.text);
  return value?.is === "text" ? value.text : null;
}

/** `null` if one of the pieces has no words. */
function filled(pieces: readonly Piece[], saying: Saying, locale: string): string | null {
  const texts = pieces.map((piece) => (piece.is === "words" ? piece.text : fill(piece, saying, locale)));
  return texts.includes(null) ? null : texts.join("");
}

function fill({ value }: Extract<Piece, { is: "hole" }>, saying: Saying, locale: string): string | null {
  const [first, second] = value.is === "path" ? value.names.map(({ text }) => text) : [];
  return first === "benefit" ? benefitText(second ?? "", saying, locale) : holeText(value, saying.world, locale);
}

function benefitText(field: string, { own, world, givenAt }: Saying, locale: string): string | null {
  if (own === null) return null;
  if (field === "over") return own.over === null ? null : quantityText(own.over, world, locale);
  if (field === "amount") {
    const amount = own.amount ?? own.upTo;
    return amount === null ? null : quantityText(amount, world, locale);
  }
  const length = own.valid === null ? null : lengthOf(own.valid);
  if (length === null) return null;
  if (length.is === "span") return instantWords(givenAt + length.ms - 1, world.clock, locale);
  return dateWords(lastDate(length, givenAt, world.clock), locale);
}

function quantityText({ amount, unit }: Quantity, { catalogue }: World, locale: string): string {
  const value = decimal(amount);
  if (unit === "%") return percentText(times(value, decimal("0.01")), locale);
  if (unit === "points" || unit === null) return numberText(value, locale);
  return moneyText(value, catalogue.project.currency?.text ?? unit, digitsOf(unit), locale);
}

/** How many digits after the point a currency has. */
export function digitsOf(currency: string): number {
  return ["JPY", "KRW", "VND", "CLP"].includes(currency) ? 0 : 2;
}

function lastDate(length: Exclude<ReturnType<typeof lengthOf>, { is: "span" } | null>, issued: number, clock: Clock) {
  const day = clock.dateAt(issued);
  return length.is === "days" ? day + length.days : shiftMonths(day, length.months);
}

/** A benefit as a decision carries it. */
export interface PlainBenefit {
  readonly id: string;
  readonly kind: string;
  /** The face value with its unit. */
  readonly cost: string;
  /** The first instant at which it is no longer valid; `null` if it never expires. */
  readonly expires_at: string | null;
}

export interface GrantedBenefit extends PlainBenefit {
  readonly lottery: string | null;
  readonly referral: { readonly id: string; readonly friend: PlainBenefit } | null;
}

/** What is given, as issued at an instant. */
export function granted({ named, own, friend }: Given, issued: number, clock: Clock): GrantedBenefit {
  return {
    ...plainBenefit(own, issued, clock),
    lottery: named.kind.text === "lottery" ? named.name.text : null,
    referral: friend === null ? null : { id: named.name.text, friend: plainBenefit(friend, issued, clock) },
  };
}

/** A validity in days or months runs to the end of the local day; in hours, it is exact. */
function plainBenefit(benefit: Benefit, issued: number, clock: Clock): PlainBenefit {
  const length = benefit.valid === null ? null : lengthOf(benefit.valid);
  const expires =
    length === null
      ? null
      : length.is === "span"
        ? issued + length.ms
        : clock.startOf(lastDate(length, issued, clock) + 1);
  return {
    id: benefit.name.text,
    kind: benefit.kind.text === "coupon" && benefit.amount?.unit === "%" ? "percent" : benefit.kind.text,
    cost: faceText(benefit),
    expires_at: expires === null ? null : instantText(expires),
  };
}

/** `20 CNY`, `10% up to 50 CNY`, `up to 300 CNY`, `100 points`. */
function faceText({ amount, upTo }: Benefit): string {
  const texts = [
    ...(amount === null ? [] : [amount.unit === "%" ? `${amount.amount}%` : `${amount.amount} ${amount.unit}`]),
    ...(upTo === null ? [] : [`up to ${upTo.amount} ${upTo.unit}`]),
  ];
  return texts.join(" ");
}
