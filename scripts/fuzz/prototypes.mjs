// Whether something has changed what all values share.

const shared = [Object, Array, Function, String, Number, Boolean, Map, Set, Promise, Float64Array, Error, RegExp].map(
  (one) => one.prototype,
);
const own = (one) => Object.getOwnPropertyDescriptors(one);
const before = shared.map(own);

/** What was added to a prototype of the language, taken from it or changed there, like `Array.prototype.map`; null where all are as they were. Puts it right. */
export function polluted() {
  let found = null;
  for (const [k, prototype] of shared.entries()) {
    const was = before[k];
    for (const key of new Set([...Reflect.ownKeys(prototype), ...Reflect.ownKeys(was)])) {
      const [is, should] = [Object.getOwnPropertyDescriptor(prototype, key), was[key]];
      if (Object.hasOwn(was, key) && is !== undefined && same(is, should)) continue;
      found ??= `${prototype.constructor.name}.prototype.${String(key)}`;
      if (Object.hasOwn(was, key)) Object.defineProperty(prototype, key, should);
      else delete prototype[key];
    }
  }
  return found;
}

const same = (one, other) => ['value', 'get', 'set'].every((part) => Object.is(one[part], other[part]));
