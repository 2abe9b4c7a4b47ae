import { describe, expect, test } from '@jest/globals';
import { broken, byId, plannedUnions, repeated } from '../consistency-checks.js';
import { constituencyOf } from '../groups/constituency.js';
import { demoMembers } from '../people/demo-people.js';

describe.each(plannedUnions)('issues in the demo union, %s,', (_name, union, anchor) => {
  const member = byId(union.members);
  const { issues } = union;

  test('belong to students of one course, and happen in order and in the past', () => {
    expect(repeated(issues.map(({ id }) => id))).toEqual([]);
    expect(
      broken(issues, ({ constituency, authorId, supporters }) =>
        [authorId, ...supporters].some((id) => constituencyOf(member(id)) !== constituency),
      ),
    ).toEqual([]);
    expect(
      broken(issues, ({ steps }) => steps.some(({ at }, index) => at > anchor || at < (steps[index - 1]?.at ?? at))),
    ).toEqual([]);
    expect(broken(issues, ({ supporters }) => repeated(supporters).length > 0)).toEqual([]);
  });

  test('wait among students for at most a few days, and are answered where their state says so', () => {
    const days = (at: Date) => (anchor.getTime() - at.getTime()) / 86_400_000;
    expect(broken(issues, ({ status, postedAt }) => status === 'PRIVATE' && days(postedAt) > 4)).toEqual([]);
    expect(
      broken(
        issues,
        ({ status, answers }) => (['RESOLVED', 'DECLINED', 'REOPENED'].includes(status) ? 1 : 0) !== answers.length,
      ),
    ).toEqual([]);
  });

  test('are reopened exactly where enough of their supporters say no', () => {
    const isEnough = (no: number, supporters: number) => no >= 5 && no * 100 >= supporters * 30;
    expect(
      broken(issues, ({ status, votes, supporters }) => {
        const no = votes.filter(({ solved }) => !solved).length;
        return votes.length > 0 && isEnough(no, supporters.length) !== (status === 'REOPENED');
      }),
    ).toEqual([]);
  });

  test('stand in every state in Rosa’s course, and Ada wrote some of hers', () => {
    const rosas = issues.filter(
      ({ constituency }) => constituency === constituencyOf(member(demoMembers.rosa.memberId)),
    );
    expect(new Set(rosas.map(({ status }) => status)).size).toBe(8);
    expect(issues.filter(({ authorId }) => authorId === demoMembers.ada.memberId).length).toBeGreaterThan(0);
  });
});
