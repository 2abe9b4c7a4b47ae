import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { readCount, type ToldContest } from './count-model.js';
import { countedExample, goldenExample, papers } from './example-contest.js';
import { sayDifference } from './say-difference.js';
import { createCountWords } from './count-words.js';

const texts: unknown = JSON.parse(readFileSync(join(import.meta.dirname, 'locales/en.json'), 'utf8'));

/** Reads the English words as the app does, but for plural forms other than one. */
function t(
  keys: string | readonly string[],
  values: Readonly<Record<string, string | number | undefined>> = {},
): string {
  const [key = ''] = typeof keys === 'string' ? [keys] : keys;
  const find = (path: string): unknown =>
    path.split('.').reduce<unknown>((at, part) => (at as Record<string, unknown> | undefined)?.[part], texts);
  const text = (values['count'] === 1 ? find(`${key}_one`) : undefined) ?? find(key);
  if (typeof text !== 'string') throw new Error(`no word for ${key}`);
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_whole, name: string) => String(values[name] ?? ''));
}

function told(contest: ToldContest): readonly (readonly string[])[] {
  const count = readCount(contest);
  const { sentencesOf } = createCountWords(count, { t, language: 'en' });
  return count.stages.map(sentencesOf);
}

describe('a count in words', () => {
  it('says what moved, at what worth, to whom, and who is elected', () => {
    const [first, second, third, fourth] = told(goldenExample().contest);
    expect(first).toEqual([
      'The first preferences of 100 valid ballots were counted. 34 votes elect.',
      'Anna reached the quota and is elected.',
    ]);
    expect(second).toEqual([
      'Anna had 18 votes more than the quota. They were passed on: every paper went to its next preference, at 0.34615 of what it was worth.',
      'Passed on: 13.85 to Ben and 4.15 to Carl.',
    ]);
    expect(third).toContain(
      '6 could be passed on to nobody, because nobody who was still in was left on those papers.',
    );
    expect(fourth?.at(-1)).toBe('Ben reached the quota and is elected.');
  });

  it('says when somebody is elected because no more are left than seats', () => {
    const { contest } = countedExample(papers(3, 'ANNA'), { candidates: ['ANNA', 'RON'], seats: 2 });
    expect(told(contest).flat()).toContain('Anna reached the quota and is elected.');
    const few = countedExample([...papers(5, 'ANNA'), ...papers(3, 'BEN'), ...papers(2, 'RON'), ...papers(2, 'CARL')], {
      candidates: ['ANNA', 'BEN', 'CARL', 'RON'],
      seats: 2,
    });
    expect(told(few.contest).flat()).toContain(
      'Ben is elected without the quota: no more people were left than seats.',
    );
  });

  it('says that nominations open again when that reached the quota', () => {
    const { contest } = countedExample(
      [...papers(45, 'RON'), ...papers(30, 'ANNA>RON'), ...papers(25, 'BEN>RON>ANNA')],
      {
        candidates: ['ANNA', 'BEN', 'RON'],
        seats: 1,
      },
    );
    expect(told(contest).flat().at(-1)).toMatch(/^“Re-open nominations” reached the quota/);
  });

  it('does not speak of papers where there were none', () => {
    const { contest } = countedExample([...papers(5, 'ANNA'), ...papers(4, 'BEN'), ...papers(3, 'CARL')], {
      candidates: ['ANNA', 'BEN', 'CARL', 'RON'],
      seats: 1,
    });
    expect(told(contest)[1]).toEqual(['Re-open nominations had no votes and was taken out.']);
  });

  it('says when a lot decided, and when an earlier stage did', () => {
    const lot = countedExample(
      [...papers(10, 'ANNA'), ...papers(4, 'BEN'), ...papers(4, 'CARL'), ...papers(9, 'DORA')],
      {
        candidates: ['ANNA', 'BEN', 'CARL', 'DORA', 'RON'],
        seats: 1,
      },
    );
    expect(
      told(lot.contest)
        .flat()
        .some((said) => said.includes('The lot decided that')),
    ).toBe(true);
    const stage = countedExample(
      [
        ...papers(11, 'ANNA'),
        ...papers(12, 'DORA'),
        ...papers(6, 'BEN'),
        ...papers(5, 'CARL'),
        ...papers(1, 'EVE>CARL'),
      ],
      { candidates: ['ANNA', 'BEN', 'CARL', 'DORA', 'EVE', 'RON'], seats: 1 },
    );
    expect(
      told(stage.contest)
        .flat()
        .some((said) => said.includes('because Carl had fewer at stage')),
    ).toBe(true);
  });
});

describe('the first difference of a recount', () => {
  it('names the stage, whose votes, and both figures', () => {
    const { nameOf } = createCountWords(readCount(goldenExample().contest), { t, language: 'en' });
    const said = sayDifference(
      { fact: 'VOTES', stage: 2, candidateId: 'BEN', published: '33.84601', recounted: '33.84600' },
      { t, nameOf },
    );
    expect(said).toBe('Stage 2, votes of Ben: published is 33.84601, the recount gives 33.84600.');
  });

  it('tells ids by their names and nothing by a word', () => {
    const id = '0192f0c1-2b6e-4a7e-8a5c-0123456789ab';
    const said = sayDifference(
      { fact: 'ELECTED', stage: undefined, candidateId: undefined, published: id, recounted: '' },
      { t, nameOf: () => 'Ben' },
    );
    expect(said).toBe('Who is elected: published is Ben, the recount gives nothing.');
  });
});
