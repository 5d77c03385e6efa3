import type { Language } from "../../diagnostic/wording.js";
import { visible } from "../../text/visible.js";
import { localTime } from "../instant.js";
import { grouped, percent } from "../number.js";
import type { Page, Section } from "../page/page.js";
import type { Align } from "../table.js";
import { type FunnelWording, funnelWording } from "../wording/funnel.js";
import { segmentRows, segmentTitles, stepRows } from "./pretty.js";
import { breakSentences, divisionName, type FunnelView, segmentName, stepName } from "./view.js";

/** A funnel as a page. */
export function funnelPage(view: FunnelView, language: Language): Page {
  const words = funnelWording[language];
  const { process, result, zone, until, days } = view;
  return {
    title: words.title(process.label ?? process.id),
    lead: [
      words.lead(localTime(zone, until), zone.name, days, result.users),
      ...breakSentences(view, words, percent),
    ].join("\n"),
    sections: [stepSection(view, words, language), ...segmentSections(view, words)],
  };
}

const stepAlign: readonly Align[] = ["left", "right", "right", "right", "right", "right", "left"];

function stepSection(view: FunnelView, words: FunnelWording, language: Language): Section {
  const { steps } = view.result;
  const first = steps[0]?.users ?? 0;
  const titles = ["", words.users, words.ofBefore, words.ofFirst, words.lost, words.wait, ""];
  return {
    heading: words.steps,
    ...(first === 0
      ? {}
      : {
          chart: {
            is: "funnel",
            name: words.steps,
            steps: steps.map(({ users }, place) => ({
              value: users,
              text: `${stepName(view, place)} · ${grouped(users)} · ${percent(users, first)}`,
            })),
          },
        }),
    table: {
      columns: titles.map((name, column) => ({ name, align: stepAlign[column] ?? "left" })),
      rows: stepRows(view, language),
    },
  };
}

function segmentSections(view: FunnelView, words: FunnelWording): Section[] {
  const { segments } = view.result;
  if (segments.length === 0) return [];
  const titles = segmentTitles(view, words);
  const begun = segments.filter(({ steps }) => (steps[0]?.users ?? 0) > 0);
  const overall = begun.map(({ steps }) => (steps.at(-1)?.users ?? 0) / (steps[0]?.users ?? 1));
  return [
    {
      heading: divisionName(view, words),
      ...(begun.length === 0
        ? {}
        : {
            chart: {
              is: "bars",
              name: words.overall,
              labels: begun.map(({ segment }) => visible(segmentName(segment, view, words))),
              series: [{ name: words.overall, values: overall }],
              format: (n) => `${Number((100 * n).toFixed(1))}%`,
            },
          }),
      table: {
        columns: titles.map((name, column) => ({
          name,
          align: column === 0 || column === titles.length - 1 ? "left" : "right",
        })),
        rows: segmentRows(view, words),
        total: true,
      },
    },
  ];
}
