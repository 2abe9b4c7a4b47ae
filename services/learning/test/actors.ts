import { anonymous, systemActor, toId, type Actor, type PersonActor } from '@guildhall/kernel';

/** The member whose things the policy matrices are about. */
export const authorId = toId<'Member'>('018f0000-0000-7000-8000-00000000000a');
const otherId = toId<'Member'>('018f0000-0000-7000-8000-00000000000b');

const person = (changes: Partial<PersonActor>): PersonActor => ({
  kind: 'person',
  subject: 'someone',
  clientId: 'portal',
  scopes: [],
  memberId: undefined,
  groupIds: [],
  constituencies: [],
  mandates: [],
  appointments: [],
  departmentPosts: [],
  ...changes,
});
const rep = [{ kind: 'COURSE_REP', groupId: undefined }] as const;
const officer = [{ kind: 'UNION_OFFICER', groupId: undefined }] as const;

/** One actor of each role, by its name. */
export const actors: Readonly<Record<string, Actor>> = {
  anonymous,
  machine: { kind: 'machine', clientId: 'analytics', scopes: ['insights:read'], departmentId: undefined },
  staff: person({ appointments: ['ADMIN', 'ANALYST', 'CASE_WORKER'] }),
  member: person({ memberId: otherId }),
  president: person({
    memberId: otherId,
    mandates: [{ kind: 'PRESIDENT', groupId: toId('018f0000-0000-7000-8000-00000000000c') }],
  }),
  rep: person({ memberId: otherId, mandates: rep }),
  officer: person({ memberId: otherId, mandates: officer }),
  author: person({ memberId: authorId }),
  authorRep: person({ memberId: authorId, mandates: rep }),
  authorOfficer: person({ memberId: authorId, mandates: officer }),
  system: systemActor('test'),
};
