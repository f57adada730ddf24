import type { Trainer } from './trainer.js';
import type { TrainerState, UpdateRow } from './state.js';

/**
 * Makes updates until there are `updates` in all.
 *
 * @param log hears of every update, as a row of numbers for a table or a dashboard
 */
export function train<Task>(
  { update }: Pick<Trainer<Task>, 'update'>,
  from: TrainerState,
  updates: number,
  log: (row: UpdateRow, state: TrainerState) => void = () => {},
): TrainerState {
  let state = from;
  while (state.updates < updates) {
    const next = update(state);
    state = next.state;
    log(next.row, state);
  }
  return state;
}
