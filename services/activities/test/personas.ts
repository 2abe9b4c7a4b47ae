import { anonymous, systemActor, type Actor, type Id, type PersonActor } from '@guildhall/kernel';

/** The group the policy tests are about. */
export const groupId = '018f0000-0000-7000-8000-0000000000a1' as Id<'Group'>;

/** The members behind the personas. */
export const memberIds = {
  ada: '018f0000-0000-7000-8000-0000000000b1' as Id<'Member'>,
  omar: '018f0000-0000-7000-8000-0000000000b2' as Id<'Member'>,
  uma: '018f0000-0000-7000-8000-0000000000b3' as Id<'Member'>,
  una: '018f0000-0000-7000-8000-0000000000b4' as Id<'Member'>,
  rosa: '018f0000-0000-7000-8000-0000000000b5' as Id<'Member'>,
};

function person(subject: keyof typeof memberIds | 'sys', rights: Partial<PersonActor> = {}): Actor {
  const memberId = subject === 'sys' ? undefined : memberIds[subject];
  return {
    kind: 'person',
    subject,
    clientId: 'portal',
    scopes: [],
    memberId,
    groupIds: [],
    constituencies: [],
    mandates: [],
    appointments: [],
    departmentPosts: [],
    ...rights,
  };
}

/** One actor of each role; una is a union officer who also serves the group. */
export const personas = {
  stranger: person('rosa'),
  member: person('ada', { groupIds: [groupId] }),
  officer: person('omar', { groupIds: [groupId], mandates: [{ kind: 'PRESIDENT', groupId }] }),
  unionOfficer: person('uma', { mandates: [{ kind: 'UNION_OFFICER', groupId: undefined }] }),
  bothOfficer: person('una', {
    mandates: [
      { kind: 'UNION_OFFICER', groupId: undefined },
      { kind: 'TREASURER', groupId },
    ],
  }),
  admin: person('sys', { appointments: ['ADMIN'] }),
  machine: { kind: 'machine', clientId: 'analytics', scopes: ['insights:read'], departmentId: undefined },
  anonymous,
  system: systemActor('test'),
} as const satisfies Readonly<Record<string, Actor>>;
