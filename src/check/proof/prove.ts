import type { Program } from "../../program/program.js";
import type { Checker } from "../checker.js";
import { begun } from "./begun.js";
import { clausesOf } from "./clause.js";
import { deadWho } from "./dead-who.js";
import { users } from "./user-ground.js";

/** Reports what can be shown of a sound program without any data. Each claim has its own file. */
export function prove(c: Checker, program: Program): void {
  const all = users(c);
  const entries = [...c.catalogue.strategies.values()];
  program.strategies.forEach((strategy, place) => {
    const entry = entries[place];
    if (!entry) return;
    const start = begun(c, all, entry, strategy.when);
    const who = clausesOf(c, strategy.who);
    deadWho(c, all.search, start, who);
  });
}
