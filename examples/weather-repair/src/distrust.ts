import { defineCoupling, number } from '@cfc/core';

/**
 * Binds a day to its observation unless a gate distrusts it: F = weight (1 - g)(η - target)².
 *
 * The first module is the gate g, the second the day η. With the gate closed (0) the day pays for leaving
 * its observation, with the gate open (1) it is free. Together with the price of an open gate this is the
 * outlier process of robust statistics: M. Black, A. Rangarajan, IJCV 19 (1996) 57.
 */
export const distrust = defineCoupling({
  name: 'DistrustCoupling',
  meaning: 'binds a day to its observation unless the gate distrusts it: weight (1 - g)(η - target)²',
  options: {
    weight: number(1, 'how much an observation is trusted', { min: 0 }),
    target: number(0.5, 'the observation, as an order parameter', { min: 0, max: 1 }),
  },
  energy: (gate, day, { weight, target }) => weight * (1 - gate) * (day - target) * (day - target),
  slopes(gate, day, { weight, target }, _signals, out) {
    const gap = day - target;
    out[0] = -weight * gap * gap;
    out[1] = 2 * weight * (1 - gate) * gap;
  },
  bend: (_gate, _day, { weight, target }) => [0, 2 * weight, 2 * weight * Math.max(target, 1 - target)],
  curvatures(gate, day, { weight, target }, _signals, out) {
    out[0] = 0;
    out[1] = 2 * weight * (1 - gate);
    out[2] = -2 * weight * (day - target);
  },
  difference(fromGate, fromDay, toGate, toDay, { weight, target }) {
    const gap = fromDay - target;
    return weight * ((fromGate - toGate) * gap * gap + (1 - toGate) * (toDay - fromDay) * (toDay - target + gap));
  },
});
