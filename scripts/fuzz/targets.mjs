// Readers of what strangers wrote. Each target gives `read`, which takes a text and may throw only a CfcError, and a corpus of texts to begin from.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { built, root } from '../workspace.mjs';
import { command } from './command.mjs';
import { scenariosOf } from './scenarios.mjs';
import { scratchFolder, writer } from './scratch.mjs';

const from = (path) => readFileSync(join(root, path), 'utf8');

/** Files of the examples, the first 40 lines of a table. */
const examples = (folder, ending) =>
  readdirSync(join(root, folder))
    .sort()
    .filter((name) => name.endsWith(ending))
    .map((name) => from(`${folder}/${name}`));
const seeds = (name) => examples('scripts/fuzz/seeds', `.${name}`);
const head = (text) => text.split('\n').slice(0, 40).join('\n');

/** A JSON text as a value; what is no JSON is not the reader's business. */
const json = (read) => (text) => {
  let tree;
  try {
    tree = JSON.parse(text);
  } catch {
    return undefined;
  }
  return read(tree);
};

/** Scenarios as JSON: the examples, and one for each piece. */
async function scenarioTrees() {
  const { parse } = await import('yaml');
  const yaml = [...examples('examples/scenarios', '.yaml'), ...seeds('scenario')];
  const trees = [...yaml.map((text) => parse(text)), ...scenariosOf(await registry())];
  return [...trees.map((tree) => JSON.stringify(tree)), ...examples('examples/scenarios', '.json').map(compact)];
}
const compact = (text) => JSON.stringify(JSON.parse(text));

const plugins = ['modules-sequence', 'modules-gating', 'modules-connectivity', 'modules-compression'];
const more = ['modules-polynomial', 'modules-attention', 'modules-game', 'adapters-gradnorm', 'adapters-agm'];
const rest = ['adapters-smallgain', 'dual', 'gspo'];

async function registry() {
  const { corePlugin, createRegistry } = await built('core');
  const packages = await Promise.all([...plugins, ...more, ...rest].map((name) => built(name)));
  const all = packages.flatMap((one) => Object.values(one).filter((value) => value?.provides !== undefined));
  return createRegistry([corePlugin, ...new Set(all)]);
}

/** A parser of a list of geometries, which reads lines as they come. */
const lists = (parser, name) => async () => {
  const vacua = await built('vacua');
  const read = async (text) => {
    for await (const entry of vacua[parser](vacua.linesOf(text))) Object.keys(entry);
  };
  return { read, corpus: () => seeds(name) };
};

const table = (name, corpus) => async () => {
  const { readTable } = await built('observability', 'node');
  const file = join(scratchFolder(), name);
  const write = writer(file);
  const read = async (text) => {
    write(text);
    for await (const row of readTable(file)) Object.keys(row);
  };
  return { read, corpus };
};

