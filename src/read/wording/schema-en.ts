import { typeEn } from "../../diagnostic/type-words.js";
import type { Mark } from "../told.js";
import type { DeclarationKind, SchemaWording } from "../wording.js";
import { listedEn } from "./names-en.js";
import { stepEn } from "./step-en.js";
import { lengthEn } from "./time-en.js";

const kinds: Readonly<Record<DeclarationKind, string>> = {
  project: "Project",
  event: "Event",
  tag: "Tag",
  modelTag: "Model tag",
  strategyTag: "Strategy tag",
  measure: "Measure",
  value: "Value",
  groups: "Groups",
  map: "Map",
  process: "Process",
  lifecycle: "Lifecycle",
  coupon: "Coupon",
  free_order: "Free order",
  points: "Points",
  gift: "Gift",
  privilege: "Privilege",
  check_in: "Check-in reward",
  lottery: "Lottery",
  referral: "Referral reward",
  channel: "Channel",
  material: "Material",
  goal: "Goal",
  metric: "Metric",
  line: "Business line",
  expect: "Expectation",
  point: "Operating point",
  policy: "Policy",
  set: "Set",
  strategy: "Strategy",
};

const marks: Readonly<Record<Mark, string>> = {
  optional: "may be unknown",
  pii: "personal data",
  fixed: "never changes once known",
  source: "where the user came from",
};

export const schemaEn: SchemaWording = {
  title: (kind, shown, id) => `${kinds[kind]} “${shown}”${id === null ? "" : ` (${id})`}`,
  project: (zone, ownZones, currency, weekStarts, settle) =>
    `time zone ${zone}${ownZones ? " where the user's own is unknown" : ""}, currency ${currency}, weeks start on ${weekStarts}. ` +
    (settle === null
      ? "Late events are not waited for"
      : `Events may arrive up to ${lengthEn(settle)} late and still count, so messages go out ${lengthEn(settle)} after the time named`),
  calendar: (id) => `Holidays, workdays and festivals are those of the calendar ${id}`,
  locales: (locales) => `Every message has its text in ${listedEn(locales, "and")}`,
  userFields: "The user's profile:",
  eventFields: "each time with:",
  noFields: "with nothing but its time",
  field: (shown, id, type, list) =>
    `${shown}${id === null ? "" : ` (${id})`}: ${[type, ...list.map((mark) => marks[mark])].join(", ")}`,
  type: typeEn,
  choices: (members) => `one of ${members.join(", ")}`,
  lifecycleHead: "from the top, a user is in the first stage that fits:",
  mapHead: "a value on the left becomes the one on the right:",
  mapRow: (key, value) => `${key} → ${value}`,
  processHead: "one after another:",
  step: stepEn,
  called: (text, shown) => `${text}; this step is called ${shown}`,
  kept: (span) => `of which only the last ${lengthEn(span)} are kept`,
  otherwise: "all other users",
  strategyTag: (valid) =>
    valid === null
      ? "users get it from strategies, and keep it for ever"
      : `users get it from strategies, and keep it for ${lengthEn(valid)}`,
};
