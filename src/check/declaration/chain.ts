import type { Name, Strategy } from "../../syntax/tree.js";
import type { Checker } from "../checker.js";
import { meant } from "../report.js";
import type { CheckedMaterial } from "./material.js";
import type { Given } from "./benefit-clause.js";

/** The channels of a strategy in order of preference, by place. */
export function chain(c: Checker, node: Strategy): number[] | null {
  if (node.channels.length === 0) {
    // A chain made of what is not there yet has been reported as that.
    if (node.later.length > 0) return null;
    return c.report.add("strategy-needs", node.name.span, { strategy: node.name.text, clause: "channel" });
  }
  const places: number[] = [];
  const first = new Map<string, Name>();
  for (const name of node.channels) {
    const entry = c.catalogue.channels.get(name.text);
    const earlier = first.get(name.text);
    if (!entry) {
      const { exist, suggestion } = meant(name, c.catalogue.channels.keys());
      c.report.add("unknown-channel", name.span, { name: name.text, exist }, { suggestion });
    } else if (earlier) {
      c.report.add("channel-twice", name.span, { channel: name.text }, { related: [earlier.span] });
    } else places.push(entry.place);
    first.set(name.text, name);
  }
  return places.length < node.channels.length ? null : places;
}

/** One material per channel of the chain, in the chain's order. */
export function materialsFor(
  c: Checker,
  node: Strategy,
  materials: ReadonlyMap<string, CheckedMaterial>,
  benefit: Given | null,
  channels: readonly number[] | null,
): number[] | null {
  if (node.materials.length === 0) {
    return c.report.add("strategy-needs", node.name.span, { strategy: node.name.text, clause: "material" });
  }
  const byChannel = new Map<string, Name>();
  let sound = true;
  for (const name of node.materials) {
    const found = materials.get(name.text);
    if (!found) {
      const { exist, suggestion } = meant(name, materials.keys());
      c.report.add("unknown-material", name.span, { name: name.text, exist }, { suggestion });
    }
    const fits =
      found && assigned(c, node, name, found, byChannel, channels !== null) && holesFilled(c, name, found, benefit);
    sound &&= fits === true;
  }
  return sound && channels && everyChannelHasOne(c, node, byChannel) ? placesOf(c, node, byChannel) : null;
}

function assigned(
  c: Checker,
  node: Strategy,
  name: Name,
  { channel }: CheckedMaterial,
  byChannel: Map<string, Name>,
  chainIsSound: boolean,
): boolean {
  const chained = node.channels.map((each) => each.text);
  const earlier = byChannel.get(channel);
  // Of a chain with an error only that is said: the material may well be for the channel that was meant.
  if (!chainIsSound) return true;
  if (!chained.includes(channel)) {
    c.report.add("material-channel-unused", name.span, { material: name.text, channel, chain: chained });
    return false;
  }
  if (earlier) {
    const args = { channel, first: earlier.text, second: name.text };
    c.report.add("channel-two-materials", name.span, args, { related: [earlier.span] });
    return false;
  }
  byChannel.set(channel, name);
  return true;
}

/** A hole that shows a part of the benefit needs a benefit that has this part. */
function holesFilled(c: Checker, name: Name, material: CheckedMaterial, benefit: Given | null): boolean {
  if (!benefit) return true;
  const { node } = benefit;
  let filled = true;
  for (const [field, span] of material.holes) {
    const has = node && (field === "amount" || (field === "over" ? node.over : node.valid));
    if (has) continue;
    const args = { material: name.text, hole: `benefit.${field}`, benefit: node?.name.text ?? null };
    c.report.add("hole-needs-benefit", name.span, args, { related: [span] });
    filled = false;
  }
  return filled;
}

function everyChannelHasOne(c: Checker, node: Strategy, byChannel: ReadonlyMap<string, Name>): boolean {
  const without = node.channels.filter((channel) => !byChannel.has(channel.text));
  for (const channel of without) c.report.add("channel-without-material", channel.span, { channel: channel.text });
  return without.length === 0;
}

function placesOf(c: Checker, node: Strategy, byChannel: ReadonlyMap<string, Name>): number[] {
  return node.channels.flatMap((channel) => {
    const name = byChannel.get(channel.text);
    return (name && c.catalogue.materials.get(name.text)?.place) ?? [];
  });
}
