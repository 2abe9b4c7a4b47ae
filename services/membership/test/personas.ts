import { anonymous, systemActor, toId, type Actor, type Id, type PersonActor } from '@guildhall/kernel';

/** An id that is the same in every run. */
export function fixedId<Kind extends string>(last: number): Id<Kind> {
  return toId<Kind>(`00000000-0000-7000-8000-${String(last).padStart(12, '0')}`);
}

/** The group in which omar is president and ada and rosa are members. */
export const groupId = fixedId<'Group'>(100);

/** The member behind each persona who is one. */
export const memberIds = {
  ada: fixedId<'Member'>(1),
  omar: fixedId<'Member'>(2),
  uma: fixedId<'Member'>(3),
  rosa: fixedId<'Member'>(4),
  mo: fixedId<'Member'>(5),
};

function person(subject: string, rights: Partial<PersonActor> = {}): PersonActor {
  return {
    kind: 'person',
    subject,
    clientId: 'portal',
    scopes: ['graph'],
    memberId: undefined,
    groupIds: [],
    constituencies: [],
    mandates: [],
    appointments: [],
    departmentPosts: [],
    ...rights,
  };
}

/** Every kind of actor that rights differ for. */
export const actors = {
  anonymous,
  machine: { kind: 'machine', clientId: 'analytics', scopes: ['insights:read'], departmentId: undefined },
  system: systemActor('test'),
  ada: person('ada', { memberId: memberIds.ada, groupIds: [groupId] }),
  omar: person('omar', { memberId: memberIds.omar, groupIds: [groupId], mandates: [{ kind: 'PRESIDENT', groupId }] }),
  uma: person('uma', { memberId: memberIds.uma, mandates: [{ kind: 'UNION_OFFICER', groupId: undefined }] }),
  rosa: person('rosa', {
    memberId: memberIds.rosa,
    groupIds: [groupId],
    mandates: [{ kind: 'COURSE_REP', groupId: undefined }],
  }),
  mo: person('mo', { memberId: memberIds.mo }),
  carl: person('carl', { appointments: ['CASE_WORKER'] }),
  nina: person('nina', { appointments: ['ANALYST'] }),
  sys: person('sys', { appointments: ['ADMIN'] }),
} as const satisfies Readonly<Record<string, Actor>>;

/** The name of an actor of this list. */
export type ActorName = keyof typeof actors;

/** The names of the actors for whom the question is answered with yes. */
export function whoMay(isGranted: (actor: Actor) => boolean): readonly ActorName[] {
  return (Object.keys(actors) as ActorName[]).filter((name) => isGranted(actors[name]));
}
