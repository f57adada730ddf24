import { KEPT, type TableView } from './table-view.js';

const POINTS = { usual: 800, least: 16, most: 4000 };
const TAIL = { usual: 20, most: KEPT };

/**
 * What a page draws: `from`, `to` (x), `points`, `tail` (rows) and `columns` (names as JSON; all where none are given) come from the
 * query; whatever is no number there counts as not given.
 */
export async function tableAnswer(view: TableView, query: URLSearchParams): Promise<string> {
  if (view.state.version === 0) await view.advance();
  const number = (name: string, usual: number, least: number, most: number): number => {
    const value = Number(query.get(name) ?? NaN);
    return Number.isFinite(value) ? Math.min(most, Math.max(least, value)) : usual;
  };
  const from = number('from', -Infinity, -Infinity, Infinity);
  const to = number('to', Infinity, -Infinity, Infinity);
  const points = number('points', POINTS.usual, POINTS.least, POINTS.most);
  const names = namesOf(query.get('columns')) ?? view.columns;
  const { state, columns, left } = view;
  const series = await view.points(names, points, from, to);
  const tail = await view.tail(Math.floor(number('tail', TAIL.usual, 1, TAIL.most)));
  return JSON.stringify({ state, columns, left, series, summary: view.summary(names), tail });
}

function namesOf(text: string | null): readonly string[] | null {
  try {
    const names: unknown = JSON.parse(text ?? 'null');
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : null;
  } catch {
    return null;
  }
}
