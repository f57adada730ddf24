/** Games as modules: regrets and Nash gaps, games of two and on graphs, and how players learn. */
export { actionPayoffs } from './game/action-payoffs.js';
export { bimatrix } from './game/bimatrix.js';
export type { Bimatrix } from './game/bimatrix.js';
export { checkProfile } from './game/check-profile.js';
export type { Game, PairGame } from './game/game.js';
export type { Matrix } from './game/matrix.js';
export { polymatrix } from './game/polymatrix.js';
export type { Polymatrix, PolymatrixEdge } from './game/polymatrix.js';
export { uniformStrategy } from './game/strategy.js';
export type { Profile, Strategy } from './game/strategy.js';
export { symmetricGame } from './game/symmetric-game.js';
export type { SymmetricPayoffs } from './game/symmetric-game.js';
export { zeroSum } from './game/zero-sum.js';

export { bestResponses } from './regret/best-responses.js';
export { nashGap } from './regret/nash-gap.js';
export type { NashGap } from './regret/nash-gap.js';
export { normalisedRegret } from './regret/normalised-regret.js';
export { redemption } from './regret/redemption.js';
export { regret } from './regret/regret.js';
export { normalisedRegrets, regrets } from './regret/regrets.js';
export { securityLevels } from './regret/security-levels.js';

export type { Learned, Learner } from './learning/learner.js';
export { multiplicativeWeights } from './learning/multiplicative-weights.js';
export type { WeightsState } from './learning/multiplicative-weights.js';
export { averageRegrets, beginPlay, nextRound } from './learning/play.js';
export type { Play } from './learning/play.js';
export { regretMatching } from './learning/regret-matching.js';
export type { RegretState } from './learning/regret-matching.js';
export { replicator } from './learning/replicator.js';
export { replicatorLimit, replicatorStep } from './learning/replicator-step.js';

export { gameModule } from './modules/game-module.js';
export type { GameInput } from './modules/game-module.js';
export { nashModule } from './modules/nash-module.js';
export type { NashInput } from './modules/nash-module.js';
export { playerInputs } from './modules/player-inputs.js';
export { regretModule } from './modules/regret-module.js';
export type { RegretInput } from './modules/regret-module.js';
export { gamePlugin } from './plugin.js';
