/** What came of a proposal that was measured. */
export interface Decision {
  readonly id: string;
  readonly round: number;
  /** `outdone` where it would have paid, and this branch went on with another one. */
  readonly outcome: 'accepted' | 'refused' | 'outdone';
  /** E before less E after, both relaxed: above 0 where the energy falls. */
  readonly gain: number;
  /** γ for each module and so on. */
  readonly cost: number;
  /** gain - cost, the fall of the total; to be accepted it has to exceed τ. */
  readonly net: number;
  /** η of its gate, in [0, 1]; above 1/2 where net exceeds τ, by the laws that are given as a number. */
  readonly gate: number;
  /** Where gates blend: the fall of the total with the proposal weighted by its gate. Null where they snap. */
  readonly blended: number | null;
  /** The fall of the energy of what was there before: below 0 where that has to give way. */
  readonly redemption: number;
}

/** Why a proposal did not enter a branch, at last. */
export interface Refusal {
  readonly id: string;
  readonly round: number;
  /** A sentence. */
  readonly reason: string;
  /** As in its last decision; null where it was never measured. */
  readonly gain: number | null;
  readonly net: number | null;
}
