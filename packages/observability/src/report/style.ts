import { pages } from '../figures/palette.js';

/** The look of a report: light or dark as the reader's system is, readable on a phone and on paper. */
export const style = `
:root { color-scheme: light dark; --page: ${pages.light}; --text: #1b1e24; --soft: #59606c; --line: #d8dce3; --note: #fff6e5; --edge: #a87400; }
@media (prefers-color-scheme: dark) {
  :root { --page: ${pages.dark}; --text: #e6e8ec; --soft: #a3abb8; --line: #343943; --note: #2a2418; --edge: #d6a13a; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--page); color: var(--text); font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere; }
main { max-width: 62rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .25rem; }
h2 { font-size: 1.15rem; margin: 2rem 0 .5rem; }
.soft { color: var(--soft); }
.outcome { font-size: 1.1rem; margin: .75rem 0 0; }
.numbers { display: grid; grid-template-columns: repeat(auto-fit, minmax(10rem, 1fr)); gap: .75rem; margin: 1rem 0; padding: 0; }
.numbers div { border: 1px solid var(--line); border-radius: .5rem; padding: .6rem .8rem; }
dt { color: var(--soft); font-size: .85rem; }
dd { margin: 0; }
.numbers dd { font-size: 1.2rem; font-variant-numeric: tabular-nums; }
.numbers p { margin: 0; font-size: .8rem; color: var(--soft); }
.facts { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: 0; }
.advice { list-style: none; margin: 0; padding: 0; }
.advice li { background: var(--note); border-left: 4px solid var(--edge); border-radius: .25rem; padding: .5rem .75rem; margin: .5rem 0; }
.advice p { margin: 0; }
.wide { overflow-x: auto; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; font-size: .9rem; }
th, td { padding: .3rem .6rem; text-align: right; border-bottom: 1px solid var(--line); white-space: nowrap; }
th:first-child, td:first-child { text-align: left; }
.sentences th:last-child, .sentences td:last-child { text-align: left; white-space: normal; min-width: 18rem; }
figure { margin: 0 0 1.5rem; }
figure { overflow-x: auto; }
figure svg { max-width: 100%; min-width: 32rem; height: auto; display: block; }
pre { overflow-x: auto; font-size: .85rem; border: 1px solid var(--line); border-radius: .5rem; padding: .75rem; }
summary { cursor: pointer; }
@media (max-width: 36rem) {
  .facts { grid-template-columns: 1fr; }
  .facts dd { margin-bottom: .4rem; }
}
@media print {
  :root { color-scheme: light; --page: #fff; --text: #000; --soft: #444; --line: #bbb; --note: #fff; --edge: #000; }
  main { max-width: none; padding: 0; }
  figure svg { min-width: 0; }
  figure, tr, .advice li { break-inside: avoid; }
  h2 { break-after: avoid; }
}
`;
