// Formulas and examples of the pieces for docs/pieces.md. A piece without an entry in `formulas` is a fault.
import { built } from './workspace.mjs';

/** What a piece computes, in one line. η: order parameters, g: gradient, t: step length, r: Gershgorin rows, w: weight of the term. */
const formulas = {
  LandauModule: 'F(η) = a η² + b η⁴ - h η',
  SequenceConsistencyModule: 'F(η) = α (1 - η)² + β (1 - η)⁴, η = share of sampled pairs i < j with x_i ≤ x_j',
  EnergyGatingModule: 'F(η) = a η² + b η⁴, η = 1 - exp(-softplus(k (gain - cost))) = σ(k (gain - cost))',
  ConnectivityModule: 'F(η) = α (1 - η)² + β (1 - η)⁴, η from the clusters of the graph',
  CompressionEnergyModule: 'F(η) = a (η - target)² + b (η - target)⁴, η = the space saved, 1 - compressed / raw',
  PolynomialEnergyModule: 'F(η) = Σ_k c_k φ_k(2η - 1)',
  AttentionModule: 'F(η) = α (1 - η)² + β (1 - η)⁴, η = 1 - mean normalised entropy of the weights',
  NashModule: 'F(η) = α (1 - η)² + β (1 - η)⁴, η = 1 - regret / (largest - smallest payoff)',
  GameModule: 'F(η) = α (1 - η)² + β (1 - η)⁴, η = 1 - normalised regret of both players',
  RegretModule: 'F(η) = α (1 - η)² + β (1 - η)⁴, η = 1 - regret / span',
  QuadraticCoupling: 'F(a, b) = weight (a - b)²',
  DirectedHingeCoupling: 'F(a, b) = weight max(0, b - a)²',
  AsymmetricHingeCoupling: 'F(a, b) = weight max(0, β b - α a)²',
  GateBenefitCoupling: 'F(a, b) = -weight · signal · a',
  DampedGateBenefitCoupling: 'F(a, b) = -weight · damping · scaled signal · a^etaPower',
  Auto: 'ProjectedNewton where all families have curvatures, else ProjectedLbfgs',
  ProjectedNewton: 'η ← clip(η - t d), H_FF d_F = g_F on the free rows',
  Fista: 'η ← clip(y - θ g(y) / r(y)), y = η + β (η - η_previous)',
  SpectralProjectedGradient: 'η ← clip(η - t g), first t = s·s / s·y of the last move s and change of gradient y',
  ProjectedLbfgs: 'η ← clip(η - t B g), B from the last moves and changes of gradient',
  GaussSeidel: 'for each i in turn: η_i ← clip(η_i - g_i / H_ii)',
  Descent: 'η ← clip(η - t d), d the transformed gradient',
  Coordinate: 'η_i ← clip(η_i - step · g_i) for the i with the largest projected slope',
  Proximal: 'a pair at a time: (a, b) ← argmin F(a, b) + ((a - a₀)² + (b - b₀)²) / 2τ',
  Admm: 's ← prox(g - u); η ← a gradient step on local energies + ρ/2 Σ (s - g + u)²; u ← u + s - g',
  Switching: 'a burst of one method, then the other until it stalls, and again',
  ActiveSet: 'a step of the inner method on the modules with the largest |η - clip(η - g)| and their neighbours',
  Normalise: 'd ← d / |d|',
  ClipNorm: 'd ← d · min(1, norm / |d|)',
  Precondition: 'd_i ← d_i / max(p_i, floor), p_i = |H_ii| or r_i',
  FixedStep: 't = step',
  Backtracking: 'the first t = initial · shrinkᵏ with E(η(t)) ≤ E(η) - decrease · g · (η - η(t))',
  StabilityLimit: 't ≤ fraction · 2 g·d / (max_i r_i · d·d)',
  SmallGainLimit: 't_i ≤ θ / r_i: monotone for every θ < 2',
  TangentNoise: 'η ← clip(η + n), n · g = 0, |n| = magnitude · decayᵏ · scale',
  Monotone: 'accepts where ΔE ≤ tolerance',
  FreeEnergy: 'accepts where Δ(U - T S) ≤ 0, S = -Σ (η ln η + (1 - η) ln(1 - η))',
  MaxSteps: 'k ≥ steps',
  GradientBelow: 'max_i |η_i - clip(η_i - g_i)| ≤ norm',
  Stalled: 'the energy has fallen by no more than the tolerance',
  AnyOf: 'r₁ or r₂ or …',
  AllOf: 'r₁ and r₂ and …',
  Ramp: 'w ← w · (start + (1 - start) min(1, k / steps)) for couplings',
  BackingOff: 'start ← max(floor, start · factor) of the inner schedule after refusals',
  Competence: 'w ← w · max(0, (c(k) - d) / (1 - d)) for couplings of difficulty d, c(k) from start to 1',
  AutoBalance: 'w ← w · target / norm where norm > ratio · target',
  CapCouplings: 'w ← s w for couplings, the largest s ≤ 1 with local_i + s · couplings_i ≤ target',
  Clamped: 'multiplier ← min(ceiling, max(floor, multiplier)) of the inner adapter',
  GradNorm: 'm ← clip(m (1 + rate · alpha · (1 - norm / target)), floor, ceiling)',
  Agm: 'while energies settle: couplings · 1.05, gates · 0.97; while they do not: the other way round',
  SmallGain: 'raises couplings by value per share of the stability margin, at most rho of the margin in a step',
  SmallGainFast: 'SmallGain with larger changes',
  SmallGainConservative: 'SmallGain with smaller changes and tighter bounds',
  Dual: 'λ_t ← max(0, λ_t + rate (E_t - target_t)); the multiplier of term t is λ_t',
  GspoWeights: 'weights read once from the policy, then w ← 1 as the run goes on',
};

