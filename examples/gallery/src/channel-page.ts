// The page of the channel game, channel-game.html: draws what channel-game.ts computes.
import { maxIndex } from 'd3-array';
import { coordinate, costOfChoice, field, optimum, rounds } from './channel-game.js';

const COLOURS = ['#0072b2', '#d55e00', '#009e73'];
const SHAPES = ['circle', 'square', 'diamond'];
const at = (id: string): HTMLElement => document.getElementById(id)!;
let seed = 1;
let now = field(seed);
let least = optimum(now);
let run = 0; // a play that is not the latest stops

function show(name: string, choice: readonly number[]): void {
  const cost = costOfChoice(now, choice);
  const edges = now.pairs.map(({ i, j, harm }) => {
    const [a, b] = [now.stations[i]!, now.stations[j]!];
    const clash = choice[i] === choice[j];
    const width = clash ? 0.5 + Math.min(8, (harm[0] + harm[1]) / 10) : 0.5;
    return `<line x1="${400 * a.x}" y1="${400 * a.y}" x2="${400 * b.x}" y2="${400 * b.y}" stroke="${clash ? '#b00020' : '#c4cad0'}" stroke-width="${width}"/>`;
  });
  const marks = now.stations.map(({ x, y, power }, k) => {
    const [cx, cy, r, fill] = [400 * x, 400 * y, 6 + 5 * Math.sqrt(power), COLOURS[choice[k]!]!];
    if (choice[k] === 0) return `<circle cx="${cx}" cy="${cy}" r="${r}" fill="${fill}"/>`;
    const turn = choice[k] === 2 ? ` transform="rotate(45 ${cx} ${cy})"` : '';
    return `<rect x="${cx - 0.9 * r}" y="${cy - 0.9 * r}" width="${1.8 * r}" height="${1.8 * r}" fill="${fill}"${turn}/>`;
  });
  at('field').innerHTML = edges.join('') + marks.join('');
  at('said').textContent =
    `${name}: interference ${cost.toFixed(1)}, ${(cost / least.cost).toFixed(3)} times the least possible.`;
  document.documentElement.dataset['channels'] = choice.map((c) => SHAPES[c]).join(' ');
}

const nobody = (): number[] => now.stations.map(() => 0);

function selfish(): void {
  const [mine, play] = [++run, rounds(now, seed)];
  let round = 0;
  const next = (): void => {
    const { value, done } = play.next();
    if (mine !== run || done || value === undefined) return;
    show(
      `Selfish play, round ${++round}`,
      value.profile.map((row) => maxIndex(row)),
    );
    setTimeout(next, 15);
  };
  next();
}

at('new').addEventListener('click', () => {
  run++;
  now = field(++seed);
  least = optimum(now);
  show('All on one channel', nobody());
});
at('selfish').addEventListener('click', selfish);
at('coordinate').addEventListener('click', () => {
  run++;
  const { choice, backend } = coordinate(now, 0);
  show(`Coordination by energy (${backend === 'wasm' ? 'WebAssembly' : 'JavaScript'})`, choice);
});
at('best').addEventListener('click', () => {
  run++;
  show('The least, by trying every choice', least.choice);
});
show('All on one channel', nobody());
