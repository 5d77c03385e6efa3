import type { ExplainedClaim } from "../../decide/explanation.js";
import { visible } from "../../text/visible.js";
import { costText } from "../money.js";
import { grouped } from "../number.js";
import type { Telling } from "./telling.js";
import { FAILS, HOLDS, type Row } from "./tests.js";

/** What a touch takes, and what of it was left. */
export function claimRow(claim: ExplainedClaim, telling: Telling, indent: string): Row {
  const { details, program } = telling;
  const { resource, amount, left } = claim;
  const amountText = (n: number): string => (resource.startsWith("money:") ? costText(n, program.project) : grouped(n));
  return [
    `${indent}${isFree(claim) ? HOLDS : FAILS} ${resourceText(resource, telling)}`,
    left === null ? details.leftUnknown : details.left(amountText(left)),
    amountText(amount),
    "",
  ];
}

export function isFree({ amount, left }: ExplainedClaim): boolean {
  return left === null || left >= amount;
}

/** `benefit:hp20`, `benefit:hp20@push`, `user:hp20`, `money:benefit:hp20`, `money:set:d11`, `quota:sms:2026-11-10`. */
function resourceText(resource: string, { details }: Telling): string {
  const [kind = "", ...rest] = resource.split(":").map(visible);
  const name = rest[0] ?? "";
  switch (kind) {
    case "money":
      return details.budget(rest[1] ?? "");
    case "quota":
      return details.quota(rest.join(" "));
    case "user":
      return details.perUser(name);
    default: {
      const [benefit = "", channel] = name.split("@");
      return details.pieces(benefit, channel ?? null);
    }
  }
}
