import { checkCoupling } from '@cfc/core/testing';
import { test } from 'vitest';
import { conflict } from '../src/channel-game.js';
import { overlap } from '../src/retrieval-planning.js';
import { reading, spring } from '../src/sensor-fusion.js';
import { distrust } from '../src/weather-brief.js';

test('the couplings of the uses are what they say', () => {
  checkCoupling(conflict, { options: [{}, { weight: 3 }] });
  checkCoupling(overlap, { options: [{}, { weight: 3 }] });
  checkCoupling(reading, { options: [{ at: 0.4 }, { weight: 2, at: 0.9, c: 0.2 }] });
  checkCoupling(spring, { options: [{}, { weight: -2 }] });
  checkCoupling(distrust, { options: [{}, { weight: 3, target: 0.2 }] });
});
