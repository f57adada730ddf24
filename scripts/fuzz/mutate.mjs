// Changes texts: as characters, as lines, and, where they are JSON, as trees. Every draw is a function of (seed, round).
import { built } from '../workspace.mjs';
import { changedText } from './mutate-text.mjs';
import { changedTree, wordsOf } from './mutate-tree.mjs';

const { uniform } = await built('core');

/** Longest text that is tried. */
const LONGEST = 20_000;

/**
 * @param {number} seed
 * @param {readonly string[]} corpus where words are taken from
 * @returns {(text: string, other: string) => string} a text made of one or two others
 */
export function mutator(seed, corpus) {
  let draws = 0;
  let round = 0;
  const real = () => uniform(seed, round, draws++);
  const below = (n) => Math.floor(real() * n);
  const draw = { below, one: (list) => list[below(list.length)] };
  const words = ['x', ...wordsOf(corpus.map(parsed).filter((tree) => tree !== undefined))];

  return (text, other) => {
    [round, draws] = [round + 1, 0];
    let made = text;
    for (let k = 1 + below(draw.one([1, 3])); k > 0; k--) {
      const tree = real() < 0.85 ? parsed(made) : undefined;
      const next =
        tree === undefined
          ? changedText(made, other, draw).slice(0, LONGEST)
          : (JSON.stringify(changedTree(tree, parsed(other) ?? null, words, draw)) ?? 'null');
      if (next.length <= LONGEST) made = next;
    }
    return made;
  };
}

/** Undefined for what is no JSON. */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
