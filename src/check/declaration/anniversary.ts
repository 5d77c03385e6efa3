import type { Field } from "../../program/program.js";
import type { Name, Path } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { exist, meant } from "../report.js";
import { shown } from "../type.js";

/** The place of the field of the user whose date comes round every year. */
export function anniversaryField(c: Checker, node: Path): number | null {
  const { user } = c.catalogue;
  const [first, name] = node.names as readonly [Name, Name?];
  if (!user) return null;
  const text = c.phrases.textOf(node.span);
  if (first.text !== "user" || !name || node.names.length > 2) {
    const write = !name && user.has(first.text) ? `user.${first.text}` : null;
    const suggestion = write === null ? null : { span: node.span, text: write };
    return c.report.add("dated-name", node.span, { text, write }, { suggestion });
  }
  const entry = user.get(name.text);
  if (!entry) {
    const near = meant(name, user.keys());
    const args = { name: name.text, owner: "user", exist: near.exist };
    return c.report.add("unknown-field", name.span, args, { suggestion: near.suggestion });
  }
  const { field, place } = entry;
  if (!field || comesRound(field)) return field && place;
  const fit = [...user.values()].flatMap((each) =>
    each.field && comesRound(each.field) ? `user.${each.field.id}` : [],
  );
  return c.report.add("dated-type", node.span, { text, type: shown(field.type), exist: exist(fit) });
}

function comesRound({ type }: Field): boolean {
  return type.is === "date" || type.is === "instant" || type.is === "lunarDate";
}
