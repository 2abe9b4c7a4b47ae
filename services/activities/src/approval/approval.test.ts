import { describe, expect, it } from '@jest/globals';
import type { Id } from '@guildhall/kernel';
import { groupId, memberIds, personas } from '../../test/personas.js';
import { currentRules, type RiskTier } from '../activity/activity-rules.js';
import type { Activity, ActivityStatus } from '../activity/activity.js';
import { completeFacts, type StatedFacts } from '../activity/risk.js';
import { currentApprovalRules, type EvidenceKind } from './approval-rules.js';
import {
  approversNeeded,
  approversOf,
  checkEvidence,
  checkStated,
  evidenceLifecycle,
  missingEvidence,
  nextRound,
  requiredEvidence,
  type Approval,
  type ApprovalFile,
  type Evidence,
  type EvidenceAction,
  type EvidenceStatus,
  type Judgement,
} from './approval.js';
import { approvalPolicy } from './approval.policy.js';

const start = new Date('2026-11-02T18:00:00.000Z');
const inDays = (days: number): Date => new Date(start.getTime() + days * 86_400_000);
const activity: Activity = {
  id: '018f0000-0000-7000-8000-000000000001' as Id<'Activity'>,
  groupId,
  organiserId: memberIds.ada,
  team: [],
  title: 'Games night',
  summary: 'Bring a game, or play ours.',
  kind: 'SOCIAL',
  status: 'SUBMITTED',
  statusReason: undefined,
  place: 'Union Hall',
  venueId: undefined,
  startsAt: start,
  endsAt: new Date(start.getTime() + 3_600_000),
  registrationOpensAt: inDays(-20),
  registrationClosesAt: inDays(-1),
  capacity: 20,
  facts: completeFacts({ expectedAttendees: 20, alcohol: true }),
  riskTier: 2,
  rulesVersion: currentRules.version,
  publishedAt: undefined,
  postponedAt: undefined,
  report: undefined,
  version: 1,
};
const given = (kind: EvidenceKind, status: EvidenceStatus): Evidence => ({
  id: '018f0000-0000-7000-8000-0000000000d1' as Id<'Evidence'>,
  activityId: activity.id,
  kind,
  statement: 'The union pours, and nobody else.',
  link: undefined,
  status,
  note: undefined,
  authorId: memberIds.ada,
  givenAt: inDays(-30),
  version: 1,
});
const round = (changes: Partial<Approval> = {}): Approval => ({
  activityId: activity.id,
  rulesVersion: currentApprovalRules.version,
  round: 2,
  submittedAt: inDays(-30),
  lateReason: undefined,
  ...changes,
});
const judgement = (changes: Partial<Judgement>): Judgement => ({
  id: '018f0000-0000-7000-8000-0000000000d2' as Id<'Judgement'>,
  activityId: activity.id,
  round: 2,
  kind: 'APPROVED',
  evidenceKind: undefined,
  note: undefined,
  memberId: memberIds.uma,
  judgedAt: inDays(-20),
  ...changes,
});
const file = (changes: Partial<ApprovalFile> = {}): ApprovalFile => ({
  approval: round(),
  evidence: [],
  judgements: [],
  ...changes,
});

