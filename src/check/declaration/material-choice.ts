import type { Name } from "../../syntax/tree.js";
import type { Messages } from "../../diagnostic/messages.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";
import type { Given } from "./benefit-clause.js";
import { hasPart } from "./benefit-part.js";
import type { CheckedMaterial } from "./material.js";

/** The materials of a project, and which of those that clauses name some offer could use. */
export class Materials {
  readonly #used = new Set<Name>();
  readonly #idle = new Map<Name, Messages["material-channel-unused"]>();

  constructor(
    readonly c: Checker,
    readonly checked: ReadonlyMap<string, CheckedMaterial>,
  ) {}

  use(name: Name): void {
    this.#used.add(name);
  }

  pass(name: Name, args: Messages["material-channel-unused"]): void {
    if (!this.#idle.has(name)) this.#idle.set(name, args);
  }

  /** Reports what no offer could use, once all have chosen: variants and members of sets share what stands above them. */
  reportUnused(): void {
    for (const [name, args] of this.#idle) {
      if (!this.#used.has(name)) this.c.report.add("material-channel-unused", name.span, args);
    }
  }
}

/** One material for each channel of an offer; `null` when something in them was reported. */
export function chosen(
  materials: Materials,
  names: readonly Name[],
  channels: readonly Name[] | null,
  benefit: Given | null,
): ReadonlyMap<string, number> | null {
  const { c } = materials;
  const byChannel = new Map<string, Name>();
  let sound = channels !== null;
  for (const name of names) {
    const found = materials.checked.get(name.text);
    if (!found) {
      const { exist, suggestion } = meant(name, materials.checked.keys());
      c.report.add("unknown-material", name.span, { name: name.text, exist }, { suggestion });
      sound = false;
    } else if (!channels || isFor(materials, name, found, channels, byChannel)) {
      // Of a chain with an error only that is said: the material may well be for the channel that was meant.
      materials.use(name);
      if (!holesFilled(c, name, found, benefit)) sound = false;
    }
  }
  if (!sound || !channels || !everyChannelHasOne(c, channels, byChannel)) return null;
  return new Map([...byChannel].map(([channel, { text }]) => [channel, c.catalogue.materials.get(text)?.place ?? 0]));
}

function isFor(
  materials: Materials,
  name: Name,
  { channel }: CheckedMaterial,
  channels: readonly Name[],
  byChannel: Map<string, Name>,
): boolean {
  const chain = channels.map(({ text }) => text);
  const earlier = byChannel.get(channel);
  if (!chain.includes(channel)) {
    materials.pass(name, { material: name.text, channel, chain });
    return false;
  }
  if (!earlier) byChannel.set(channel, name);
  else {
    const args = { channel, first: earlier.text, second: name.text };
    materials.c.report.add("channel-two-materials", name.span, args, { related: [earlier.span] });
  }
  return true;
}

/** A hole that shows a part of the benefit needs a benefit that has this part, and that is always there. */
function holesFilled(c: Checker, name: Name, material: CheckedMaterial, benefit: Given | null): boolean {
  if (!benefit) return true;
  const { node, elseNone } = benefit;
  let filled = true;
  for (const [field, span] of material.holes) {
    const hole = `benefit.${field}`;
    if (!node || !hasPart(c, node, field)) {
      const args = { material: name.text, hole, benefit: node?.name.text ?? null };
      c.report.add("hole-needs-benefit", name.span, args, { related: [span] });
      filled = false;
    } else if (elseNone) {
      const args = { material: name.text, hole, benefit: node.name.text };
      c.report.add("hole-may-lack-benefit", name.span, args, { related: [span] });
      filled = false;
    }
  }
  return filled;
}

function everyChannelHasOne(c: Checker, channels: readonly Name[], byChannel: ReadonlyMap<string, Name>): boolean {
  const without = channels.filter((channel) => !byChannel.has(channel.text));
  for (const channel of without) c.report.add("channel-without-material", channel.span, { channel: channel.text });
  return without.length === 0;
}
