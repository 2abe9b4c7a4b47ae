import { describe, expect, it } from '@jest/globals';
import { countedExample, goldenExample, papers } from './example-contest.js';
import { layOutJourney } from './journey-layout.js';
import { followVote } from './journey-story.js';

const golden = goldenExample().contest;

describe('the journey of a vote', () => {
  it('splits with a surplus: a part stays, the rest goes on, and together they are the whole vote', () => {
    expect(followVote(golden, ['ANNA', 'BEN'])).toEqual({
      skipped: [],
      legs: [
        { stage: 1, holder: 'ANNA', value: 100_000, moved: undefined },
        { stage: 2, holder: 'BEN', value: 34_615, moved: { by: 'SURPLUS', from: 'ANNA', stayed: 65_385 } },
      ],
      parts: [
        { holder: 'ANNA', value: 65_385 },
        { holder: 'BEN', value: 34_615 },
      ],
    });
  });

  it('goes on whole when somebody is taken out, and to nobody when nobody is left on the ballot', () => {
    const { legs, parts } = followVote(golden, ['RON']);
    expect(legs[1]).toEqual({
      stage: 3,
      holder: undefined,
      value: 100_000,
      moved: { by: 'EXCLUSION', from: 'RON', stayed: 0 },
    });
    expect(parts).toEqual([{ holder: undefined, value: 100_000 }]);
  });

  it('passes over who no longer stood, and says so', () => {
    const { contest } = countedExample(papers(20, 'CARL>ANNA'), {
      candidates: ['ANNA', 'CARL', 'RON'],
      withdrawn: ['CARL'],
      seats: 1,
    });
    const story = followVote(contest, ['CARL', 'ANNA']);
    expect(story.skipped).toEqual(['CARL']);
    expect(story.legs.map(({ holder }) => holder)).toEqual(['ANNA']);
  });

  it('has no steps for a ballot on which nobody was counted', () => {
    expect(followVote(golden, [])).toEqual({ skipped: [], legs: [], parts: [] });
  });

  it('asks nobody: it is a function of what is published and what was typed', () => {
    expect(followVote(golden, ['CARL', 'BEN'])).toEqual(followVote(golden, ['CARL', 'BEN']));
  });
});

describe('the picture of a journey', () => {
  it('shows what stayed behind from the stage at which the rest went on', () => {
    const { rows, stretches, bends } = layOutJourney(followVote(golden, ['ANNA', 'BEN']), 4);
    expect(rows).toEqual(['ANNA', 'BEN']);
    expect(stretches).toEqual([
      { row: 0, fromStage: 1, toStage: 1, value: 1, hasStayed: false },
      { row: 0, fromStage: 1, toStage: 4, value: 0.65385, hasStayed: true },
      { row: 1, fromStage: 2, toStage: 4, value: 0.34615, hasStayed: false },
    ]);
    expect(bends).toEqual([{ fromRow: 0, toRow: 1, stage: 2, value: 0.34615 }]);
  });

  it('leaves nothing behind where somebody was taken out', () => {
    const { stretches } = layOutJourney(followVote(golden, ['CARL', 'BEN']), 4);
    expect(stretches.filter(({ hasStayed }) => hasStayed)).toEqual([]);
  });
});
