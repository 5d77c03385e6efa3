import type { CalendarFileMessages } from "./calendar.js";
import type { CalibrationMessages } from "./calibration.js";
import type { CheckMessages } from "./check.js";
import type { DataMessages } from "./data.js";
import type { FileMessages } from "./file.js";
import type { ScenarioMessages } from "./scenario.js";
import type { SyntaxMessages } from "./syntax.js";

/** Every code with the arguments of its wording: one interface per stage. */
export type Messages = FileMessages &
  SyntaxMessages &
  CheckMessages &
  DataMessages &
  CalendarFileMessages &
  CalibrationMessages &
  ScenarioMessages;
