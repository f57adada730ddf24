// Changes texts as characters and as lines.
import { tokens, values } from './values.mjs';

const put = (text, from, to, piece) => text.slice(0, from) + piece + text.slice(to);

/** A changed text, by draws of `below` and `one`; `other` is a text to take pieces of. */
export function changedText(text, other, { below, one }) {
  const span = (of) => {
    const from = below(of.length + 1);
    return [from, Math.min(of.length, from + 1 + below(one([2, 8, 64, 1024])))];
  };
  const place = () => {
    const at = below(text.length + 1);
    return [at, at];
  };
  const ways = [
    () => put(text, ...span(text), ''),
    () => put(text, ...place(), one(tokens)),
    () => put(text, ...span(text), one(tokens)),
    () => put(text, ...place(), text.slice(...span(text))),
    () => put(text, ...place(), text.slice(...span(text)).repeat(1 + below(one([3, 200])))),
    () => put(text, ...place(), String.fromCharCode(below(one([128, 65536])))),
    number,
    () => put(text, ...span(text), other.slice(...span(other))),
    lines,
    keyTwice,
  ];
  return one(ways)();

  /** One of the numbers becomes another one. */
  function number() {
    const found = [...text.matchAll(/-?\d+(?:\.\d+)?(?:e[-+]?\d+)?/gi)];
    if (found.length === 0) return text;
    const { index, 0: was } = one(found);
    const others = [
      String(one(values.filter(Number.isFinite))),
      `${was}0`,
      `-${was}`,
      String(Number(was) + 1),
      '1e999',
    ];
    return put(text, index, index + was.length, one(others));
  }

  /** A line goes, comes twice, or changes its place. */
  function lines() {
    const all = text.split('\n');
    const [line] = all.splice(below(all.length), 1);
    for (let k = below(3); k > 0; k--) all.splice(below(all.length + 1), 0, line);
    return all.join('\n');
  }

  /** A key of a map in JSON comes twice. */
  function keyTwice() {
    const found = [...text.matchAll(/"[^"\\]*"\s*:/g)];
    if (found.length === 0) return text;
    const { index, 0: key } = one(found);
    return put(text, index, index, `${key}${JSON.stringify(one(values))},`);
  }
}
