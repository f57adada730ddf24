import { describe, expect, test } from 'vitest';
import { cfc } from '../helpers/cfc.js';
import { folder } from '../helpers/folder.js';
import { packageFiles, pluginText } from '../helpers/third-party.js';

const body = {
  modules: `
  order: { use: SequenceConsistencyModule, input: [1, 2, 2, 5, 4] }
  gate: { use: EnergyGatingModule, input: { gain: 0.3 } }`,
  couplings: `[{ use: QuadraticCoupling, between: [order, gate] }]`,
};

/** A good scenario with some of its parts replaced. */
function scenario(parts: Readonly<Record<string, string>> = {}): string {
  const all = { cfc: '1', plugins: `['@cfc/modules-sequence', '@cfc/modules-gating']`, ...body, ...parts };
  return Object.entries(all)
    .map(([key, text]) => `${key}: ${text}\n`)
    .join('');
}

const gate = (more: string) => `{ gate: { use: EnergyGatingModule, ${more} } }`;
const module = (more: string) => scenario({ couplings: '[]', modules: gate(more) });
const relaxed = (relax: string) => scenario({ relax });

/** Plugins in node_modules, for those that want one. */
const third = {
  ...packageFiles('old', pluginText({ name: 'old', api: 99 })),
  ...packageFiles('one', pluginText({ name: 'same', piece: 'OneModule' })),
  ...packageFiles('two', pluginText({ name: 'same', piece: 'TwoModule' })),
  ...packageFiles('thief', pluginText({ name: 'thief', piece: 'LandauModule' })),
  ...packageFiles('no-plugin', 'export const answer = 42;'),
  ...packageFiles('unfinished', 'export const plugin = ;'),
  ...packageFiles('broken', 'throw new Error("it is broken");'),
};
const plugins = (...names: string[]) =>
  `{ cfc: 1, plugins: [${names.join(', ')}], modules: { m: { use: LandauModule, start: 0 } } }`;

/** Nine times nine times nine and so on. */
const bomb = [...'abcdefghi']
  .map(
    (name, k, all) =>
      `${name}: &${name} [${Array(9)
        .fill(k === 0 ? 1 : `*${all[k - 1]}`)
        .join()}]\n`,
  )
  .join('');

