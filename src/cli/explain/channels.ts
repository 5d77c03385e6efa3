import type { ExplainedChannel, ExplainedGate } from "../../decide/explanation.js";
import { visible } from "../../text/visible.js";
import { capRows } from "./caps.js";
import { claimRow, isFree } from "./claims.js";
import type { Telling } from "./telling.js";
import { FAILS, HOLDS, type Row, testRows } from "./tests.js";

/** The channels of a step, in the order in which they are tried, each with what speaks for and against it. */
export function channelRows({ channels, order, outcome, gate }: ExplainedGate, telling: Telling): Row[] {
  const chosen = gate === "reachable" && outcome === "passed" ? channels.find(isUsable) : undefined;
  return [
    ...orderRows(order, telling),
    ...channels.flatMap((channel) => oneChannel(channel, order?.least ?? null, channel === chosen, telling)),
  ];
}

/** Said only where the strategy asks what the user opens. */
function orderRows(order: ExplainedGate["order"], { details }: Telling): Row[] {
  if (!order || order.least === null) return [];
  return [[`    ${order.by === "preferred" ? details.preferred : details.declared(order.least)}`, "", "", ""]];
}

function oneChannel(channel: ExplainedChannel, least: number | null, isChosen: boolean, telling: Telling): Row[] {
  const { words, details } = telling;
  const { reach, consents, caps, quota, evidence } = channel;
  const chosen = isChosen ? `${words.comma}${words.chosen}` : "";
  const mark = isUsable(channel) ? HOLDS : FAILS;
  const inner = "      ";
  const rows: Row[] = [[`    ${mark} ${visible(channel.channel)}  ${whyText(channel, telling)}${chosen}`, "", "", ""]];
  for (const consent of consents) rows.push(...testRows(consent, words, inner, details.consent));
  if (reach) rows.push(...testRows(reach, words, inner, ""));
  for (const cap of caps) rows.push(...capRows(cap, telling, inner));
  if (quota) rows.push(claimRow(quota, telling, inner));
  if (evidence && least !== null)
    rows.push([
      `${inner}${details.receipts}`,
      details.opened(evidence.opened, evidence.receipts),
      details.atLeast(least),
      "",
    ]);
  return rows;
}

function whyText(channel: ExplainedChannel, { words }: Telling): string {
  if (channel.opted_out) return words.optedOut;
  if (!channel.consents.every(({ holds }) => holds)) return words.noConsent;
  if (!channel.reaches) return words.noReach;
  if (!hasRoom(channel)) return words.noRoom;
  return channel.reach === null ? words.everybody : words.reaches;
}

function isUsable(channel: ExplainedChannel): boolean {
  const { opted_out, consents, reaches } = channel;
  return !opted_out && consents.every(({ holds }) => holds) && reaches && hasRoom(channel);
}

function hasRoom({ caps, quota }: ExplainedChannel): boolean {
  return caps.every(({ n, touches }) => touches.length < n) && (quota === null || isFree(quota));
}
