import { describe, expect, it } from '@jest/globals';
import { anonymous, systemActor, toId, type Actor, type Id, type PersonActor } from '@guildhall/kernel';
import { proposalLifecycle, type ProposalAction } from './proposal-lifecycle.js';
import { gatheringTask, proposalPolicy, verificationTask, visibleProposals } from './proposal.policy.js';
import { draftProposal, stranger, type ProposalFile, type Standing } from './proposal.js';

const member = (digit: number): Id<'Member'> => toId(`7a1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e1${digit}`);
const housing: Id<'Department'> = toId('0196f000-0000-7000-8000-000000000001');
const library: Id<'Department'> = toId('0196f000-0000-7000-8000-000000000002');
const transport: Id<'Department'> = toId('0196f000-0000-7000-8000-000000000003');

function person(subject: string, rights: Partial<PersonActor> = {}): PersonActor {
  return {
    kind: 'person',
    subject,
    clientId: 'portal',
    scopes: [],
    memberId: undefined,
    groupIds: [],
    constituencies: [],
    appointments: [],
    mandates: [],
    departmentPosts: [],
    ...rights,
  };
}

const officer = { mandates: [{ kind: 'UNION_OFFICER' as const, groupId: undefined }] };
const post = (departmentId: Id<'Department'>, role: 'STAFF' | 'LEAD') => ({
  departmentPosts: [{ departmentId, role }],
});

const actors = {
  author: person('ada', { memberId: member(1) }),
  'author who was elected': person('ada', { memberId: member(1), ...officer }),
  'invited seconder': person('bea', { memberId: member(2) }),
  'accepted seconder': person('cai', { memberId: member(3) }),
  'seconder who was elected': person('cai', { memberId: member(3), ...officer }),
  'member on the roll': person('dan', { memberId: member(4) }),
  'member off the roll': person('eve', { memberId: member(5) }),
  'union officer': person('uma', { memberId: member(6), ...officer }),
  'union officer who refused it': person('umi', { memberId: member(7), ...officer }),
  'group officer': person('omar', {
    memberId: member(8),
    mandates: [{ kind: 'PRESIDENT', groupId: toId('0196f000-0000-7000-8000-000000000009') }],
  }),
  'lead department’s staff': person('dana', post(housing, 'STAFF')),
  'lead department’s lead': person('dirk', post(housing, 'LEAD')),
  'supporting department’s lead': person('lena', post(library, 'LEAD')),
  'lead of another department': person('theo', post(transport, 'LEAD')),
  'lead department’s machine': {
    kind: 'machine',
    clientId: 'housing',
    scopes: ['referrals:answer'],
    departmentId: housing,
  },
  'case worker': person('carl', { appointments: ['CASE_WORKER'] }),
  admin: person('sys', { appointments: ['ADMIN'] }),
  anonymous,
  'closing task': systemActor(gatheringTask),
  'verification task': systemActor(verificationTask),
  'another task': systemActor('fall-dormant'),
} as const satisfies Readonly<Record<string, Actor>>;
type Name = keyof typeof actors;
const names = Object.keys(actors) as Name[];

const at = new Date('2026-10-05T09:00:00Z');
const file: ProposalFile = {
  proposal: {
    ...draftProposal(toId('9b1e3f1c-4a51-4c55-9d8a-0d2b6a3f9e10'), {
      authorId: member(1),
      authorNamed: false,
      constituencyId: undefined,
      draftedAt: at,
    }),
    leadDepartmentId: housing,
    refusedBy: 'umi',
    textNumber: 2,
  },
  seconders: [
    { memberId: member(2), invitedAt: at, acceptedAt: undefined, isFormer: false },
    { memberId: member(3), invitedAt: at, acceptedAt: at, isFormer: false },
  ],
  supporting: [library],
};

