import { project } from "./project.js";

/** Cases for the small project, which all pass: they look into each of the three clauses of `wake` from both sides. */
export const cases = `at: 2026-06-18 10:00
given:
  user: { id: anna, nickname: Anna, phone: "13800000001" }
  defaults: { pay: { amount: 150, category: phone } }
cases:
  - name: a week of silence
    given:
      events:
        - { event: pay, at: 8 days ago }
    expect:
      decisions:
        - { strategy: wake, channel: push, benefit: off20, text: { title: Anna，好久不见 } }
      tags: { payer: true }
  - name: paid six days ago
    like: a week of silence
    given:
      events:
        - { event: pay, at: 6 days ago at 09:00 }
    expect: { refused: { wake: { clause: 2 } } }
  - name: paid too little
    given:
      events:
        - { event: pay, at: 8 days ago, amount: 99.99 }
    expect: { refused: { wake: { gate: targeted, code: clause_3 } } }
  - name: never paid
    expect:
      refused: { wake: { clause: 1 } }
      tags: { payer: false }
`;

/** The small project with these files in `tests`. */
export function tested(files: Readonly<Record<string, string | null>> = { "wake.yaml": cases }): string {
  return project(Object.fromEntries(Object.entries(files).map(([name, text]) => [`tests/${name}`, text])));
}

/** The cases with one text in place of another, which must be there. */
export function changed(from: string, to: string, text = cases): string {
  if (!text.includes(from)) throw new Error(`no \`${from}\` in the cases`);
  return text.replace(from, to);
}

/** The cases without one of them. */
export function without(name: string): string {
  const blocks = cases.split("  - name: ");
  if (!blocks.some((block) => block.startsWith(`${name}\n`))) throw new Error(`no case \`${name}\``);
  return blocks.filter((block) => !block.startsWith(`${name}\n`)).join("  - name: ");
}
