import { describe, expect, it } from '@jest/globals';
import { stagesOf } from './stages.js';

const told = (...args: Parameters<typeof stagesOf>) => stagesOf(...args).map(({ stage, state }) => `${stage} ${state}`);

describe('the stages of a referral', () => {
  it('mark where it stands, a question included, and what is to come', () => {
    expect(told('INFO_REQUESTED')).toEqual([
      'SENT done',
      'ACKNOWLEDGED now',
      'RESPONDED next',
      'ACTIONS next',
      'CLOSED next',
    ]);
  });

  it('promise no action after an answer that promises none', () => {
    expect(told('RESPONDED', 'DECLINE')).toEqual(['SENT done', 'ACKNOWLEDGED done', 'RESPONDED now', 'CLOSED next']);
    expect(told('RESPONDED', 'PARTLY')).toContain('ACTIONS next');
  });

  it('are all done once it is closed, and tell of a withdrawal nothing but the fact', () => {
    expect(told('CLOSED', 'AGREE').every((each) => each.endsWith('done'))).toBe(true);
    expect(told('WITHDRAWN')).toEqual(['SENT done', 'WITHDRAWN problem']);
  });
});
