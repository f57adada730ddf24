import { facts } from './facts.js';
import { board } from './board.js';
import { byId } from './element.js';
import { keys } from './keys.js';
import { readPlace, writePlace } from './place.js';
import { moved, zoomed } from './range.js';
import { drawRuns } from './runs.js';
import { exportOf, fetchTable, listen } from './source.js';
import { grouped, shown } from './format.js';
import { theme } from './theme.js';

const place = readPlace();
/** @type {readonly import('./runs.js').Run[]} */
let runs = [];
/** @type {import('./source.js').State | null} what the server has */
let news = null;
/** @type {import('./source.js').Table | null} what is drawn */
let drawn = null;
/** @type {readonly [number, number]} */
let whole = [0, 1];
let connected = false;
let paused = false;
let fetching = false;
let again = false;
/** @type {string | null} */
let trouble = null;
let stop = () => {};

const charts = board(byId('panels'), byId('tail'), setRange);

/** Draws anew what may have changed: one request at a time, and one more where something was heard meanwhile. */
async function refresh() {
  if (place.run === null) return;
  if (fetching) {
    again = true;
    return;
  }
  fetching = true;
  const { run, range } = place;
  try {
    const table = await fetchTable(run, range, charts.points());
    if (run === place.run && range === place.range) {
      drawn = table;
      if (range === null && table.series.x.length > 0) whole = [table.series.x[0] ?? 0, table.series.x.at(-1) ?? 1];
      charts.draw(table, range, place.log);
      document.documentElement.dataset.version = String(table.state.version);
      document.documentElement.dataset.range = range === null ? 'all' : range.join(' ');
    } else again = true;
    trouble = null;
  } catch (error) {
    trouble = connected ? String(error) : null;
  }
  fetching = false;
  say();
  if (again) {
    again = false;
    void refresh();
  }
}

/** What stands in words. */
function say() {
  const run = runs.find(({ key }) => key === place.run);
  byId('run').textContent = run?.name ?? (runs.length === 0 ? 'No run yet' : 'No such run');
  const behind = news === null || drawn === null ? 0 : news.rows - drawn.state.rows;
  const state = !connected ? 'not connected, trying again' : paused ? `paused, ${grouped(behind)} rows behind` : 'live';
  const status = trouble ?? state;
  if (byId('status').textContent !== status) byId('status').textContent = status;
  document.documentElement.dataset.connected = String(connected);
  byId('facts').textContent = run === undefined ? '' : facts(run.status, news, drawn);
  byId('range').textContent =
    place.range === null ? 'all steps' : `steps ${place.range.map((x) => shown(Math.round(x))).join(' to ')}`;
}

/** @param {import('./range.js').Range} range */
function setRange(range) {
  place.range = range;
  writePlace(place);
  say();
  void refresh();
}

function log() {
  place.log = !place.log;
  writePlace(place);
  byId('log').setAttribute('aria-pressed', String(place.log));
  if (drawn !== null) charts.draw(drawn, place.range, place.log);
}

/** @param {string | null} key */
function choose(key) {
  if (key !== place.run) place.range = null;
  place.run = key;
  drawn = null;
  news = null;
  writePlace(place);
  drawRuns(byId('runs'), runs, key, choose);
  follow();
}

function follow() {
  for (const format of ['csv', 'jsonl']) {
    if (place.run !== null) byId(format).setAttribute('href', exportOf(place.run, format));
  }
  byId('save').hidden = place.run === null;
  stop();
  stop = listen(place.run, {
    runs(list) {
      runs = list;
      const first = list[0];
      if (place.run === null && first !== undefined) choose(first.key);
      else drawRuns(byId('runs'), runs, place.run, choose);
      say();
    },
    table(state) {
      const later = news?.version !== state.version;
      news = state;
      if (later && !paused) void refresh();
      else say();
    },
    connection(now) {
      connected = now;
      if (!now) news = null;
      say();
    },
  });
}

function pause() {
  paused = !paused;
  byId('pause').setAttribute('aria-pressed', String(paused));
  say();
  if (!paused) void refresh();
}

/** @param {number} by */
function next(by) {
  const at = runs.findIndex(({ key }) => key === place.run);
  const run = runs[Math.min(runs.length - 1, Math.max(0, at + by))];
  if (run !== undefined && run.key !== place.run) choose(run.key);
}

const actions = {
  pause,
  log,
  in: () => setRange(zoomed(place.range, whole, 0.5)),
  out: () => setRange(zoomed(place.range, whole, 2)),
  earlier: () => setRange(moved(place.range, whole, -0.5)),
  later: () => setRange(moved(place.range, whole, 0.5)),
  all: () => setRange(null),
};
for (const [id, act] of Object.entries(actions)) byId(id).addEventListener('click', act);
keys({ ...actions, next: () => next(1), previous: () => next(-1) });
theme(byId('theme'), () => charts.restyle());
byId('log').setAttribute('aria-pressed', String(place.log));
follow();
