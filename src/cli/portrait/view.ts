import type { Zone } from "../../calendar/zone.js";
import type { GroupPortrait, Portrait } from "../../population/portrait.js";
import type { Lifecycle, Program } from "../../program/program.js";
import { visible } from "../../text/visible.js";
import type { PortraitWording } from "../wording/portrait.js";

/** Portraits with all that is shown about them. */
export interface PortraitView {
  readonly program: Program;
  readonly hash: string;
  /** The project's. */
  readonly zone: Zone;
  readonly until: number;
  /** What `--of` asks for. */
  readonly who: string | null;
  /** Whether every stage is shown in brief. */
  readonly brief: boolean;
  /** How many differences to show of each group. */
  readonly top: number;
  /** Lifecycles that are left out, because their numbers were not found yet. */
  readonly unfitted: readonly Lifecycle[];
  readonly portrait: Portrait;
}

/** The name of a group, by itself. */
export function groupName({ group }: GroupPortrait, view: PortraitView, words: PortraitWording): string {
  if (group.is === "tag") return visible(view.who ?? "");
  const lifecycle = view.program.lifecycles[group.lifecycle];
  const stage = group.stage === null ? null : lifecycle?.stages[group.stage];
  return stage ? visible(stage.label ?? stage.id) : words.none;
}

/** The same with what it is a part of: `消费 = 金 (spend.gold)`. */
export function fullName(found: GroupPortrait, view: PortraitView, words: PortraitWording): string {
  const { group } = found;
  const name = groupName(found, view, words);
  if (group.is === "tag") return name;
  const lifecycle = view.program.lifecycles[group.lifecycle];
  const stage = group.stage === null ? null : lifecycle?.stages[group.stage];
  const id = visible(stage ? `${lifecycle?.id}.${stage.id}` : (lifecycle?.id ?? ""));
  return `${visible(lifecycle?.label ?? lifecycle?.id ?? "")} = ${name} (${id})`;
}

/** Groups by the lifecycle that they are stages of, in its order. */
export function byLifecycle({ program, portrait }: PortraitView): { lifecycle: Lifecycle; groups: GroupPortrait[] }[] {
  return program.lifecycles.flatMap((lifecycle, place) => {
    const groups = portrait.groups.filter(({ group }) => group.is === "stage" && group.lifecycle === place);
    return groups.length === 0 ? [] : [{ lifecycle, groups }];
  });
}
