// Scenarios with every piece that a registry knows, each with all of its options: made of the same fields that check them.

const system = {
  modules: { a: { use: 'LandauModule', with: { a: -0.5 }, start: 0.3 }, b: { use: 'LandauModule', start: 0.9 } },
  couplings: [{ use: 'QuadraticCoupling', between: ['a', 'b'] }],
  signals: { s: 0.1, delta_eta_domain: 0.08 },
};
const slots = ['method', 'guard', 'stop', 'schedule', 'adapter'];

/**
 * @returns {readonly object[]} a tree for each piece of a module, of a coupling, or of what a plan holds, directly or inside another piece
 */
export function scenariosOf(registry) {
  const owner = (name) => registry.plugins.find(({ provides }) => provides.some((one) => one.name === name)).name;
  return registry.list().flatMap((piece) => {
    const node = nodeOf(registry, piece);
    const part = partOf(registry, piece, node);
    if (part === null) return [];
    const plugins = [...new Set([...JSON.stringify(part).matchAll(/"use":"(\w+)"/g)].map(([, name]) => owner(name)))];
    return [{ cfc: 1, plugins, ...system, ...part }];
  });
}

/** Where in a scenario a piece fits: in its own place, or as an option of a piece that fits. */
function partOf(registry, { slot }, node, depth = 0) {
  if (slot === 'module') return { modules: { ...system.modules, c: { ...node, start: 0.5 } } };
  if (slot === 'coupling') return { couplings: [...system.couplings, { ...node, between: ['b', 'a'] }] };
  if (slots.includes(slot)) return { relax: { [slot]: node } };
  for (const host of depth > 3 ? [] : registry.list()) {
    const field = Object.entries(host.fields).find(([, one]) => one.slot === slot);
    if (field === undefined) continue;
    const [name, { kind }] = field;
    const holder = nodeOf(registry, host);
    holder.with[name] = kind === 'pieces' ? [node] : node;
    const part = partOf(registry, host, holder, depth + 1);
    if (part !== null) return part;
  }
  return null;
}

function nodeOf(registry, { name, fields }) {
  const options = Object.entries(fields).flatMap(([option, field]) => {
    const value = valueOf(registry, field);
    return value === undefined ? [] : [[option, value]];
  });
  return { use: name, with: Object.fromEntries(options) };
}

/** A value that a field allows, its default where there is one; undefined for a piece that may be left out. */
function valueOf(registry, field) {
  const { kind, slot, needed, fallback, least = 0, range = {} } = field;
  if (kind === 'piece' || kind === 'pieces') {
    if (!needed) return undefined;
    const one = () =>
      nodeOf(
        registry,
        registry.list(slot).find(({ fields }) => !Object.values(fields).some((of) => of.needed)),
      );
    return kind === 'piece' ? one() : Array.from({ length: least }, one);
  }
  if (!needed) return fallback;
  const number = range.min ?? (range.above === undefined ? (range.max ?? 0.5) : range.above + 1);
  if (kind === 'list') return Array.from({ length: Math.max(2, least) }, () => number);
  return kind === 'text' ? 's' : number;
}
