// Changes the trees of texts in JSON: far more of them are nearly right.
import { keys, values } from './values.mjs';

/** Deeper places are left as they are. */
const DEEPEST = 60;

/** Every key and every short text of some trees: what a reader may know. */
export function wordsOf(trees) {
  const words = new Set();
  for (const [node, key] of trees.flatMap(placesOf)) {
    words.add(key);
    if (typeof node[key] === 'string' && node[key].length < 60) words.add(node[key]);
  }
  return [...words];
}

/** A tree changed at one place, by draws of `below` and `one`; `other` is a tree to take parts of, `words` are names that a reader may know. */
export function changedTree(root, other, words, { below, one }) {
  const whole = { root };
  const places = placesOf(whole);
  const [node, key] = one(places);
  const part = (from) => {
    const [parent, name] = one(from);
    return globalThis.structuredClone(parent[name]);
  };
  const ways = [
    () => define(node, key, one(values)),
    () => delete node[key],
    () => define(node, one(keys), node[key]),
    () => define(node, one(words), part(places)),
    () => define(node, key, part(places)),
    () => define(node, key, one(words)),
    () => define(node, key, part(placesOf({ other }))),
    () => define(node, key, number(node[key])),
    () =>
      define(
        node,
        key,
        Array.from({ length: one([0, 2, 30]) }, () => globalThis.structuredClone(node[key])),
      ),
  ];
  if (typeof node[key] === 'number' && below(2) === 0) define(node, key, number(node[key]));
  else one(ways)();
  return whole.root;

  function number(was) {
    if (typeof was !== 'number') return one(values.filter(Number.isFinite));
    return one([-was, was + 1, was * 10, was / 3, was * 1e6, was - 0.5, 1 - was, below(10)]);
  }
}

function placesOf(root) {
  const places = [];
  const walk = (node, depth) => {
    if (typeof node !== 'object' || node === null || depth > DEEPEST) return;
    for (const key of Object.keys(node)) {
      places.push([node, key]);
      walk(node[key], depth + 1);
    }
  };
  walk(root, 0);
  return places;
}

function define(node, key, value) {
  if (Array.isArray(node) && key === 'length') node.length = 0;
  else Object.defineProperty(node, key, { value, enumerable: true, configurable: true, writable: true });
}
