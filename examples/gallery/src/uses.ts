import { channelGame } from './channel-game.js';
import type { Report } from './report.js';
import { retrievalPlanning } from './retrieval-planning.js';
import { scheduling } from './scheduling.js';
import { sensorFusion } from './sensor-fusion.js';
import { weatherBrief } from './weather-brief.js';

/** Every use of the gallery, by the name of its file. */
export const uses: Readonly<Record<string, () => Report>> = {
  'weather-brief': weatherBrief,
  'retrieval-planning': retrievalPlanning,
  'sensor-fusion': sensorFusion,
  scheduling,
  'channel-game': channelGame,
};
