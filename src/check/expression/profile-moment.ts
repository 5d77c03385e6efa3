import type { Field } from "../../program/program.js";
import type { Name, Path } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";
import { shown } from "../type.js";

/** A field of the user that is a date or an instant. */
export interface ProfileMoment {
  readonly moment: { readonly is: "profile"; readonly field: number };
  readonly field: Field;
}

/** The field that a moment names; nothing but a date or an instant of the user marks a place in time. */
export function profileMoment(c: Checker, node: Path): ProfileMoment | null {
  const text = c.phrases.textOf(node.span);
  const [first, name] = node.names as readonly [Name, Name?];
  if (first.text !== "user" || !name || node.names.length > 2) return notUsers(c, node, first, text);
  const { user } = c.catalogue;
  if (!user) return null;
  const entry = user.get(name.text);
  if (!entry) {
    const { exist, suggestion } = meant(name, user.keys());
    return c.report.add("unknown-field", name.span, { name: name.text, owner: "user", exist }, { suggestion });
  }
  const { field, place } = entry;
  if (!field) return null;
  if (field.type.is === "date" || field.type.is === "instant")
    return { moment: { is: "profile", field: place }, field };
  const names = [...user.values()].flatMap((each) =>
    each.field && isMoment(each.field) ? [`user.${each.field.id}`] : [],
  );
  return c.report.add("moment-type", node.span, { text, type: shown(field.type), exist: { names, more: 0 } });
}

function isMoment({ type }: Field): boolean {
  return type.is === "date" || type.is === "instant";
}

/** A bare name: perhaps a field without `user.`, or an event without `last`. */
function notUsers(c: Checker, node: Path, name: Name, text: string): null {
  const bare = node.names.length === 1 ? name.text : null;
  const write =
    bare === null
      ? null
      : c.catalogue.user?.has(bare)
        ? `user.${bare}`
        : c.catalogue.events.has(bare)
          ? `last ${bare}`
          : null;
  const suggestion = write === null ? null : { span: node.span, text: write };
  return c.report.add("moment-name", node.span, { text, write }, { suggestion });
}
