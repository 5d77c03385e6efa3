import { type BenefitMessages, benefitsEn, benefitsZh } from "./check/benefits.js";
import { type CalendarMessages, calendarsEn, calendarsZh } from "./check/calendars.js";
import { type DeclarationMessages, declarationsEn, declarationsZh } from "./check/declarations.js";
import { type HistoryMessages, historyEn, historyZh } from "./check/history.js";
import { type MaterialMessages, materialsEn, materialsZh } from "./check/materials.js";
import { type ModelMessages, modelsEn, modelsZh } from "./check/models.js";
import { type NameMessages, namesEn, namesZh } from "./check/names.js";
import { type OfferMessages, offersEn, offersZh } from "./check/offers.js";
import { type PolicyMessages, policyEn, policyZh } from "./check/policy.js";
import { type ProofMessages, proofsEn, proofsZh } from "./check/proofs.js";
import { type StrategyMessages, strategiesEn, strategiesZh } from "./check/strategies.js";
import { type TagMessages, tagsEn, tagsZh } from "./check/tags.js";
import type { TargetMessages } from "./check/targets.js";
import { targetsEn } from "./check/targets-en.js";
import { targetsZh } from "./check/targets-zh.js";
import { type TriggerMessages, triggerEn, triggerZh } from "./check/trigger.js";
import { type TypeMessages, typesEn, typesZh } from "./check/types.js";
import { type ValueMessages, valuesEn, valuesZh } from "./check/values.js";
import { type WhenMessages, whenEn, whenZh } from "./check/when.js";
import type { Catalogue } from "./wording.js";

/** The arguments of each code that checking names and types can give. */
export type CheckMessages = DeclarationMessages &
  NameMessages &
  TypeMessages &
  HistoryMessages &
  TagMessages &
  TriggerMessages &
  ValueMessages &
  BenefitMessages &
  MaterialMessages &
  CalendarMessages &
  WhenMessages &
  PolicyMessages &
  ModelMessages &
  OfferMessages &
  StrategyMessages &
  ProofMessages &
  TargetMessages;

export const checkEn: Catalogue<CheckMessages> = {
  ...declarationsEn,
  ...namesEn,
  ...typesEn,
  ...historyEn,
  ...tagsEn,
  ...triggerEn,
  ...valuesEn,
  ...benefitsEn,
  ...materialsEn,
  ...calendarsEn,
  ...whenEn,
  ...policyEn,
  ...modelsEn,
  ...offersEn,
  ...strategiesEn,
  ...proofsEn,
  ...targetsEn,
};

export const checkZh: Catalogue<CheckMessages> = {
  ...declarationsZh,
  ...namesZh,
  ...typesZh,
  ...historyZh,
  ...tagsZh,
  ...triggerZh,
  ...valuesZh,
  ...benefitsZh,
  ...materialsZh,
  ...calendarsZh,
  ...whenZh,
  ...policyZh,
  ...modelsZh,
  ...offersZh,
  ...strategiesZh,
  ...proofsZh,
  ...targetsZh,
};