const ofAuthor: readonly ProposalAction[] = [
  'EDIT',
  'INVITE_SECONDER',
  'SUBMIT',
  'APPEAL',
  'ACCEPT_MERGE',
  'DECLINE_MERGE',
  'AMEND',
  'REVIVE',
  'RATE',
  'VERIFY',
  'WITHDRAW',
];
const ofCommittee: readonly ProposalAction[] = [
  'RETURN',
  'REFUSE',
  'REJECT_APPEAL',
  'UPHOLD_APPEAL',
  'FILE',
  'OFFER_MERGE',
  'RECORD_COUNCIL',
  'ASSIGN',
];
const ofStaff: readonly ProposalAction[] = ['ACKNOWLEDGE', 'DRAFT_ANSWER', 'COMPLETE_MILESTONE'];
const table: Partial<Record<Name, readonly ProposalAction[]>> = {
  author: ofAuthor,
  'author who was elected': ofAuthor,
  'invited seconder': ['ANSWER_SECONDING'],
  'accepted seconder': ['RATE', 'VERIFY'],
  'seconder who was elected': ['RATE', 'VERIFY'],
  'union officer': ofCommittee,
  'union officer who refused it': ofCommittee.filter((action) => !action.endsWith('_APPEAL')),
  'lead department’s staff': ofStaff,
  'lead department’s lead': [...ofStaff, 'ANSWER', 'START_DELIVERY', 'DELIVER'],
  'supporting department’s lead': ['DRAFT_ANSWER'],
  'closing task': ['CLOSE_GATHERING'],
  'verification task': ['CLOSE_VERIFICATION'],
};

const granted = (name: Name, standing: Standing = stranger) =>
  proposalLifecycle.actions.filter((action) => proposalPolicy.can(actors[name], action, file, standing)).toSorted();

describe('the rights over a proposal', () => {
  it.each(names)('give %s exactly what the table of rights says', (name) => {
    expect(granted(name)).toEqual((table[name] ?? []).toSorted());
  });

  it('let who is on the roll endorse each text once, take it back, and speak as a supporter', () => {
    const name = 'member on the roll';
    expect(granted(name, { ...stranger, onRoll: true })).toEqual(['ENDORSE']);
    expect(granted(name, { ...stranger, onRoll: true, endorsedText: 1 })).toEqual(['ENDORSE']);
    expect(granted(name, { ...stranger, onRoll: true, endorsedText: 2 })).toEqual([
      'RATE',
      'VERIFY',
      'WITHDRAW_ENDORSEMENT',
    ]);
    expect(granted('member off the roll')).toEqual([]);
    expect(granted('anonymous', { ...stranger, onRoll: true, endorsedText: 2 })).toEqual([]);
  });

  it('leave nobody the author’s rights once the author was erased', () => {
    const orphan = { ...file, proposal: { ...file.proposal, authorId: undefined } };
    expect(proposalPolicy.can(actors.anonymous, 'EDIT', orphan)).toBe(false);
    expect(proposalPolicy.can(actors['case worker'], 'WITHDRAW', orphan)).toBe(false);
  });

  it.each(names)('show the committee’s words, drafts and unnamed authors to %s as the rules say', (name) => {
    const insiders: readonly Name[] = [
      'author',
      'author who was elected',
      'invited seconder',
      'accepted seconder',
      'seconder who was elected',
      'union officer',
      'union officer who refused it',
    ];
    const departments: readonly Name[] = [
      'lead department’s staff',
      'lead department’s lead',
      'supporting department’s lead',
    ];
    expect(proposalPolicy.canSeeScreening(actors[name], file)).toBe(insiders.includes(name));
    expect(proposalPolicy.canSeeAuthor(actors[name], file)).toBe(insiders.includes(name));
    expect(proposalPolicy.canSeeDrafts(actors[name], file)).toBe(departments.includes(name));
    const invitationFor: readonly Name[] = ['author', 'author who was elected', 'invited seconder'];
    expect(proposalPolicy.canSeeInvitation(actors[name], file, member(2))).toBe(invitationFor.includes(name));
  });

  it.each(names)(
    'open what is not public to %s only by authorship, seconding, screening or the timed tasks',
    (name) => {
      const { all, screens } = visibleProposals(actors[name]);
      expect(all).toBe(name === 'closing task' || name === 'verification task');
      expect(screens).toBe(name.startsWith('union officer') || name.endsWith('was elected'));
    },
  );
});
