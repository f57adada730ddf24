import type { Report } from './report.js';
import { scheduling } from './scheduling.js';
import { sensorFusion } from './sensor-fusion.js';

/** Every use of the gallery, by the name of its file. */
export const uses: Readonly<Record<string, () => Report>> = {
  scheduling,
  'sensor-fusion': sensorFusion,
};
