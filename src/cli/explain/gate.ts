import type { ExplainedGate, ExplainedMessage, ExplainedStep } from "../../decide/explanation.js";
import { visible } from "../../text/visible.js";
import { assignmentRows } from "./assignment.js";
import { capRows, touchRow, touchText } from "./caps.js";
import { channelRows } from "./channels.js";
import { claimRow, isFree } from "./claims.js";
import type { Telling } from "./telling.js";
import { timingRows } from "./timing.js";
import { FAILS, HOLDS, type Row, testRows } from "./tests.js";

/** A gate with all that it found; nothing if it was not reached. */
export function gateRows(gate: ExplainedGate, decision: ExplainedStep["decision"], telling: Telling): Row[] {
  if (gate.outcome === "not_reached") return [];
  const mark = gate.outcome === "passed" ? HOLDS : FAILS;
  const why = gate.code === null ? ghostText(gate, telling) : telling.code(gate.code);
  const head = `${mark} ${telling.gates[gate.gate]}${why === "" ? "" : `  ${why}`}`;
  return [[head, "", "", ""], ...findings(gate, decision, telling)];
}

function ghostText({ assigned }: ExplainedGate, { details }: Telling): string {
  return assigned?.ghost ? details.ghost[assigned.ghost] : "";
}

function findings(gate: ExplainedGate, decision: ExplainedStep["decision"], telling: Telling): Row[] {
  switch (gate.gate) {
    case "due":
      return stateRows(gate, telling);
    case "targeted":
      return gate.clauses.flatMap((clause, at) => testRows(clause, telling.words, "    ", `${at + 1}  `));
    case "allowed":
      // The channels stand at `reachable`, unless this is where it ends for want of one.
      return [...ruleRows(gate, telling), ...(gate.code === "opted_out" ? channelRows(gate, telling) : [])];
    case "assigned":
      return gate.assigned ? assignmentRows(gate.assigned, telling) : [];
    case "reachable":
      return channelRows(gate, telling);
    case "timely":
      return gate.timing ? timingRows(gate.timing, telling) : [];
    case "exclusive":
      return winnerRows(gate, telling);
    case "fresh":
      return freshRows(gate, telling);
    case "funded":
      return fundedRows(gate, decision, telling);
    case "composed":
      return gate.message ? messageRows(gate.message, telling) : [];
  }
}

function stateRows({ state }: ExplainedGate, { words, details }: Telling): Row[] {
  if (!state) return [];
  const before = state.before ? testRows(state.before, words, "    ", details.before) : [];
  return [...testRows(state.now, words, "    ", details.now), ...before];
}

function ruleRows({ rules }: ExplainedGate, { words, details }: Telling): Row[] {
  return (rules ?? []).flatMap(({ rule, test }): Row[] => {
    const isKept = test.holds === (rule === "personal");
    const head: Row = [`    ${isKept ? HOLDS : FAILS} ${details.rule[rule]}`, "", "", ""];
    return [head, ...testRows(test, words, "      ", "")];
  });
}

function winnerRows({ winner }: ExplainedGate, telling: Telling): Row[] {
  if (!winner) return [];
  const { details } = telling;
  return [[`    ${FAILS} ${touchText(winner, telling)}`, winner.send_date, details.apart(winner.days), ""]];
}

function freshRows({ repeat, limit, caps, code }: ExplainedGate, telling: Telling): Row[] {
  const { words, details } = telling;
  const rows: Row[] = [];
  if (repeat) {
    const again = repeat.again_from === null ? words.never : words.againFrom(repeat.again_from);
    const mark = code === "capped repeat" ? FAILS : HOLDS;
    rows.push([`    ${mark} ${words.lastTouch(repeat.last)}${words.comma}${again}`, "", "", ""]);
  }
  if (limit) {
    const { n, key, touches } = limit;
    const mark = touches.length < n ? HOLDS : FAILS;
    const about = key === "known" ? details.hiddenLimit : details.limit(key && visible(key));
    rows.push([`    ${mark} ${about}`, details.touched(touches.length), details.fewerThan(n), ""]);
    if (touches.length >= n) rows.push(...touches.map((touch) => touchRow(touch, telling, "      ")));
  }
  return [...rows, ...(caps ?? []).flatMap((cap) => capRows(cap, telling, "    "))];
}

function fundedRows({ claims, code }: ExplainedGate, decision: ExplainedStep["decision"], telling: Telling): Row[] {
  const rows = (claims ?? []).map((claim) => claimRow(claim, telling, "    "));
  const lacks = code === null && decision?.benefit === null && (claims ?? []).some((claim) => !isFree(claim));
  return lacks ? [...rows, [`    ${telling.details.goesWithout}`, "", "", ""]] : rows;
}

function messageRows({ material, locale, parts }: ExplainedMessage, { details }: Telling): Row[] {
  const head: Row = [`    ${details.material(visible(material))}`, locale, "", ""];
  const limited = parts.flatMap(({ id, characters, limit }): Row[] => {
    if (limit === null) return [];
    const mark = characters > limit ? FAILS : HOLDS;
    return [[`      ${mark} ${visible(id)}`, details.characters(characters), details.atMost(limit), ""]];
  });
  return [head, ...limited];
}
