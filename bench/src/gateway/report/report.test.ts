import { describe, expect, it } from '@jest/globals';
import { peers } from '../peers.js';
import type { Result } from '../run-rounds.js';
import { writeMarkdown } from './markdown.js';
import { figureOf, ratioOf } from './ratios.js';
import { printSpread, spreadOf } from './spread.js';

const still = {
  requests: 100,
  failures: 0,
  p50Ms: 1,
  p99Ms: 2,
  peakMemoryMb: 100,
  subgraphRequestsPerRequest: 1,
  subgraphBytesPerRequest: 10,
};

/** Two servers in three rounds, on a machine that was busy in the second. */
const results: readonly Result[] = [
  { ...still, round: 1, shape: 'tiny', peer: 'ours', perSecond: 400, cpuMsPerRequest: 1 },
  { ...still, round: 1, shape: 'tiny', peer: 'stock', perSecond: 100, cpuMsPerRequest: 4 },
  { ...still, round: 2, shape: 'tiny', peer: 'ours', perSecond: 100, cpuMsPerRequest: 2 },
  { ...still, round: 2, shape: 'tiny', peer: 'stock', perSecond: 20, cpuMsPerRequest: 8 },
  { ...still, round: 3, shape: 'tiny', peer: 'ours', perSecond: 600, cpuMsPerRequest: 1 },
  { ...still, round: 3, shape: 'tiny', peer: 'stock', perSecond: 100, cpuMsPerRequest: 5 },
];

describe('the report of a run', () => {
  it('compares measurements of one round only, so that a busy minute falls on both sides', () => {
    expect(ratioOf(results, { peer: 'ours', base: 'stock', shape: 'tiny', figure: 'perSecond' })).toEqual({
      median: 5,
      min: 4,
      max: 6,
    });
  });

  it('gives the median and the reach of a figure, and nothing for what was not measured', () => {
    expect(figureOf(results, { peer: 'ours', shape: 'tiny', figure: 'cpuMsPerRequest' })).toEqual({
      median: 1,
      min: 1,
      max: 2,
    });
    expect(spreadOf([4, 1, 3, 2]).median).toBe(2.5);
    expect(printSpread(ratioOf(results, { peer: 'ours', base: 'hive', shape: 'tiny', figure: 'perSecond' }))).toBe('–');
    expect(printSpread({ median: 2.306, min: 2.1, max: 1_234.5 })).toBe('2.31 [2.10..1,235]');
  });

  it('has a table for what was measured and none for what was not', () => {
    const measured = peers.filter(({ name }) => name === 'ours' || name === 'stock');
    const text = writeMarkdown({ results, peers: measured, shapes: ['tiny'] });
    expect(text).toContain('| Guildhall gateway | 5.00 [4.00..6.00] |');
    expect(text).toContain('### Over HTTP, nothing shared between requests');
    expect(text).not.toContain('### In one process');
    expect(text).not.toContain('NaN');
  });
});
