import { beatenPriority } from "./beaten-priority.js";
import { budgetLeftOver } from "./budget-left-over.js";
import { deadWho } from "./dead-who.js";
import { emptyVariant } from "./empty-variant.js";
import { idlePart } from "./idle-part.js";
import { lateStep } from "./late-step.js";
import { lifecycleNeedsOtherwise } from "./lifecycle-needs-otherwise.js";
import { neverSent } from "./never-sent.js";
import { ownTag } from "./own-tag.js";
import type { RulePage } from "./page.js";
import { quantityOverBudget } from "./quantity-over-budget.js";
import { shadowedStage } from "./shadowed-stage.js";
import { splitSum } from "./split-sum.js";
import { unreachedOffer } from "./unreached-offer.js";

/** All that `check` proves without data: whom, who is where, over which channel, when, with what. */
export const rulePages: readonly RulePage[] = [
  deadWho,
  idlePart,
  shadowedStage,
  lifecycleNeedsOtherwise,
  splitSum,
  emptyVariant,
  unreachedOffer,
  neverSent,
  lateStep,
  quantityOverBudget,
  budgetLeftOver,
  ownTag,
  beatenPriority,
];
