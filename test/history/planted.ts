import type { Planted } from "../agree/planted-bug.js";
import { mistakes } from "./sentences.js";

/** Where the engine makes each mistake of the list. */
const places: Readonly<Record<string, readonly [file: string, from: string, to: string]>> = {
  "cap-newest-only": [
    "src/gate/capacity.ts",
    "point > at - length && point < at + length",
    "point > at - length && point <= at",
  ],
  "cap-span-closed": [
    "src/gate/capacity.ts",
    "        next.sendAt,\n        window.ms,",
    "        next.sendAt,\n        window.ms - 3600000,",
  ],
  "cap-occurrence-date": [
    "src/gate/capacity.ts",
    "sends.map(({ sendDate }) => sendDate),\n        next.sendDate,",
    "sends.map((send) => (send as unknown as { date: number }).date),\n        (next as unknown as { date: number }).date,",
  ],
  "cap-zero": [
    "src/gate/cap-use.ts",
    "return counted.length >= cap.n && fullest",
    "return cap.n > 0 && counted.length >= cap.n && fullest",
  ],
  "cap-week-start": [
    "src/gate/capacity.ts",
    "const from = date - ((weekday(date) - weekStarts + 7) % 7);",
    "const from = date - ((weekday(date) - 1 + 7) % 7);",
  ],
  "cap-other-channel": [
    "src/gate/cap-use.ts",
    "touches.filter(({ channel }) => channels.includes(channel))",
    "touches.filter(({ channel }) => channel === channels[0])",
  ],
  "cap-own-strategy": [
    "src/gate/cap-use.ts",
    "const touches = standing.touches(strategy, ghost);",
    "const touches = standing.touches(strategy, ghost).filter((touch) => touch.strategy === strategy);",
  ],
  "cap-fallback": [
    "src/gate/fresh.ts",
    "    for (const place of commons[channelOf(program, candidate)] ?? []) {",
    "    if (candidate.step > 0) return null;\n    for (const place of commons[channelOf(program, candidate)] ?? []) {",
  ],
  "repeat-or-equal": [
    "src/gate/fresh.ts",
    "return last !== null && candidate.date < againFrom(repeat, last.date);",
    "return last !== null && candidate.date + 1 < againFrom(repeat, last.date);",
  ],
  "repeat-send-date": [
    "src/gate/fresh.ts",
    ".findLast((touch) => touch.strategy === strategy && touch.step === 0) ?? null;",
    ".find((touch) => touch.strategy === strategy && touch.step === 0) ?? null;",
  ],
  "repeat-never": [
    "src/gate/fresh.ts",
    "return last !== null && candidate.date <",
    "return last !== null && candidate.instant - last.at < 86400000 && candidate.date <",
  ],
  "limit-key": [
    "src/gate/fresh.ts",
    "touch.step === 0 && touch.limitKey === limitKey);",
    'touch.step === 0 && touch.limitKey === limitKey && touch.occurrence === "");',
  ],
  "quiet-half-open": [
    "src/gate/send-time.ts",
    "return from < to ? minute >= from && minute < to : minute >= from || minute < to;",
    "return from < to ? minute >= from && minute <= to : minute >= from || minute <= to;",
  ],
  "quiet-over-midnight": [
    "src/gate/send-time.ts",
    "allowed: { from: quiet.to, to: quiet.from }",
    "allowed: { from: 0, to: quiet.from }",
  ],
  "quiet-zone": ["src/gate/send-time.ts", "const local = instant + offset;", "const local = instant;"],
  "quiet-after-delay": ["src/gate/send-time.ts", "    at = later;", "    return { at: later, by };"],
  settle: ["src/decide/contender.ts", "candidate.earliest = instant + settle;", "candidate.earliest = instant;"],
  "opt-out-now": [
    "src/gate/standing.ts",
    'return kind !== "touch" && kind !== "tag";',
    'return kind !== "touch" && kind !== "tag" && kind !== "opt_out";',
  ],
  "opt-out-purpose": [
    "src/gate/opt-outs.ts",
    "standing = [...standing, { channel, purpose }];",
    "if (channel === null || purpose === null) standing = [...standing, { channel, purpose }];",
  ],
  "opt-out-release": [
    "src/gate/gates.ts",
    '    { id: "allowed", gate: allowed(sources) },\n    { id: "reachable", gate: stillReachable(sources) },',
    "",
  ],
  "exclusive-same-day": [
    "src/gate/exclusive.ts",
    "return ({ strategy, ghost, standing, step, sendDate }) => {",
    "return ({ strategy, ghost, standing, step, date: sendDate }) => {",
  ],
  "exclusive-one-way": ["src/check/declaration/exclusive.ts", "      relate(other, place, length);\n", ""],
  "exclusive-days": [
    "src/gate/exclusive.ts",
    "Math.abs(sendDate - touch.sendDate) < days",
    "Math.abs(sendDate - touch.sendDate) < days - 1",
  ],
  quantity: ["src/decide/memory-grants.ts", "return amount <= left(resource);", "return amount <= left(resource) + 1;"],
  "quantity-channel": [
    "src/gate/claims.ts",
    "if (benefit.byChannel.some((limit) => limit.channel === channel))",
    "if (benefit.byChannel.some((limit) => limit.channel < 0 && channel < 0))",
  ],
  "per-user": [
    "src/gate/claims.ts",
    "touch.step === 0 && touch.benefits.includes(benefit)).length;",
    "touch.step === 0 && touch.at > 9e15 && touch.benefits.includes(benefit)).length;",
  ],
  budget: [
    "src/decide/memory-grants.ts",
    "      for (const want of held.get(key) ?? []) add(want, -1);",
    "      for (const want of held.get(key) ?? []) {\n        add(want, -1);\n        add(want, -1);\n      }",
  ],
  quota: [
    "src/gate/claims.ts",
    'return want ? [{ is: "want", want, code: `quota',
    'return want && candidate.step > 9 ? [{ is: "want", want, code: `quota',
  ],
  "global-holdout": ["src/gate/assigned.ts", 'if (holds(everybody, user)) return "global_holdout";', ""],
  "control-touched": [
    "src/gate/assigned.ts",
    "const variantOf = (user: string): number => (bucketOf && table ? (table[bucketOf(user)] as number) : 0);",
    "const variantOf = (user: string): number => (bucketOf && table ? (table[bucketOf(user)] as number) % (variants.length - 1) : 0);",
  ],
  "variant-hash": ["src/gate/bucket.ts", "const from = prefix.length + 1;", "const from = prefix.length;"],
  "ghost-counts": [
    "src/gate/standing.ts",
    'touch.ghost === null || ghost === "global_holdout" || touch.strategy === strategy) return true;',
    "touch.ghost === null) return true;\n    if (strategy >= 0) return false;",
  ],
  "ghost-tags": [
    "src/gate/gates.ts",
    'new Set(["allowed", "reachable", "timely", "exclusive", "fresh"]);',
    'new Set(["allowed", "reachable", "timely", "exclusive", "fresh", "funded"]);',
  ],
  "fallback-wait": [
    "src/decide/turn-finder.ts",
    "return wait ? (handedOver.get(touch.key) ?? Number.NaN) + wait.ms : Number.NaN;",
    "return wait && handedOver.has(touch.key) ? touch.sendAt + wait.ms : Number.NaN;",
  ],
  "fallback-opened": ["src/decide/fallback.ts", "  clicked: 3,", "  clicked: 0,"],
  "cancel-instant": [
    "src/decide/recorder.ts",
    "cancellation: (user, { key, strategy, sendAt }, { gate, code }) => ({",
    "cancellation: (user, { key, strategy, at: sendAt }, { gate, code }) => ({",
  ],
  "one-decision": [
    "src/decide/contender.ts",
    "candidate.occurrence, stepText(candidate.step)));",
    "candidate.occurrence, stepText(0)));",
  ],
  "total-order": [
    "src/program/ranks.ts",
    ".sort((left, right) => right.priority - left.priority ||",
    ".sort((left, right) => left.priority - right.priority ||",
  ],
};

/** Every mistake of the list, planted; a mistake without a place is an error. */
export function plantedInHistory(): Planted[] {
  return mistakes.map(({ id, mistake }) => {
    const place = places[id];
    if (!place) throw new RangeError(`no place for ${id}`);
    const [file, from, to] = place;
    return { what: `history: ${mistake}`, by: "history", theme: null, file, from, to };
  });
}
