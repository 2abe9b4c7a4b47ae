import { describe, expect, it } from '@jest/globals';
import { readCount } from './count-model.js';
import { countedExample, goldenExample, papers } from './example-contest.js';

const fates = (contest: Parameters<typeof readCount>[0]) =>
  readCount(contest).candidates.map(({ id, fate }) => [id, fate.kind, fate.stage]);

describe('the count of a contest', () => {
  it('puts those elected first, in the order of election, and whoever was taken out first last', () => {
    expect(fates(goldenExample().contest)).toEqual([
      ['ANNA', 'ELECTED', 1],
      ['BEN', 'ELECTED', 4],
      ['CARL', 'EXCLUDED', 4],
      ['RON', 'EXCLUDED', 3],
    ]);
  });

  it('tells apart who was taken out and who was still in when the seats were filled', () => {
    const { contest } = countedExample([...papers(60, 'ANNA'), ...papers(30, 'BEN'), ...papers(5, 'CARL')], {
      candidates: ['ANNA', 'BEN', 'CARL', 'RON'],
      seats: 1,
    });
    expect(fates(contest)).toEqual([
      ['ANNA', 'ELECTED', 1],
      ['BEN', 'LEFT', undefined],
      ['CARL', 'LEFT', undefined],
      ['RON', 'LEFT', undefined],
    ]);
  });

  it('leaves out who was passed over', () => {
    const { contest } = countedExample(papers(20, 'CARL>ANNA'), {
      candidates: ['ANNA', 'CARL', 'RON'],
      withdrawn: ['CARL'],
      seats: 1,
    });
    expect(readCount(contest).candidates.map(({ id }) => id)).toEqual(['ANNA', 'RON']);
  });

  it('keeps every figure exact', () => {
    const { stages, quota } = readCount(goldenExample().contest);
    expect(quota).toBe(3_400_000);
    expect([...(stages[1]?.votes ?? [])]).toEqual([
      ['ANNA', 3_400_000],
      ['BEN', 3_384_600],
      ['CARL', 2_615_380],
      ['RON', 600_000],
    ]);
  });
});
