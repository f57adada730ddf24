import { CfcError, type Schedule, defineSchedule, numbers, suggestion } from '@cfc/core';
import { competenceAt, competenceFields } from './competence.js';

/**
 * Couplings from gentle to full and from easy to hard: at competence c(t) a term of difficulty d has the share
 * max(0, (c - d) / (1 - d)) of its weight, so that it comes in when c passes d and all are whole when c is 1.
 *
 * Coupling terms count as difficulty 0 where none is given, local terms are whole where none is given. `Ramp` of core is the
 * straight line without difficulties.
 *
 * Options: `start`, `steps`, `power` as of `competence`; `difficulty` in [0, 1) by term key. Throws `NAME_UNKNOWN` for a key
 * that is none of the system's terms, when the run begins.
 * Source: E. Platanios et al., Competence-based curriculum learning, NAACL (2019) 1162.
 */
export const competenceSchedule = defineSchedule({
  name: 'Competence',
  meaning: 'lets couplings come in from easy to hard, each from gentle to full',
  options: { ...competenceFields, difficulty: numbers('how hard single terms are, by term key', { min: 0, below: 1 }) },
  make: ({ difficulty, ...pace }): Schedule<null> => ({
    init(terms) {
      const keys = terms.map(({ key }) => key);
      for (const key of Object.keys(difficulty)) {
        if (keys.includes(key)) continue;
        throw new CfcError('NAME_UNKNOWN', `no term "${key}"`, 'Competence.difficulty', suggestion(key, keys));
      }
      return null;
    },
    weights(iteration, terms) {
      const now = competenceAt(iteration, pace);
      return Float64Array.from(terms, ({ key, kind }) => {
        const hard = difficulty[key] ?? (kind === 'coup' ? 0 : null);
        return hard === null ? 1 : Math.max(0, (now - hard) / (1 - hard));
      });
    },
  }),
});