const pennies = '{ row: [[1, -1], [-1, 1]], column: [[-1, 1], [1, -1]], x: [0.9, 0.1], y: [0.5, 0.5] }';
const inputs = {
  LandauModule: 'start: 0.9',
  PolynomialEnergyModule: 'start: 0.9',
  SequenceConsistencyModule: 'input: [1, 2, 2, 5, 4]',
  EnergyGatingModule: 'input: { gain: 0.3 }',
  ConnectivityModule: 'input: { nodes: 5, edges: [[0, 1], [1, 2], [3, 4]] }',
  CompressionEnergyModule: 'input: { raw: 1200, compressed: 310 }',
  AttentionModule: 'input: { queries: [[0.9, 0.2]], keys: [[1, 0], [0, 1]] }',
  NashModule: 'input: { pRow: 0.9, pCol: 0.5 }',
  GameModule: `input: ${pennies}`,
  RegretModule: 'input: { payoffs: [3, 0], strategy: [0.2, 0.8], span: 3 }',
};

/** Options of the examples; without an entry the defaults. */
const options = {
  LandauModule: 'a: -0.5, h: 0.1',
  SequenceConsistencyModule: 'samples: 256',
  EnergyGatingModule: 'cost: 0.05',
  CompressionEnergyModule: 'target: 0.6',
  PolynomialEnergyModule: 'coefficients: [0, 0.4, 0.5]',
  QuadraticCoupling: 'weight: 0.6',
  AsymmetricHingeCoupling: 'alpha: 0.5',
  GateBenefitCoupling: 'signal: gain',
  DampedGateBenefitCoupling: 'signal: gain, etaPower: 2',
  Descent: 'search: { use: Backtracking }',
  Switching: 'burst: { use: Coordinate }, main: { use: Descent }',
  StabilityLimit: 'fraction: 0.9',
  SmallGainLimit: 'theta: 1.8',
  TangentNoise: 'magnitude: 0.01',
  AnyOf: 'of: [{ use: MaxSteps }, { use: GradientBelow }]',
  AllOf: 'of: [{ use: Stalled }, { use: GradientBelow }]',
  Ramp: 'start: 0.2, steps: 10',
  BackingOff: 'schedule: { use: Ramp }',
  CapCouplings: 'target: 3',
  Clamped: 'adapter: { use: AutoBalance }',
  Dual: "targets: { 'local:LandauModule': 0.1 }",
  GspoWeights: 'policy: untrained, updateEvery: 4',
};

/** A scenario, or the part of one, that uses the piece. */
function exampleOf(plugin, { slot, name }) {
  const given = options[name] === undefined ? '' : `, with: { ${options[name]} }`;
  const use = `{ use: ${name}${given} }`;
  const plugins = plugin === '@cfc/core' ? '' : `plugins: ['${plugin}']\n`;
  if (slot === 'module') return `${plugins}modules:\n  m: { use: ${name}${given}, ${inputs[name]} }`;
  if (slot === 'coupling') {
    const signals = /signal: (\w+)/.exec(given);
    const link = `couplings: [{ use: ${name}, between: [a, b]${given} }]`;
    const two = 'modules: { a: { use: LandauModule, start: 0.9 }, b: { use: LandauModule, start: 0.1 } }';
    return `${two}\n${link}${signals === null ? '' : `\nsignals: { ${signals[1]}: 0.08 }`}`;
  }
  const inner = { transform: `transforms: [${use}]`, search: `search: ${use}`, limit: `limit: ${use}` };
  inner.explore = `explore: ${use}`;
  const line = inner[slot] === undefined ? `${slot}: ${use}` : `method: { use: Descent, with: { ${inner[slot]} } }`;
  return `${plugins}relax:\n  ${line}`;
}

/** Every plugin with pieces, core first: [name of the folder, plugin]. */
export async function pluginsWithPieces(folders) {
  const found = [];
  for (const folder of folders) {
    const all = Object.values(await built(folder));
    found.push(...all.filter((one) => Array.isArray(one?.provides)).map((plugin) => [folder, plugin]));
  }
  return found.sort(([a], [b]) => Number(b === 'core') - Number(a === 'core'));
}

/** The formula and the example of a piece, as Markdown. */
export function formulaAndExample(plugin, piece) {
  const formula = formulas[piece.name];
  if (formula === undefined) throw new Error(`no formula for ${piece.name}: add one to scripts/docs-pieces.mjs`);
  const example = `\`\`\`yaml\n${exampleOf(plugin, piece)}\n\`\`\`\n`;
  return { formula: `    ${formula}\n`, example };
}
