/** The style of a report: print on paper, light and dark by what the reader's device asks for. */
export const REPORT_STYLE = `
:root { color-scheme: light dark; --paper: #fbf9f4; --sunk: #f3efe6; --ink: #1d1c1a; --soft: #4f4b44; --rule: #dcd6ca; --river: #0b5c63; --ochre: #8a5200; --mark: #dcebe6;
  --serif: "Source Serif 4", "Source Serif 4 Variable", "Noto Serif KR", Georgia, serif; --sans: Inter, "Inter Variable", "Noto Sans KR", system-ui, sans-serif; }
@media (prefers-color-scheme: dark) {
  :root { --paper: #10171f; --sunk: #18212b; --ink: #dfe3e8; --soft: #b3bcc5; --rule: #2c3742; --river: #74c7c9; --ochre: #e3ae5e; --mark: #1b363c; }
}
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 17px/1.6 var(--serif); font-variant-numeric: tabular-nums lining-nums; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { max-width: 44rem; margin: 0 auto; padding: 48px 24px 72px; overflow-wrap: break-word; }
h1, h2, h3 { line-height: 1.25; font-weight: 600; text-wrap: balance; }
h1 { margin: 8px 0 16px; font-size: 38px; }
h2 { margin: 56px 0 8px; padding-top: 16px; border-top: 1px solid var(--ink); font-size: 28px; }
h3 { margin: 0; font-size: 21px; }
p, ul, ol, dl { margin: 12px 0; }
a { color: var(--river); text-underline-offset: 3px; }
:focus-visible { outline: 2px solid var(--river); outline-offset: 2px; }
.kicker, .meta, .where, dt, .sum h4, footer, .side h4, .contents, .audited { font-family: var(--sans); font-size: 13px; }
.kicker, .meta, .where, dt, .sum h4, footer, .side h4 { color: var(--soft); }
.kicker { margin: 0; }
.lead { font-size: 21px; line-height: 1.45; }
.audited, .contents { padding-left: 0; list-style: none; }
.audited li, .contents li { margin: 4px 0; }
.audited span { display: block; color: var(--soft); overflow-wrap: anywhere; }
nav { margin: 32px 0 0; }
nav .contents { margin-top: 4px; }
.contents span { color: var(--soft); }
article { margin: 40px 0 0; }
article + article { padding-top: 32px; border-top: 1px solid var(--rule); }
.meta { margin: 4px 0 12px; }
.changing { color: var(--ochre); font-weight: 600; }
.side { margin: 16px 0 0; }
.side h4, .sum h4 { margin: 0 0 4px; font-weight: 400; }
.side ul { margin: 0; padding: 0; list-style: none; }
.side li { margin: 0 0 12px; padding-left: 12px; border-left: 2px solid var(--rule); }
.side p { margin: 0; }
.figure { font-family: var(--sans); font-size: 15px; font-weight: 600; }
.words { font-size: 15px; color: var(--soft); }
mark { background: var(--mark); color: var(--ink); }
.sums { margin: 16px 0 0; padding: 12px 16px; background: var(--sunk); }
.sum + .sum { margin-top: 12px; }
.sum ol { margin: 0; padding: 0; list-style: none; font: 15px/1.5 var(--sans); font-variant-numeric: tabular-nums; }
.facts { display: grid; grid-template-columns: 9rem minmax(0, 1fr); gap: 4px 16px; margin: 16px 0 0; }
.facts dd { margin: 0; font-size: 15px; }
.facts dt { padding-top: 2px; }
.rules dt { margin-top: 12px; color: var(--ink); font-weight: 600; }
.rules dd { margin: 0; font-size: 15px; }
footer { margin-top: 56px; padding-top: 16px; border-top: 1px solid var(--rule); }
@media (max-width: 40rem) {
  body { padding: 24px 16px 48px; }
  h1 { font-size: 28px; } h2 { font-size: 24px; } .lead { font-size: 17px; }
  .facts { grid-template-columns: minmax(0, 1fr); gap: 0; } .facts dd { margin-bottom: 8px; }
}
@media print {
  :root { --paper: #fff; --sunk: #fff; --ink: #000; --soft: #333; --rule: #bbb; --river: #000; --ochre: #000; --mark: #eee; }
  html { font-size: 11pt; } body { max-width: none; padding: 0; }
  h1 { font-size: 22pt; } h2 { font-size: 16pt; } h3 { font-size: 13pt; }
  h2, h3, h4 { break-after: avoid; } .side li, .sums { break-inside: avoid; } .sums { border: 1px solid var(--rule); }
  .contents { display: none; } @page { margin: 20mm; }
}
`;