const files: readonly (readonly [title: string, text: string, start: string, told?: string])[] = [
  ['no YAML', 'cfc: 1\nmodules: [', 'INPUT_INVALID: not YAML:', '(at s.yaml, line 2, column 11)'],
  ['no scenario but a text', 'hello', 'INPUT_INVALID: "hello" is not a map'],
  ['empty', '', 'INPUT_INVALID: the file is empty (at s.yaml)'],
  ['of comments alone', '# to do\n', 'INPUT_INVALID: the file is empty (at s.yaml)'],
  ['of another format', scenario({ cfc: '2' }), 'INPUT_INVALID: cfc is 2 (at cfc)'],
  ['with a key twice', 'cfc: 1\ncfc: 1\n', 'INPUT_INVALID: the key "cfc" comes twice in one map', 'line 2'],
  ['with an alias of nothing', 'cfc: *one', 'INPUT_INVALID: not YAML:'],
  ['with a tag that nobody reads', 'cfc: !include other.yaml', 'INPUT_INVALID: not YAML: Unresolved tag', 'line 1'],
  ['with two documents', 'cfc: 1\n---\ncfc: 1\n', 'INPUT_INVALID: not YAML:'],
  ['that contains itself', 'cfc: 1\nmodules: &a { m: *a }', 'INPUT_INVALID: it is nested more than 100 levels deep'],
  ['with aliases that multiply', bomb, 'INPUT_INVALID: its aliases make a small file large'],
  ['with an unknown key', scenario({ moduls: '{}' }), 'OPTION_UNKNOWN: no key "moduls"', 'Did you mean "modules"?'],
  ['without modules', scenario({ modules: '{}', couplings: '[]' }), 'INPUT_INVALID: a system without modules'],

  [
    'with an unknown option',
    module('with: { price: 1 }, start: 0'),
    'OPTION_UNKNOWN: no option "price" (at modules.gate)',
  ],
  ['with a slip in an option', module('with: { cots: 1 }, start: 0'), 'OPTION_UNKNOWN:', 'Did you mean "cost"?'],
  [
    'with an unknown piece',
    scenario({ modules: '{ a: { use: GatingModule, start: 0 } }' }),
    'NAME_UNKNOWN: no kind of module "GatingModule"',
  ],
  [
    'with a piece in the wrong slot',
    relaxed('{ method: { use: Monotone } }'),
    'NAME_UNKNOWN: "Monotone" is a guard',
    'relax.method',
  ],
  [
    'with an unknown search',
    relaxed('{ method: { use: Descent, with: { search: { use: Armijo } } } }'),
    'NAME_UNKNOWN: no search "Armijo" (at relax.method.search)',
  ],
  [
    'with an unknown signal',
    scenario({ couplings: '[{ use: GateBenefitCoupling, between: [gate, order] }]' }),
    'NAME_UNKNOWN: GateBenefitCoupling reads the signal "delta_eta_domain"',
  ],
  [
    'with an unknown term',
    scenario({ weights: '{ "coup:Quadratic": 1 }' }),
    'NAME_UNKNOWN: no term "coup:Quadratic" (at weights)',
  ],

  [
    'with a value out of range',
    module('with: { cost: -1 }, start: 0'),
    'OPTION_INVALID: -1 is not a finite number >= 0 (at modules.gate.cost)',
  ],
  [
    'with a value of the wrong type',
    module('with: { cost: high }, start: 0'),
    'OPTION_INVALID: "high" is not a finite number',
  ],
  [
    'with no whole number of steps',
    relaxed('{ stop: { use: MaxSteps, with: { steps: 1.5 } } }'),
    'OPTION_INVALID: 1.5 is not a whole number',
  ],
  ['with an endless seed', relaxed('{ seed: .inf }'), 'OPTION_INVALID: Infinity is not a whole number', 'relax.seed'],
  [
    'with a start out of range',
    module('start: 1.5'),
    'INPUT_INVALID: 1.5 is not a number in [0, 1] (at modules.gate.start)',
  ],
  [
    'with a negative weight',
    scenario({ weights: '{ "coup:QuadraticCoupling": -1 }' }),
    'OPTION_INVALID: the weight -1 (at weights.coup:QuadraticCoupling)',
  ],

  [
    'with NaN in an input',
    scenario({ modules: '{ order: { use: SequenceConsistencyModule, input: [1, .nan] } }' }),
    'INPUT_INVALID: the number is NaN (at modules.order.input[1])',
  ],
  [
    'with NaN in an option',
    module('with: { cost: .nan }, start: 0'),
    'INPUT_INVALID: the number is NaN (at modules.gate.with.cost)',
  ],
  ['with NaN for a signal', scenario({ signals: '{ x: .nan }' }), 'INPUT_INVALID: the number is NaN (at signals.x)'],
  [
    'with an endless signal',
    scenario({ signals: '{ x: .inf }' }),
    'INPUT_INVALID: Infinity is not a finite number (at signals.x)',
  ],
  ['with an input of the wrong type', module('input: [1, 2]'), 'INPUT_INVALID: the gain is', '(at modules.gate.input)'],
  [
    'with a sequence that is none',
    scenario({ couplings: '[]', modules: '{ order: { use: SequenceConsistencyModule, input: "1, 2" } }' }),
    'INPUT_INVALID:',
    '(at modules.order.input)',
  ],
  [
    'with neither input nor start',
    module('with: {}'),
    'INPUT_INVALID: exactly one of input and start is needed (at modules.gate)',
  ],

  [
    'with an id in between that is no text',
    `cfc: 1
modules: { 0: { use: LandauModule, start: 0.5 }, 1: { use: LandauModule, start: 0.5 } }
couplings: [{ use: QuadraticCoupling, between: [1, 0] }]`,
    'INPUT_INVALID: 1 is not the id of a module (at couplings[0].between)',
  ],
  [
    'with a coupling of a module to itself',
    scenario({ couplings: '[{ use: QuadraticCoupling, between: [gate, gate] }]' }),
    'INPUT_INVALID: a coupling of module "gate" with itself (at couplings[0])',
  ],
  [
    'with a coupling to a missing module',
    scenario({ couplings: '[{ use: QuadraticCoupling, between: [gate, door] }]' }),
    'NAME_UNKNOWN: no module "door" (at couplings[0].between)',
  ],
  [
    'with a coupling of one end',
    scenario({ couplings: '[{ use: QuadraticCoupling, between: gate }]' }),
    'INPUT_INVALID: between is "gate"',
  ],

  ['with a list of plugins that is none', scenario({ plugins: 'all' }), 'INPUT_INVALID: plugins is "all"'],
  [
    'with a plugin that is not installed',
    plugins('cfc-plugin-nowhere'),
    'NAME_UNKNOWN: no package "cfc-plugin-nowhere" (at plugins). Install it: npm install cfc-plugin-nowhere',
  ],
  [
    'with a plugin file that is not there',
    plugins('./nowhere.js'),
    'NAME_UNKNOWN: no file "./nowhere.js" (at plugins)',
  ],
  [
    'with a plugin file without its dot',
    plugins('own.mjs'),
    'NAME_UNKNOWN: no package "own.mjs" (at plugins). A file begins with a dot: ./own.mjs.',
  ],
  [
    'with a folder for a plugin',
    plugins('./node_modules/one/'),
    'INPUT_INVALID: "./node_modules/one/" is a folder (at plugins). ',
    'like ./node_modules/one/index.js.',
  ],
  [
    'with a package that is no plugin',
    plugins('no-plugin'),
    'INPUT_INVALID: "no-plugin" exports no plugin (at plugins). Export what definePlugin returns.',
  ],
  [
    'with a plugin that is no program',
    plugins('unfinished'),
    `INPUT_INVALID: "unfinished" cannot be loaded: `,
    '(at plugins). Repair it: node --check shows the line.',
  ],
  [
    'with a plugin that throws',
    plugins('broken'),
    'INPUT_INVALID: "broken" cannot be loaded: it is broken (at plugins)',
  ],
  [
    'with a plugin of another contract',
    plugins('old'),
    'PLUGIN_API: the plugin "old" speaks contract 99, this core speaks 1',
  ],
  ['with two plugins of one name', plugins('one', 'two'), 'PLUGIN_TWICE: the plugin "same" is listed twice'],
  ['with one plugin twice', plugins('one', 'one'), 'PLUGIN_TWICE: the plugin "same" is listed twice'],
  [
    'with two pieces of one name',
    plugins('thief'),
    'NAME_TAKEN: "LandauModule" is provided by "@cfc/core" and by "thief"',
  ],
];

