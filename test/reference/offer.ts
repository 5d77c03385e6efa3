import type { Benefit, ChannelClause, Send, Variant } from "../../src/syntax/tree.js";
import { type Catalogue, declared } from "./catalogue.js";
import type { Member } from "./members.js";
import { lengthOf } from "./window.js";

/** What a variant of a strategy offers: its own clauses, and the strategy's for the rest. */
export interface Offer {
  readonly steps: readonly Step[];
  readonly benefit: Benefit | null;
  /** Where the benefit can't be had, the touch goes out without it. */
  readonly without: boolean;
  readonly materials: readonly string[];
  readonly send: Send | null;
}

export interface Step {
  /** How long after the hand-over of the step before, and what must not have become of it; `null` for the first. */
  readonly wait: { readonly ms: number; readonly unless: string } | null;
  readonly channels: readonly string[];
  /** So many receipts each channel needs, for what the user opens to order them; `null`: as declared. */
  readonly least: number | null;
}

/** How many receipts are asked for, where `preferred of` does not say. */
const RECEIPTS = 5;

export function offerOf({ id, clauses }: Member, variant: Variant | null, catalogue: Catalogue): Offer {
  const channel = variant?.channel ?? clauses.channel;
  const benefit = variant?.benefit ?? clauses.benefit;
  if (channel === null || benefit === null) throw new Error(`${id} does not say over which channel, or with what`);
  return {
    steps: stepsOf(channel),
    benefit: benefit.is === "none" ? null : declared(catalogue.benefits, benefit.name.text),
    without: benefit.is === "named" && benefit.elseNone,
    materials: (variant !== null && variant.materials.length > 0 ? variant : clauses).materials.map(({ text }) => text),
    send: variant?.send ?? clauses.send,
  };
}

/** A wait begins a new step; what follows without one is another way of the same step. */
function stepsOf(channel: ChannelClause): Step[] {
  if (channel.is === "preferred") {
    const least = channel.least === null ? RECEIPTS : Number(channel.least.amount);
    return [{ wait: null, channels: channel.channels.map(({ text }) => text), least }];
  }
  const steps: { wait: Step["wait"]; channels: string[]; least: null }[] = [];
  for (const link of channel.links) {
    const last = steps.at(-1);
    if (last === undefined || link.wait !== null) {
      const wait = link.wait === null ? null : { ms: waitOf(link.wait.length), unless: link.wait.unless.text };
      steps.push({ wait, channels: [link.channel.text], least: null });
    } else {
      last.channels.push(link.channel.text);
    }
  }
  return steps;
}

function waitOf(written: Parameters<typeof lengthOf>[0]): number {
  const length = lengthOf(written);
  if (length?.is !== "span") throw new Error("a fallback waits for hours or minutes");
  return length.ms;
}
