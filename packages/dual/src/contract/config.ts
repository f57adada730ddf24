/** A normalizer by its name, or with options. */
export type NormalizerOptions = string | { readonly type: string; readonly [option: string]: unknown };

/** A target: a number, or a rule by its type with options. */
export type TargetOptions = number | { readonly type: string; readonly [option: string]: unknown };

/** How a multiplier answers to the error e of its constraint; see the files of the same names in `controllers`. */
export type ControllerOptions =
  | { readonly type: 'ascent' }
  | {
      readonly type: 'nupi';
      readonly ki?: number;
      readonly kp?: number;
      readonly nu?: number;
      readonly first?: 'zero' | 'smoothed' | 'error' | 'kick';
    }
  | {
      readonly type: 'pid';
      readonly kp?: number;
      readonly ki?: number;
      readonly kd?: number;
      readonly delay?: number;
      readonly smoothP?: number;
      readonly smoothD?: number;
      readonly antiWindup?: boolean;
    };

/** Coefficient c of the augmented Lagrangian: a number stays; `geometric` grows; `adaptive` grows where the violation does not fall. */
export type PenaltyOptions =
  | number
  | { readonly type: 'constant'; readonly c: number }
  | {
      readonly type: 'geometric';
      readonly c: number;
      readonly factor?: number;
      readonly every?: number;
      readonly max?: number;
    }
  | {
      readonly type: 'adaptive';
      readonly c: number;
      readonly factor?: number;
      readonly every?: number;
      readonly shrink?: number;
      readonly tolerance?: number;
      readonly max?: number;
    };

/**
 * When a value is a spike and how long λ rests then; see `rules/spike.ts`.
 *
 * `window` (30), `minHistory` (10), `kappa` (6), `floor` (1e-3, in raw units), `hold` (3), `maxStreak` (20).
 */
export interface SpikeOptions {
  readonly window?: number;
  readonly minHistory?: number;
  readonly kappa?: number;
  readonly floor?: number;
  readonly hold?: number;
  readonly maxStreak?: number;
}

/** When λ pauses because it moves together with the ease metric: `window` (20), `tau` (0.9), `stat` (corr). See `rules/audit.ts`. */
export interface AuditOptions {
  readonly window?: number;
  readonly tau?: number;
  readonly stat?: 'corr' | 'cov';
}

/** One constraint: x̂ at most its target, or at least, or equal. */
export interface ConstraintOptions {
  readonly target: TargetOptions;
  readonly sense?: 'atMost' | 'atLeast' | 'equal';
  readonly normalizer?: NormalizerOptions;
  /** Factor on what reaches the caller's gradient, >= 0 (1). */
  readonly weight?: number;
  /** dx̂/dx in the weight: a number (1), or `normalizer`: what the normalizer says. */
  readonly slope?: number | 'normalizer';
  /** Has to be met: no cap, no leak, no budget (false). */
  readonly hard?: boolean;
  /** η; without one the rate of all, and under a penalty its coefficient c. */
  readonly rate?: number;
  /** λ_max; none by default. */
  readonly max?: number;
  /** λ before the first step (0). */
  readonly initial?: number;
  readonly controller?: ControllerOptions;
  readonly penalty?: PenaltyOptions;
  /** Weight of the newest error in its moving average, in (0, 1] (1: none). */
  readonly ema?: number;
  /** ρ in [0, 1) (0). */
  readonly leak?: number;
  /** ε >= 0 (0). */
  readonly deadzone?: number;
  /** Violation that still counts as satisfied (the deadzone). */
  readonly tolerance?: number;
  readonly spike?: SpikeOptions;
  readonly audit?: AuditOptions;
  /** Update at every k-th step only, from step `offset` on. */
  readonly stagger?: { readonly every: number; readonly offset?: number };
  /** λ ← 0 as soon as v < 0 (false). */
  readonly restart?: boolean;
}

/** Constraints whose multipliers together may not exceed a budget. */
export interface FamilyOptions {
  readonly members: readonly string[];
  readonly budget: number;
  readonly projection?: 'euclidean' | 'proportional';
}

/** When an alert is given, for each constraint. */
export interface AlertOptions {
  /** Steps over which satisfaction is judged (100). */
  readonly window?: number;
  /** Least share of the window in which a constraint is to be satisfied, in [0, 1] (0.8). */
  readonly satisfaction?: number;
  /** Steps in a row at its cap after which λ is told of (10). */
  readonly capped?: number;
}

/** What `createDual` is made from: constraints by name, and what they share. */
export interface DualConfig {
  readonly constraints: Readonly<Record<string, ConstraintOptions>>;
  readonly families?: readonly FamilyOptions[];
  /** η of constraints that have none of their own, > 0 (0.01). */
  readonly rate?: number;
  /** Steps over which η rises from η/N to η (0). */
  readonly warmup?: number;
  /** `dualFirst`: weights hold the new multipliers; `simultaneous`: those from before the step. */
  readonly order?: 'dualFirst' | 'simultaneous';
  readonly alerts?: AlertOptions;
}
