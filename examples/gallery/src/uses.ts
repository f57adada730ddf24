import type { Report } from './report.js';
import { channelGame } from './channel-game.js';
import { scheduling } from './scheduling.js';
import { sensorFusion } from './sensor-fusion.js';

/** Every use of the gallery, by the name of its file. */
export const uses: Readonly<Record<string, () => Report>> = {
  'channel-game': channelGame,
  scheduling,
  'sensor-fusion': sensorFusion,
};
