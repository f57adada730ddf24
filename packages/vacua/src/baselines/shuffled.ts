import { shuffledOrder } from './order.js';

/** The control that has to fail: the same labels, dealt out anew. A model that beats the majority on them has a leak. */
export const shuffledLabels = (labels: readonly number[], seed: number): number[] =>
  shuffledOrder(labels.length, seed).map((i) => labels[i]!);
