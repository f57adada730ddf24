/*
 * Seeds of draws are hashes of (seed, dataset, id), of 52 bits; the sample and the stream enter as the iteration of the counter-based
 * generator of @cfc/core. Sums of numbers, as prototypes take them, collide: geometry 10 with sample 1 would be geometry 11 with sample 0.
 */
import { uniforms } from '@cfc/core';

/** What a draw is for. Streams of one sample share no number. */
const streams = { regime: 0, parameters: 1, start: 2, search: 3 } as const;

type Stream = keyof typeof streams;

/** One of 2⁵² seeds, by the texts and their borders: ('a', 'bc') is not ('ab', 'c'). MurmurHash3's mixer over UTF-16 units, twice. */
export function seedOf(seed: number, dataset: string, id: string): number {
  let [low, high] = [(seed >>> 0) ^ 0x2545f491, Math.floor(seed / 2 ** 32) ^ 0x5851f42d];
  for (const text of [dataset, id]) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      low = mixed(low ^ unit, 0x9e3779b1);
      high = mixed(high ^ unit, 0x85ebca6b);
    }
    low = mixed(low ^ (text.length | 0x10000), 0x85ebca6b);
    high = mixed(high ^ (text.length | 0x20000), 0x9e3779b1);
  }
  return (finished(high) >>> 12) * 2 ** 32 + finished(low);
}

/** Uniform numbers in (0, 1) of a draw, by index: a function of (seed, sample, stream, index) alone. */
export function drawsOf(seed: number, sample: number, stream: Stream): (index: number) => number {
  return uniforms(seed, sample * 4 + streams[stream]);
}

function mixed(hash: number, factor: number): number {
  const h = Math.imul(hash, factor) + 0x7f4a7c15;
  return Math.imul(h ^ (h >>> 15), 0xc2b2ae35);
}

function finished(hash: number): number {
  let h = hash ^ (hash >>> 16);
  h = Math.imul(h, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