const readers = {
  /** A scenario file in JSON, changed as a tree, by the command that evaluates it: bytes ▶ tree ▶ plugins ▶ system ▶ energies. */
  scenario: async () => ({ read: await command('s.json', 'evaluate'), corpus: scenarioTrees }),

  /** A scenario file in YAML, changed as a text, by the same command. */
  yaml: async () => ({
    read: await command('s.yaml', 'evaluate'),
    corpus: () => [...examples('examples/scenarios', '.yaml'), ...seeds('scenario'), ...seeds('yaml')],
  }),

  /** The tree of a scenario without files and plugins that have to be found, and its schema; what is read goes four steps and is saved. */
  tree: async () => {
    const { advance, begin, buildScenario, pluginsOf, readState, scenarioSchema, writeState } = await built('core');
    const known = await registry();
    scenarioSchema(known);
    const read = json((tree) => {
      pluginsOf(tree);
      const { system, eta0, plan } = buildScenario(known, tree);
      let state = begin(system, eta0, plan);
      for (let k = 0; k < 4 && state.outcome === null; k++) state = advance(system, plan, state).state;
      readState(writeState(state));
    });
    return { read, corpus: scenarioTrees };
  },

  /** What a package exports as a plugin: `{ name, version, api, provides }`, definitions as maps of their properties. */
  plugin: async () => {
    const { corePlugin, createRegistry, definePlugin, prefixed, scenarioSchema } = await built('core');
    const functions = (list) =>
      !Array.isArray(list)
        ? list
        : list.map((one) => {
            if (typeof one !== 'object' || one === null) return one;
            const definition = (options) => corePlugin.provides[0](options);
            for (const [key, value] of Object.entries(one)) {
              Object.defineProperty(definition, key, { value, configurable: true, enumerable: true });
            }
            return definition;
          });
    const read = json((tree) => {
      const plugin = typeof tree === 'object' && tree !== null ? { ...tree, provides: functions(tree.provides) } : tree;
      const registry = createRegistry([corePlugin, plugin]);
      scenarioSchema(registry);
      registry.list();
      prefixed(definePlugin(plugin), 'x:');
    });
    return { read, corpus: () => seeds('plugin').map(compact) };
  },

  csv: table('trace.csv', () => [head(from('examples/dual-replay/losses.csv')), ...seeds('csv')]),
  jsonl: table('trace.jsonl', () => seeds('jsonl')),

  cicy: lists('parseCicy', 'cicy'),
  hodge: lists('parseHodge', 'hodge'),
  polytopes: lists('parsePolytopes', 'polytopes'),
  spec: lists('parseSpec', 'spec'),
  weights: lists('parseWeights', 'weights'),

  /** A configuration of multipliers, as a tree; what is read is put to work. */
  dual: async () => {
    const { parse } = await import('yaml');
    const { createDual, readDualConfig } = await built('dual');
    const read = json((tree) => {
      const { config } = readDualConfig(tree);
      const dual = createDual(config);
      dual.step({ values: Object.fromEntries(Object.keys(config.constraints).map((name) => [name, 0.3])), task: 1 });
    });
    const yaml = [...examples('examples/dual-replay', '.yaml'), ...seeds('dual')];
    return { read, corpus: () => yaml.map((text) => JSON.stringify(parse(text))) };
  },

  /** The saved state of multipliers, resumed. */
  dualState: async () => {
    const { createDual } = await built('dual');
    const controller = { type: 'nupi', kp: 1 };
    const constraints = { a: { target: 0.1 }, b: { target: 0, normalizer: 'winsor', controller, spike: {} } };
    const values = { values: { a: 0.3, b: 0.2 }, task: 1 };
    const begun = createDual({ constraints });
    for (let k = 0; k < 12; k++) begun.step(values);
    const read = json((state) => {
      const dual = createDual({ constraints }, state);
      for (let k = 0; k < 3; k++) dual.step(values);
    });
    return { read, corpus: () => [JSON.stringify(begun.state())] };
  },

  /** The saved state of a relaxation, resumed for some steps, with several methods. */
  state: async () => {
    const core = await built('core');
    const system = core.compile(
      core.defineSystem({
        modules: { x: core.landau({ a: -0.4, b: 0.3 }), y: core.landau({ h: 0.3 }), z: core.landau({ a: 0.1 }) },
        couplings: [{ use: core.quadratic({ weight: 0.7 }), between: ['x', 'y'] }],
      }),
    );
    const start = [0.9, 0.1, 0.4];
    const plans = ['Descent', 'Auto', 'ProjectedLbfgs'].map((use) => {
      const registry = core.createRegistry([core.corePlugin]);
      return core.buildPlan(registry, {
        method: { use },
        schedule: { use: 'Ramp' },
        stop: { use: 'MaxSteps', with: { steps: 9 } },
      });
    });
    const corpus = () =>
      plans.map((plan, k) => {
        let state = core.begin(system, start, plan);
        for (let step = 0; step < 3 && state.outcome === null; step++) state = core.advance(system, plan, state).state;
        return JSON.stringify({ plan: k, text: JSON.parse(core.writeState(state)) });
      });
    const read = json((tree) => {
      const plan = plans[tree?.plan] ?? plans[0];
      const state = core.readState(JSON.stringify(tree?.text ?? null));
      core.checkState(system, plan, state);
      const events = core.resumed(system, plan, state);
      for (let k = 0; k < 20 && !events.next().done; k++);
    });
    return { read, corpus };
  },

  /** The log of a system that changed, replayed. */
  log: async () => {
    const { compacted, replay } = await built('entities');
    const known = await registry();
    const read = (text) => {
      replay(text, known);
      compacted(text);
    };
    return { read, corpus: () => seeds('entities') };
  },

  /** A policy of weights, and the checkpoint of its training. */
  policy: async () => {
    const { readCheckpoint, readWeightPolicy } = await built('gspo');
    const read = (text) => (text.includes('gspoWeights') ? readWeightPolicy(text) : readCheckpoint(text));
    return { read, corpus: () => seeds('policy') };
  },

  /** The files of a run, read for a report. */
  run: async () => {
    const { openRun } = await built('observability', 'node');
    const { adviceOf } = await built('observability');
    const folder = scratchFolder();
    const files = ['run.json', 'result.json'].map((name) => [name, writer(join(folder, name))]);
    const read = json(async (tree) => {
      for (const [name, write] of files) write(JSON.stringify(tree?.[name] ?? null));
      adviceOf(await openRun(folder));
    });
    return { read, corpus: () => seeds('run').map(compact) };
  },

  /** Records of gradients. */
  gradients: async () => {
    const { readRecords } = await built('modules-gating');
    return { read: readRecords, corpus: () => seeds('gradients') };
  },
};

/** Each with what was found before, which comes after the seeds. */
export const targets = Object.fromEntries(
  Object.entries(readers).map(([name, make]) => [
    name,
    async () => {
      const { read, corpus } = await make();
      return { read, corpus: async () => [...(await corpus()), ...examples('scripts/fuzz/findings', `.${name}`)] };
    },
  ]),
);
