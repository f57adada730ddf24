/** Mid-tones that can be told apart on white and on near-black, also by the colour-blind. */
export const colours = { ours: '#1b8fd1', filter: '#d9730d', truth: '#8c8c8c', faults: '#d1434b' } as const;
