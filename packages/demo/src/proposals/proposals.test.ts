import { describe, expect, test } from '@jest/globals';
import { broken, plannedUnions, repeated } from '../consistency-checks.js';
import { demoMembers } from '../people/demo-people.js';
import { demoProposals } from './named-proposals.js';

describe.each(plannedUnions)('proposals in the demo union, %s,', (_name, union, anchor) => {
  const { proposals } = union;

  test('happen in order and in the past, and are endorsed once by each member', () => {
    expect(repeated(proposals.map(({ id }) => id))).toEqual([]);
    expect(
      broken(proposals, ({ steps }) => steps.some(({ at }, index) => at > anchor || at < (steps[index - 1]?.at ?? at))),
    ).toEqual([]);
    expect(broken(proposals, ({ steps, status }) => steps.at(-1)?.status !== status)).toEqual([]);
    expect(
      broken(proposals, ({ endorsers }) => repeated(endorsers.map(({ memberId }) => memberId)).length > 0),
    ).toEqual([]);
    expect(broken(proposals, ({ endorsers }) => endorsers.some(({ at }) => at > anchor))).toEqual([]);
  });

  test('have their threshold exactly where they went on', () => {
    const below = ['MERGED', 'GATHERING', 'LAPSED', 'WITHDRAWN'];
    const unopened = ['DRAFT', 'SCREENING', 'NOT_FILED', 'APPEALED'];
    expect(
      broken(proposals, ({ status, endorsers, threshold }) => {
        if (unopened.includes(status)) return endorsers.length > 0;
        return below.includes(status) ? endorsers.length >= threshold : endorsers.length !== threshold;
      }),
    ).toEqual([]);
  });

  test('have the edge rows, and something for Ada in every one of their states', () => {
    const ids = new Set(proposals.map(({ id }) => id));
    expect(Object.values(demoProposals).filter((id) => !ids.has(id))).toEqual([]);
    const ofAda = proposals.filter(({ authorId }) => authorId === demoMembers.ada.memberId);
    expect(ofAda.map(({ status }) => status).toSorted()).toEqual(
      expect.arrayContaining(['CLOSED', 'DRAFT', 'GATHERING', 'LAPSED']),
    );
  });
});