/** Exit code 2, nothing on stdout, exactly one line on stderr that begins as given. */
async function refused(argv: readonly string[], cwd: string, start: string, told = ''): Promise<void> {
  const { code, stdout, stderr } = await cfc(argv, cwd);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toMatch(/^[A-Z_]+: .+\. .+\n$/);
  expect(stderr.slice(0, start.length)).toBe(start);
  expect(stderr).toContain(told);
}

describe.each([['run'], ['evaluate']])('cfc %s refuses a scenario', (command) => {
  test.each(files.map(([title, text, start, told]) => ({ title, text, start, told })))('$title', async (given) => {
    const { text, start, told } = given;
    await refused([command, 's.yaml', '--json'], folder({ 's.yaml': text, ...third }), start, told);
  });

  test('that is no JSON, with line and column', async () => {
    const cwd = folder({ 's.json': '{\n  "cfc": 1,\n  "modules": ]\n}' });
    await refused([command, 's.json'], cwd, 'INPUT_INVALID: not YAML:', '(at s.json, line 3, column 14)');
  });

  test('that is not there, or a folder', async () => {
    await refused([command, 'nowhere.yaml'], folder(), 'INPUT_INVALID: no such file (at nowhere.yaml)');
    await refused([command, '.'], folder(), 'INPUT_INVALID: a folder, not a file (at .)');
  });
});

