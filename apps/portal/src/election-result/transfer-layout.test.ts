import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCount, type CountModel } from './count-model.js';
import { countedExample, goldenExample } from './example-contest.js';
import { fitPicture } from './fit-picture.js';
import { layOutTransfers, type PictureSize, type TransferPicture } from './transfer-layout.js';

const size: PictureSize = { step: 100, depth: 10, allVotes: 100, laneMin: 20, gap: 8 };
const golden = readCount(goldenExample().contest);
const layOut = (count: CountModel): TransferPicture => layOutTransfers(count, size);

/** Any small contest with any ballots. */
const counts = fc
  .record({
    seats: fc.integer({ min: 1, max: 3 }),
    ballots: fc.array(fc.shuffledSubarray(['ANNA', 'BEN', 'CARL', 'DORA', 'RON']), { minLength: 1, maxLength: 60 }),
  })
  .map(({ seats, ballots }) =>
    readCount(countedExample(ballots, { candidates: ['ANNA', 'BEN', 'CARL', 'DORA', 'RON'], seats }).contest),
  );

describe('the picture of a count', () => {
  it('has a lane for everybody in the order of the count, and one for what could be given to nobody', () => {
    expect(layOut(golden).lanes.map(({ holder }) => holder)).toEqual(['ANNA', 'BEN', 'CARL', 'RON', undefined]);
  });

  it('has no lane for nobody where every vote could be given to somebody', () => {
    const { contest } = countedExample([['ANNA'], ['ANNA'], ['BEN']], { candidates: ['ANNA', 'BEN', 'RON'], seats: 1 });
    expect(layOut(readCount(contest)).lanes.map(({ holder }) => holder)).toEqual(['ANNA', 'BEN', 'RON']);
  });

  it('draws blocks as large as votes are, and marks the quota of those who reached it', () => {
    const first = layOut(golden).blocks.filter(({ stage }) => stage === 1);
    expect(first.map((block) => [block.holder, Math.round(block.size), block.quotaAt !== undefined])).toEqual([
      ['ANNA', 52, true],
      ['BEN', 20, false],
      ['CARL', 22, false],
      ['RON', 6, false],
    ]);
    expect(Math.round(first[0]?.quotaAt ?? 0)).toBe(34);
  });

  it('lets a surplus flow from beyond what stays, to behind what was there', () => {
    const moved = layOut(golden).ribbons.filter(({ stage, from, to }) => stage === 2 && from !== to);
    expect(moved.map(({ from, to, votes }) => [from, to, votes])).toEqual([
      ['ANNA', 'BEN', 1_384_600],
      ['ANNA', 'CARL', 415_380],
    ]);
    const [toBen] = moved;
    const ben = layOut(golden).lanes[1];
    expect(toBen?.begins.across).toBeCloseTo(34, 3);
    expect(toBen?.ends.across).toBeCloseTo((ben?.start ?? 0) + 20, 3);
  });

  it('ends a ribbon where the next stage begins', () => {
    for (const { begins, ends, stage } of layOut(golden).ribbons) {
      expect(begins.along).toBe((stage - 2) * 100 + 10);
      expect(ends.along).toBe((stage - 1) * 100);
    }
  });

  it('never lets lanes overlap, nor anything lie outside its lane', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const { lanes, blocks, across } = layOut(count);
        lanes.forEach((lane, place) => {
          const next = lanes[place + 1]?.start ?? across + size.gap;
          expect(lane.start + lane.size + size.gap).toBeCloseTo(next, 6);
          for (const block of blocks.filter(({ holder }) => holder === lane.holder))
            expect(block.size).toBeLessThanOrEqual(lane.size + 1e-9);
        });
      }),
    );
  });

  it('lets ribbons carry exactly what every block of a stage holds', () => {
    fc.assert(
      fc.property(counts, (count) => {
        const { blocks, ribbons } = layOut(count);
        for (const block of blocks.filter(({ stage }) => stage > 1)) {
          const arrived = ribbons.filter(({ stage, to }) => stage === block.stage && to === block.holder);
          expect(arrived.reduce((sum, { votes }) => sum + votes, 0)).toBe(block.votes);
        }
      }),
    );
  });

  it('fills the room there is', () => {
    const wide = { isUpright: false, head: 0, side: 0, end: 0 };
    const narrow = { ...wide, isUpright: true };
    expect(fitPicture(golden, wide).across).toBeCloseTo(360, 0);
    expect(fitPicture(golden, narrow).across).toBeCloseTo(300, 0);
  });

  it('is empty where nothing was counted', () => {
    const { contest } = countedExample([], { candidates: ['ANNA', 'RON'], seats: 1 });
    const { blocks, ribbons } = layOut(readCount(contest));
    expect([blocks, ribbons]).toEqual([[], []]);
  });
});
