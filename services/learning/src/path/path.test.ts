import { describe, expect, it } from '@jest/globals';
import { toId } from '@guildhall/kernel';
import {
  draftVersion,
  pathLifecycle,
  pathVersionLifecycle,
  publishVersion,
  type PathVersion,
  type PathVersionStatus,
} from './path.js';

const now = new Date('2026-10-05T09:00:00.000Z');
const version = (status: PathVersionStatus, number = 1): PathVersion => ({
  id: toId('018f0000-0000-7000-8000-00000000000e'),
  pathId: toId('p'),
  number,
  status,
  authorId: toId('a'),
  reviewerId: undefined,
  publishedAt: undefined,
  version: 1,
});
const by = { reviewerId: toId<'Member'>('b'), now };

describe('the life of a version', () => {
  it.each([
    ['DRAFT', ['EDIT', 'SUBMIT']],
    ['IN_REVIEW', ['SEND_BACK', 'PUBLISH']],
    ['PUBLISHED', ['RETIRE']],
    ['RETIRED', []],
  ] as const)('in %s allows exactly %j', (status, actions) => {
    expect(pathVersionLifecycle.possible(version(status), now)).toEqual(actions);
  });

  it('retires the version before it when it is published', () => {
    expect(publishVersion(version('IN_REVIEW', 2), version('PUBLISHED'), by)).toMatchObject({
      ok: true,
      value: {
        published: { status: 'PUBLISHED', number: 2, publishedAt: now, reviewerId: by.reviewerId },
        retired: { status: 'RETIRED', number: 1 },
      },
    });
    expect(publishVersion(version('DRAFT'), undefined, by)).toMatchObject({ ok: false, error: { state: 'DRAFT' } });
  });

  it('counts on from the newest', () => {
    const path = { id: toId<'LearningPath'>('p'), slug: 's', title: 'T', summary: 'S' };
    expect(
      draftVersion(path, [version('RETIRED', 1), version('PUBLISHED', 4)], { id: toId('v'), authorId: toId('a') }),
    ).toMatchObject({ number: 5, status: 'DRAFT' });
  });
});

describe('a path', () => {
  it.each([
    [[], false, true, ['DRAFT_VERSION']],
    [['PUBLISHED'], false, true, ['ENROL', 'DRAFT_VERSION']],
    [['PUBLISHED'], false, false, ['DRAFT_VERSION']],
    [['PUBLISHED'], true, true, ['DRAFT_VERSION']],
    [['PUBLISHED', 'DRAFT'], false, true, ['ENROL']],
    [['RETIRED', 'IN_REVIEW'], false, true, []],
    [['RETIRED'], false, true, ['DRAFT_VERSION']],
  ] as const)(
    'with versions %j, enrolled %s, prepared %s, allows exactly %j',
    (statuses, isEnrolled, isPrepared, actions) => {
      expect(
        pathLifecycle.possible(
          { versions: statuses.map((status, index) => version(status, index + 1)), isEnrolled, isPrepared },
          now,
        ),
      ).toEqual(actions);
    },
  );
});