describe('the evidence an activity needs', () => {
  it.each<readonly [RiskTier, StatedFacts, readonly EvidenceKind[]]>([
    [0, { expectedAttendees: 20 }, []],
    [1, { expectedAttendees: 40 }, ['RISK_ASSESSMENT']],
    [1, { expectedAttendees: 20, offCampus: true }, ['RISK_ASSESSMENT', 'TRAVEL_PLAN']],
    [2, { expectedAttendees: 90 }, ['RISK_ASSESSMENT', 'FIRST_AID_PLAN']],
    [2, { expectedAttendees: 20, budget: 50_000 }, ['RISK_ASSESSMENT', 'FIRST_AID_PLAN']],
    [2, { expectedAttendees: 20, budget: 50_001 }, ['RISK_ASSESSMENT', 'FIRST_AID_PLAN', 'BUDGET_PLAN']],
    [
      3,
      {
        expectedAttendees: 20,
        externalSpeaker: true,
        offCampus: true,
        overnight: true,
        alcohol: true,
        contractor: true,
        minors: true,
      },
      [
        'RISK_ASSESSMENT',
        'FIRST_AID_PLAN',
        'EMERGENCY_PLAN',
        'SPEAKER_FORM',
        'TRAVEL_PLAN',
        'WELFARE_PLAN',
        'ALCOHOL_LICENCE',
        'CONTRACTOR_INSURANCE',
        'SAFEGUARDING_PLAN',
      ],
    ],
  ])('follows from tier %s and the facts %j', (riskTier, facts, kinds) => {
    expect(requiredEvidence({ riskTier, facts: completeFacts(facts) }, currentApprovalRules)).toEqual(kinds);
  });

  it('is complete once every kind is accepted, and is insisted on from tier 2', () => {
    const partly = file({ evidence: [given('RISK_ASSESSMENT', 'ACCEPTED'), given('FIRST_AID_PLAN', 'GIVEN')] });
    expect(missingEvidence(activity, partly)).toEqual(['FIRST_AID_PLAN', 'ALCOHOL_LICENCE']);
    expect(checkEvidence(activity, partly)).toMatchObject({
      error: { fields: [{ path: 'evidence.FIRST_AID_PLAN' }, { path: 'evidence.ALCOHOL_LICENCE', rule: 'REQUIRED' }] },
    });
    expect(checkEvidence({ ...activity, riskTier: 1 }, file())).toMatchObject({ ok: true });
  });

  it('is a text, and an address that a browser opens safely', () => {
    expect(checkStated({ statement: ' Two first aiders, one bag. ', link: ' ' })).toEqual({
      ok: true,
      value: { statement: 'Two first aiders, one bag.', link: undefined },
    });
    expect(checkStated({ statement: 'Two first aiders.', link: 'https://northbridge.example/aid' })).toMatchObject({
      ok: true,
    });
    for (const link of ['http://northbridge.example', 'data:text/html,hello', 'a file'])
      expect(checkStated({ statement: 'Short.', link })).toMatchObject({
        error: { fields: [{ path: 'statement' }, { path: 'link', rule: 'BAD_FORMAT' }] },
      });
  });

  const possible: Readonly<Record<EvidenceStatus, readonly EvidenceAction[]>> = {
    GIVEN: ['PROVIDE', 'ACCEPT', 'RETURN'],
    ACCEPTED: ['PROVIDE', 'RETURN'],
    RETURNED: ['PROVIDE', 'ACCEPT'],
  };
  it.each(evidenceLifecycle.states)('can be given and judged in %s as the table says', (status) => {
    expect(evidenceLifecycle.possible(given('RISK_ASSESSMENT', status), start)).toEqual(possible[status]);
  });
});

describe('rights over evidence', () => {
  it.each<readonly [keyof typeof personas, readonly EvidenceAction[]]>([
    ['stranger', []],
    ['member', ['PROVIDE']],
    ['officer', ['PROVIDE']],
    ['unionOfficer', ['PROVIDE', 'ACCEPT', 'RETURN']],
    ['bothOfficer', ['PROVIDE']],
    ['admin', []],
    ['machine', []],
    ['anonymous', []],
    ['system', []],
  ])('give %s %j', (role, granted) => {
    expect(evidenceLifecycle.actions.filter((action) => approvalPolicy.can(personas[role], action, activity))).toEqual(
      granted,
    );
  });

  it.each<readonly [ActivityStatus, boolean, boolean]>([
    ['DRAFT', true, false],
    ['SUBMITTED', true, true],
    ['CHANGES_REQUESTED', true, false],
    ['APPROVED', false, false],
    ['DECLINED', false, false],
    ['PUBLISHED', false, false],
    ['CANCELLED', false, false],
    ['COMPLETED', false, false],
    ['REPORTED', false, false],
  ])('hold in %s for giving: %s, for judging: %s', (status, gives, judges) => {
    expect(approvalPolicy.isTime('PROVIDE', { ...activity, status })).toBe(gives);
    expect(approvalPolicy.isTime('ACCEPT', { ...activity, status })).toBe(judges);
  });
});

describe('rounds', () => {
  it('count approvals of the plan as it is, of different people, two of them for tier 3', () => {
    const judgements = [
      judgement({ round: 1, memberId: memberIds.una }),
      judgement({ memberId: memberIds.uma }),
      judgement({ kind: 'EVIDENCE_ACCEPTED', memberId: memberIds.rosa }),
    ];
    expect(approversOf(file({ judgements }))).toEqual([memberIds.uma]);
    expect(([0, 1, 2, 3] as const).map((riskTier) => approversNeeded({ riskTier }, file()))).toEqual([1, 1, 1, 2]);
  });

  it('begin late only with a reason, and keep the rules of the first', () => {
    const late = { lateReason: ' The speaker fell ill. ', now: inDays(-20) };
    expect(nextRound(activity, undefined, late)).toMatchObject({
      value: { round: 1, rulesVersion: 1, lateReason: 'The speaker fell ill.' },
    });
    expect(nextRound(activity, round(), { ...late, lateReason: ' ' })).toMatchObject({
      error: { fields: [{ path: 'lateReason', rule: 'REQUIRED' }] },
    });
    expect(nextRound(activity, round(), { ...late, now: inDays(-21) })).toMatchObject({
      value: { round: 3, lateReason: undefined },
    });
  });
});
