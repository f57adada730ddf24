/** What a value has to be in relation to its target. */
export type Sense = 'atMost' | 'atLeast' | 'equal';
