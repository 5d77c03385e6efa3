import type { Calendar, Festival } from "../program/program.js";
import type { Name, Project } from "../syntax/tree.js";
import type { Span } from "../text/span.js";
import { meant, type Report } from "./report.js";

/** The project's calendar, and which of its days and festivals the strategies ask about: only these go into the program. */
export class CalendarUse {
  readonly #report: Report;
  readonly #calendar: Calendar | null;
  /** It is said, and was found wanting: nothing that depends on it is reported again. */
  readonly #unknown: boolean;
  readonly #festivals: Festival[] = [];
  #days = false;

  /** `all`: those of the project's folder first, then the built-in ones; of two with one id the first counts. */
  constructor(report: Report, project: Project | null, all: readonly Calendar[]) {
    this.#report = report;
    const name = project?.calendar ?? null;
    this.#calendar = (name && all.find(({ id }) => id === name.text)) ?? null;
    this.#unknown = name !== null && !this.#calendar;
    if (name && this.#unknown) {
      const { exist, suggestion } = meant(
        name,
        all.map(({ id }) => id),
      );
      report.add("unknown-calendar", name.span, { name: name.text, exist }, { suggestion });
    }
  }

  /** Whether the calendar tells holidays and the workdays made up for them; from now on the program needs them. */
  needsDays(span: Span): boolean {
    const calendar = this.#said(span);
    if (!calendar) return false;
    this.#days = true;
    if (calendar.days) return true;
    this.#report.add("calendar-without-days", span, { calendar: calendar.id });
    return false;
  }

  /** The place of a festival in the program. */
  festival(name: Name): number | null {
    const calendar = this.#said(name.span);
    if (!calendar) return null;
    const known = this.#festivals.findIndex(({ id }) => id === name.text);
    if (known >= 0) return known;
    const found = calendar.festivals.find(({ id, label }) => id === name.text || label === name.text);
    if (found && found.id === name.text) return this.#festivals.push(found) - 1;
    const near = meant(
      name,
      calendar.festivals.map(({ id }) => id),
    );
    const suggestion = found ? { span: name.span, text: found.id } : near.suggestion;
    const args = { name: name.text, calendar: calendar.id, exist: near.exist };
    return this.#report.add("unknown-festival", name.span, args, { suggestion });
  }

  /** What the program carries of the calendar; `null` where no strategy asks for it. */
  get used(): Calendar | null {
    if (!this.#calendar || (!this.#days && this.#festivals.length === 0)) return null;
    const { id, label, days } = this.#calendar;
    return { id, label, days: this.#days ? days : null, festivals: this.#festivals };
  }

  #said(span: Span): Calendar | null {
    if (!this.#calendar && !this.#unknown) this.#report.add("calendar-missing", span, {});
    return this.#calendar;
  }
}
