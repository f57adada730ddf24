/** The columns of what pieces report under a name of their own in the code; all other facts keep their names. */
export const factColumns: Readonly<Record<string, string>> = Object.freeze({
  tries: 'backtracks',
  step: 'step_length',
  contractionMargin: 'contraction_margin',
  safeStep: 'safe_step',
  uncertifiedRows: 'uncertified_rows',
  couplingScale: 'coupling_scale',
  rowsBeyondTarget: 'rows_beyond_target',
  noiseScale: 'noise_scale',
  phaseRate: 'phase:rate',
  phaseVariance: 'phase:variance',
  phaseTrend: 'phase:trend',
  phaseOscillation: 'phase:oscillation',
  uncertaintyEpistemic: 'uncertainty:epistemic',
  primalResidual: 'primal_residual',
});
