import { describe, expect, it } from '@jest/globals';
import { actors, groupId, memberIds, whoMay, type ActorName } from '../../test/personas.js';
import { submissionLifecycle, type SubmissionAction } from './affiliation.js';
import { affiliationPolicy, visibleSubmissions } from './affiliation.policy.js';

const submission = {
  groupId,
  presidentId: memberIds.omar,
  treasurerId: memberIds.ada,
  secretaryId: memberIds.rosa,
  submittedBy: memberIds.omar,
};

describe('who may do what with the submission of a group whose president is omar', () => {
  const expected: Readonly<Record<SubmissionAction, readonly ActorName[]>> = {
    RESUBMIT: ['omar'],
    REQUEST_CHANGES: ['uma'],
    APPROVE: ['uma'],
    DECLINE: ['uma'],
    WITHDRAW: ['omar'],
  };
  it.each(submissionLifecycle.actions)('%s', (action) => {
    expect(whoMay((actor) => affiliationPolicy.can(actor, action, submission))).toEqual(expected[action]);
  });

  it('lets no union officer decide who is in the group, serves it, or signed', () => {
    const { uma } = actors;
    const inside = [
      { actor: { ...uma, groupIds: [groupId] }, of: submission },
      { actor: { ...uma, mandates: [...uma.mandates, { kind: 'OFFICER' as const, groupId }] }, of: submission },
      { actor: uma, of: { ...submission, secretaryId: memberIds.uma } },
      { actor: uma, of: { ...submission, submittedBy: memberIds.uma } },
    ];
    for (const action of ['REQUEST_CHANGES', 'APPROVE', 'DECLINE'] as const)
      expect(inside.map(({ actor, of }) => affiliationPolicy.can(actor, action, of))).toEqual([
        false,
        false,
        false,
        false,
      ]);
  });

  it('shows submissions to the officers of the group and to those of the union', () => {
    expect(whoMay((actor) => visibleSubmissions(actor).groups === 'all')).toEqual(['system', 'uma']);
    expect(visibleSubmissions(actors.omar).groups).toEqual([groupId]);
    expect(visibleSubmissions(actors.ada).groups).toEqual([]);
    expect(whoMay(affiliationPolicy.canOversee)).toEqual(['uma']);
  });
});
