/** The look of a page: readable on light and dark screens, narrow ones, and paper. Charts take their colours from here. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #ffffff; --ink: #1b1f24; --soft: #57606a; --rule: #d0d7de; --tint: #a8c4e0;
  --c1: #1f66ad; --c2: #b4530a; --c3: #1a7f37; --c4: #8250df; --c5: #bf3989; --c6: #57606a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #12161b; --ink: #e8ecf0; --soft: #a5afba; --rule: #3b434c; --tint: #2b5580;
    --c1: #6cb2f5; --c2: #f0a35e; --c3: #5bc77a; --c4: #bc9bff; --c5: #f08ac0; --c6: #a5afba;
  }
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body {
  margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: anywhere;
  font: 1rem/1.55 system-ui, -apple-system, "Segoe UI", "PingFang SC", "Noto Sans CJK SC", "Noto Sans SC", "Microsoft YaHei", sans-serif;
}
main { max-width: 60rem; margin: 0 auto; padding: 1.5rem 1.25rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.2rem; line-height: 1.3; margin: 2.5rem 0 .5rem; padding-top: .75rem; border-top: 1px solid var(--rule); }
p { margin: 0 0 .5rem; max-width: 44rem; }
.lead, .note { color: var(--soft); }
nav ul { margin: 1rem 0 0; padding: 0; list-style: none; display: flex; flex-wrap: wrap; gap: .25rem 1rem; }
a { color: var(--c1); }
figure { margin: 1rem 0; overflow-x: auto; }
figure svg { display: block; width: 100%; height: auto; }
.wide svg { max-width: 720px; }
.narrow { display: none; }
@media screen and (max-width: 40rem) { .wide { display: none; } .narrow { display: block; } }
.table { overflow-x: auto; margin: 1rem 0; }
.table:focus-visible, figure:focus-visible, a:focus-visible { outline: 2px solid var(--c1); outline-offset: 2px; }
table { border-collapse: collapse; font-size: .9rem; font-variant-numeric: tabular-nums; }
th, td { padding: .3rem .75rem .3rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--rule); overflow-wrap: normal; }
th:first-child { min-width: 6rem; overflow-wrap: anywhere; }
td:not(.right) { min-width: 5rem; }
thead th { color: var(--soft); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 500; }
.right { text-align: right; }
td.right { white-space: nowrap; }
.total th, .total td { font-weight: 700; border-top: 2px solid var(--rule); }
@page { margin: 16mm; }
@media print {
  :root {
    color-scheme: light; --paper: #ffffff; --ink: #000000; --soft: #444444; --rule: #bbbbbb; --tint: #a8c4e0;
    --c1: #1f66ad; --c2: #b4530a; --c3: #1a7f37; --c4: #8250df; --c5: #bf3989; --c6: #57606a;
  }
  body { font-size: 10pt; }
  main { max-width: none; padding: 0; }
  nav { display: none; }
  h2, figure, tr { break-inside: avoid; }
  h2 { break-after: avoid; }
  thead { display: table-header-group; }
  figure, .table { overflow: visible; }
  svg { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
`;
