import type { FieldDeclaration } from "../../src/syntax/tree.js";
import type { Catalogue } from "./catalogue.js";
import { type Member, variantsOf } from "./members.js";
import { offerOf } from "./offer.js";

/** What is known of everybody without looking at them. */
const open = ["time zone", "locale"];

/** Whether a strategy looks at anything about the user but their id, zone and locale. */
export function isPersonal(member: Member, catalogue: Catalogue): boolean {
  const { when } = member.clauses;
  const comesForAll =
    when?.is === "every" || when?.is === "once" || (when?.is === "dated" && when.date.names.length === 1);
  if (!comesForAll) return true;
  const offers = variantsOf(member)
    .filter((variant) => !variant?.none)
    .map((variant) => offerOf(member, variant, catalogue));
  if (offers.some(({ send, steps }) => send?.is === "bestHour" || steps.some(({ least }) => least !== null)))
    return true;
  const said = offers.flatMap(({ materials, steps }) => {
    const channels = steps.flatMap((step) => step.channels);
    const chosen = materials.flatMap((name) => catalogue.materials.get(name) ?? []);
    return chosen.filter(({ channel }) => channels.includes(channel.text));
  });
  const values = said.flatMap(({ lines, template }) => [
    ...lines.flatMap(({ pieces }) => pieces.flatMap((piece) => (piece.is === "hole" ? [piece.value] : []))),
    ...(template?.parameters ?? []).map(({ value }) => value),
  ]);
  return looks([...member.who, ...values], catalogue);
}

const history = ["did", "sequence", "reached", "pointTest", "timeSince", "aggregate", "fieldOf", "has"];

/** Whether anything in a tree of expressions reads the profile, the history, or what is made from them. */
function looks(node: unknown, catalogue: Catalogue): boolean {
  if (Array.isArray(node)) return node.some((each) => looks(each, catalogue));
  if (typeof node !== "object" || node === null) return false;
  const parts = new Map<string, unknown>(Object.entries(node));
  const is = String(parts.get("is"));
  if (history.includes(is)) return true;
  if (is === "path") return isPersonalPath(pathIn(parts), catalogue);
  return [...parts.values()].some((each) => looks(each, catalogue));
}

function pathIn(parts: ReadonlyMap<string, unknown>): string[] {
  const names = parts.get("names");
  return Array.isArray(names) ? names.map((name: { readonly text: string }) => name.text) : [];
}

function isPersonalPath([first = "", second]: readonly string[], catalogue: Catalogue): boolean {
  const { user, tags, models, lifecycles } = catalogue;
  if (first === "event" || tags.has(first) || models.has(first) || lifecycles.has(first)) return true;
  if (first !== "user") return false;
  const field = user.fields.find(({ name }) => name.text === second);
  return second !== "id" && !isOpen(field);
}

function isOpen(field: FieldDeclaration | undefined): boolean {
  return field?.type.is === "word" && open.includes(field.type.name.text);
}