describe('cfc refuses a command line', () => {
  test.each([
    ['an unknown command', ['rnu'], "NAME_UNKNOWN: unknown command 'rnu' (at the command line). Did you mean run?"],
    ['help for an unknown command', ['help', 'rnu'], 'NAME_UNKNOWN: no such command (at the command line)'],
    ['an unknown flag', ['run', 's.yaml', '--jsno'], "OPTION_UNKNOWN: unknown option '--jsno'", 'Did you mean --json?'],
    ['an unknown flag before the command', ['--fast'], "OPTION_UNKNOWN: unknown option '--fast'"],
    ['no scenario', ['run'], "INPUT_INVALID: missing required argument 'scenario'"],
    ['two scenarios', ['run', 'a.yaml', 'b.yaml'], "INPUT_INVALID: too many arguments for 'run'"],
    ['a flag without its value', ['run', 'a.yaml', '--out'], "OPTION_INVALID: option '--out <dir>' argument missing"],
    [
      'an empty folder to write to',
      ['run', 'a.yaml', '--out', ''],
      'OPTION_INVALID: the name of the folder is empty (at --out)',
    ],
    [
      'a blank folder to resume from',
      ['run', 'a.yaml', '--out', ' ', '--resume'],
      'OPTION_INVALID: the name of the folder is empty (at --out)',
    ],
    ['no benchmark', ['bench'], 'INPUT_INVALID: no benchmark is named (at cfc bench). Name one: df90, adapters.'],
    [
      'an unknown benchmark',
      ['bench', 'df80'],
      'NAME_UNKNOWN: no benchmark "df80" (at cfc bench). Did you mean "df90"?',
    ],
    ['no command of a group', ['vacua'], 'INPUT_INVALID: no command is named (at cfc vacua). Name one: enumerate, '],
    ['an unknown command of a group', ['jobs', 'wrok'], 'NAME_UNKNOWN: no command "wrok" (at cfc jobs)'],
    [
      'an unknown plugin',
      ['plugins', '--plugin', 'cfc-plugin-nowhere'],
      'NAME_UNKNOWN: no package "cfc-plugin-nowhere" (at --plugin)',
    ],
    ['a folder for a plugin', ['plugins', '--plugin', '.'], 'INPUT_INVALID: "." is a folder (at --plugin)'],
    [
      'a folder for a plugin of the schema',
      ['schema', '--plugin', '../'],
      'INPUT_INVALID: "../" is a folder (at --plugin)',
    ],
  ])('with %s', async (_, argv, start, told = '') => {
    await refused(argv, folder(), start, told);
  });

  test('but shows its help and its version', async () => {
    for (const argv of [[], ['--help'], ['help'], ['run', '--help']]) {
      const { code, stdout, stderr } = await cfc(argv, folder());
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^Usage: cfc/);
    }
    expect((await cfc(['--version'], folder())).stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  });
});

test('a good scenario is not refused', async () => {
  expect((await cfc(['run', 's.yaml'], folder({ 's.yaml': scenario() }))).code).toBe(0);
});

test('a fault of the program itself prints its stack and exits 1', async () => {
  const fault = {
    write: () => {
      throw new TypeError('a defect');
    },
  };
  const { code, stderr } = await cfc(['run', 's.yaml'], folder({ 's.yaml': scenario() }), { stdout: fault });
  expect(code).toBe(1);
  expect(stderr).toMatch(/^TypeError: a defect\n {4}at /);
});
