import { describe, expect, it } from '@jest/globals';
import { fixedId } from '../../test/personas.js';
import { paperOrder } from './paper-order.js';

const contestId = fixedId<'Contest'>(800);
const people = [1, 2, 3, 4, 5].map((last) => ({ id: fixedId<'Candidate'>(last), isReopen: false }));
const reopen = { id: fixedId<'Candidate'>(9), isReopen: true };

describe('the order of a ballot paper', () => {
  it('has everybody once, and re-opening nominations last', () => {
    const order = paperOrder([reopen, ...people], { seed: 'a', contestId });
    expect(order.at(-1)).toBe(reopen.id);
    expect(order.toSorted()).toEqual([...people, reopen].map(({ id }) => id).toSorted());
    expect(paperOrder([reopen], { seed: 'a', contestId })).toEqual([reopen.id]);
  });

  it('is the same whoever comes first in the list, so that anybody can repeat it from the seed', () => {
    const order = paperOrder([...people, reopen], { seed: 'a', contestId });
    expect(paperOrder([reopen, ...people.toReversed()], { seed: 'a', contestId })).toEqual(order);
  });

  it('differs by seed and by contest, and puts nobody first for good', () => {
    const firsts = Array.from(
      { length: 60 },
      (_unused, index) => paperOrder(people, { seed: String(index), contestId })[0],
    );
    expect(new Set(firsts).size).toBe(people.length);
    const other = Array.from(
      { length: 60 },
      (_unused, index) => paperOrder(people, { seed: String(index), contestId: fixedId<'Contest'>(801) })[0],
    );
    expect(other).not.toEqual(firsts);
  });
});
