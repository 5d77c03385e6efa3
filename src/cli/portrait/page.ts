import type { Language } from "../../diagnostic/wording.js";
import { type GroupPortrait, LEAST } from "../../population/portrait.js";
import type { Lifecycle } from "../../program/program.js";
import { visible } from "../../text/visible.js";
import { localTime } from "../instant.js";
import { grouped, percent } from "../number.js";
import type { Page, Section } from "../page/page.js";
import { portraitWording } from "../wording/portrait.js";
import { sizeText } from "./effect-text.js";
import { apartTable } from "./tables.js";
import { traitName } from "./trait.js";
import { byLifecycle, fullName, groupName, type PortraitView } from "./view.js";

export function portraitPage(view: PortraitView, language: Language): Page {
  const words = portraitWording[language];
  const { program, zone, until, portrait } = view;
  const sizes = view.brief ? byLifecycle(view).map((one) => sizesSection(one, view, language)) : [];
  return {
    title: words.title(visible(program.project.label ?? program.project.id)),
    lead: `${words.lead(localTime(zone, until), zone.name, portrait.users)}\n${words.how}`,
    sections: [...sizes, ...portrait.groups.map((group) => groupSection(group, view, language))],
  };
}

function sizesSection(
  { lifecycle, groups }: { lifecycle: Lifecycle; groups: readonly GroupPortrait[] },
  view: PortraitView,
  language: Language,
): Section {
  const words = portraitWording[language];
  const name = visible(lifecycle.label ?? lifecycle.id);
  const names = groups.map((group) => groupName(group, view, words));
  const { users } = view.portrait;
  return {
    heading: words.sizesChart(name),
    chart: {
      is: "bars",
      name: words.sizesChart(name),
      labels: names,
      series: [{ name: words.users, values: groups.map((group) => group.users) }],
      format: grouped,
    },
    table: {
      columns: [
        { name: words.stage[lifecycle.is], align: "left" },
        { name: words.users, align: "right" },
        { name: words.share, align: "right" },
      ],
      rows: groups.map((group, at) => [names[at] ?? "", grouped(group.users), percent(group.users, users)]),
    },
  };
}

function groupSection(group: GroupPortrait, view: PortraitView, language: Language): Section {
  const words = portraitWording[language];
  const heading = fullName(group, view, words);
  const { users, few, traits, compared, tooFew } = group;
  const size = words.sizeOf(heading, grouped(users), percent(users, view.portrait.users));
  if (few !== null) return { heading, note: `${size}\n${words.few[few](LEAST)}` };
  const counts = words.compared(compared, tooFew, LEAST);
  if (traits.length === 0) return { heading, note: `${size}\n${words.nothing}\n${counts}` };
  const shown = traits.slice(0, view.top);
  const [head = [], ...rows] = apartTable(group, view, language);
  const more = traits.length > shown.length ? `\n${words.more(shown.length, traits.length)}` : "";
  return {
    heading,
    note: `${size}\n${counts}${more}`,
    chart: {
      is: "ranges",
      name: words.apartChart(heading),
      rows: shown.map((trait) => ({
        name: traitName(trait, view.program, words),
        low: trait.effect.low,
        value: trait.effect.size,
        high: trait.effect.high,
      })),
      format: (n) => (n === 0 ? "0" : sizeText(n)),
    },
    table: {
      columns: [...head, words.howStrong].map((name, column) => ({
        name: column === 0 ? words.whatIs : name,
        align: column === 0 || column === head.length ? "left" : "right",
      })),
      rows,
    },
  };
}
