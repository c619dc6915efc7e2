/** The style sheet of the HTML page, for screen and for print. Axis colours come in as `--fill`, `--on-fill`, `--ink`, `--wash`. */
export const htmlStyle = `
:root {
  --text: #1c1f26; --quiet: #555b66; --line: #dfe2e8; --paper: #fff; --wash: #f5f6f8; --ink: #2b3a67;
  --serif: 'Source Serif 4', 'Source Serif Pro', 'Iowan Old Style', Charter, 'Palatino Linotype', Georgia, serif;
  --sans: 'Source Sans 3', 'Source Sans Pro', 'Segoe UI', system-ui, -apple-system, Roboto, sans-serif;
  color-scheme: light;
}
*, *::before { box-sizing: border-box; }
html { scroll-behavior: smooth; scroll-padding-top: 1.5rem; }
@media (prefers-reduced-motion: reduce) { html { scroll-behavior: auto; } }
body {
  margin: 0; background: var(--paper); color: var(--text);
  font: 1.0625rem/1.65 var(--serif); text-wrap: pretty; overflow-wrap: break-word;
}
h1, h2, h3, h4, h5, h6 { font-family: var(--sans); line-height: 1.2; text-wrap: balance; margin: 0; }
p, ul, ol, dl { margin: 0 0 0.8em; }
li > ul, li > ol { margin: 0.3em 0 0.3em; }
a { color: var(--ink); text-underline-offset: 0.18em; text-decoration-thickness: 0.06em; }
a:hover { text-decoration-thickness: 0.14em; }
:focus-visible { outline: 3px solid #0a58ca; outline-offset: 3px; border-radius: 2px; }
main:focus { outline: none; }
sup { font-size: 0.7em; line-height: 0; }
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.skip { position: absolute; left: 1rem; top: -6rem; z-index: 2; background: #fff; padding: 0.7rem 1.1rem; font-family: var(--sans); }
.skip:focus { top: 1rem; }

.edition { display: flex; flex-wrap: wrap; gap: 0.4rem 1.6rem; align-items: baseline; padding: 0.8rem clamp(1.25rem, 7vw, 7rem); border-bottom: 1px solid var(--line); background: var(--wash); font: 0.95rem/1.5 var(--sans); }
.edition p { margin: 0; }
.edition strong { margin-right: 0.5em; }
.edition ul { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; margin: 0; padding: 0; list-style: none; }
.edition.about { display: block; padding-block: 2.5rem 3rem; border: 0; border-top: 1px solid var(--line); }
.edition h2 { font-size: 1.15rem; margin-bottom: 0.9rem; }
.edition.about p { max-width: 44rem; margin-bottom: 0.7rem; }
.edition code { font: 0.9em/1.4 ui-monospace, 'SFMono-Regular', Consolas, monospace; overflow-wrap: anywhere; }

.cover { padding: clamp(3rem, 9vw, 7rem) clamp(1.25rem, 7vw, 7rem) clamp(2.5rem, 6vw, 4.5rem); border-bottom: 1px solid var(--line); }
.cover .academy { font: 600 1.05rem/1.3 var(--sans); letter-spacing: 0.02em; margin-bottom: 2.2rem; }
.cover h1 { font: 700 clamp(2.5rem, 7vw, 4.6rem)/1.05 var(--serif); letter-spacing: -0.02em; }
.cover .period { font: 300 clamp(1.6rem, 3.6vw, 2.5rem)/1.2 var(--sans); color: var(--quiet); margin: 0.6rem 0 0; }
.cover .slogan { font: italic 400 clamp(1.25rem, 2.4vw, 1.6rem)/1.4 var(--serif); margin: 2.4rem 0 0; max-width: 34em; }
.cover .foot { font: 400 1rem/1.6 var(--sans); color: var(--quiet); margin: 2.4rem 0 0; }
.cover .foot + .foot { margin-top: 0.2rem; }
.stripes { display: flex; gap: 0.4rem; margin: 2.6rem 0 0; }
.stripes span { height: 0.5rem; width: clamp(2rem, 8vw, 5.5rem); border-radius: 1px; }

.contents { padding: 2.5rem clamp(1.25rem, 7vw, 7rem); font: 0.97rem/1.4 var(--sans); background: var(--wash); }
.contents h2 { font-size: 1.15rem; margin-bottom: 1.1rem; }
.contents ol { list-style: none; margin: 0; padding: 0; }
.contents li { margin: 0 0 0.45rem; }
.contents > ol > li { margin-bottom: 1.1rem; }
.contents > ol > li > a { font-weight: 600; }
.contents a { color: inherit; text-decoration: none; }
.contents a:hover { text-decoration: underline; }
.contents ol ol { margin: 0.5rem 0 0; padding-left: 0.9rem; border-left: 3px solid var(--fill, var(--line)); }

main { padding: 1rem clamp(1.25rem, 6vw, 5rem) 5rem; }
main > section { max-width: 44rem; margin: 3.5rem auto 0; }
main h2 { font-size: clamp(1.8rem, 4vw, 2.4rem); letter-spacing: -0.01em; margin-bottom: 1.6rem; }
.signatory { margin-top: 2rem; padding-left: 1.2rem; border-left: 3px solid var(--line); font-family: var(--sans); }
.signatory p { margin: 0; }

.axis { max-width: 48rem; }
.opening { background: var(--fill); color: var(--on-fill); padding: clamp(2rem, 7vw, 4.5rem) clamp(1.5rem, 5vw, 3.2rem); border-radius: 4px; margin-bottom: 2.6rem; }
.opening h2 { font-size: clamp(2rem, 5.6vw, 3.4rem); line-height: 1.08; margin: 0; }
.opening .label { display: block; font-size: 1.1rem; font-weight: 600; letter-spacing: 0.03em; margin-bottom: 0.9rem; }
.opening .slogan { font: italic 400 1.35rem/1.4 var(--serif); margin: 1.2rem 0 0; }
.introduction { font-size: 1.14rem; margin-bottom: 2.4rem; }
.axis h3, .axis h4, .axis h5, .axis h6 { color: var(--ink); }
.announced { margin: 0 0 2.6rem; padding: 1.6rem 1.8rem 1rem; background: var(--wash); border-left: 4px solid var(--fill); }
.announced h3, .announced h4 { font-size: 1.25rem; margin-bottom: 0.9rem; }
.announced ol { padding-left: 1.9rem; font-family: var(--sans); }
.announced li { margin-bottom: 0.4rem; padding-left: 0.3rem; }
.announced li::marker { color: var(--ink); font-weight: 700; }
.announced a { color: inherit; }

.group { font-size: 1.6rem; margin: 3rem 0 0; padding-bottom: 0.5rem; border-bottom: 3px solid var(--fill, var(--line)); }
.action { margin: 2.6rem 0 0; }
.action > :is(h2, h3, h4, h5, h6):first-child { font-size: 1.45rem; margin-bottom: 1rem; color: var(--text); }
.action .label { display: block; font-size: 0.95rem; font-weight: 600; color: var(--ink); letter-spacing: 0.02em; margin-bottom: 0.25rem; }
.rubric { margin: 0 0 1.8rem; }
.rubric > :is(h3, h4, h5, h6) { font-size: 1.1rem; margin-bottom: 0.7rem; }
.axis > .rubric > h3 { font-size: 1.35rem; }
.rubric ul { padding-left: 1.3rem; }
.rubric > ul > li { margin-bottom: 0.55rem; padding-left: 0.2rem; }
.rubric li > p { margin-bottom: 0.4em; }
.rubric li::marker { color: var(--ink); }
.indicator { background: var(--wash); padding: 1.1rem 1.4rem 0.7rem; border-radius: 4px; font-family: var(--sans); }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; font: 0.97rem/1.5 var(--sans); }
.indicator dl { margin: 0.3rem 0 0.6rem; }
dt { color: var(--quiet); }
dd { margin: 0; min-width: 0; }
main > .amendments { max-width: 60rem; }
.amendments .table { overflow-x: auto; }
table { border-collapse: collapse; min-width: 44rem; width: 100%; font: 0.92rem/1.45 var(--sans); overflow-wrap: normal; }
th, td { padding: 0.6rem 0.8rem 0.6rem 0; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { color: var(--quiet); font-weight: 600; border-bottom-width: 2px; }
@media (max-width: 34rem) { dl { display: block; } dd { margin-bottom: 0.3rem; } }

@media screen and (min-width: 72rem) {
  body { display: grid; grid-template-columns: 21rem 1fr; }
  .cover, .edition { grid-column: 1 / -1; }
  .contents { position: sticky; top: 0; align-self: start; max-height: 100vh; overflow-y: auto; padding: 2.5rem 1.8rem; }
}
@media print {
  @page { size: A4; margin: 20mm 20mm 22mm; }
  html { scroll-behavior: auto; }
  body { font-size: 10.5pt; line-height: 1.5; orphans: 3; widows: 3; -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  .skip, .edition ul { display: none; }
  .edition.about { break-before: page; padding-inline: 0; background: none; border: 0; }
  .cover { min-height: 90vh; border: 0; break-after: page; padding-inline: 0; }
  .contents { background: none; padding-inline: 0; font-size: 0.86rem; }
  .contents li { margin-bottom: 0.25rem; }
  .announced a { text-decoration: none; }
  main { padding: 0; }
  main > section { max-width: none; margin: 0; break-before: page; }
  h2, h3, h4, h5, h6 { break-after: avoid; break-inside: avoid; }
  li, dl, tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .amendments .table { overflow: visible; }
  table { min-width: 0; font-size: 8.5pt; }
  .opening, .announced, .indicator { break-inside: avoid; }
  main a[href^='http']::after { content: ' (' attr(href) ')'; font-size: 0.85em; overflow-wrap: anywhere; }
}
`
