import {
  anonymous,
  systemActor,
  toId,
  type Actor,
  type Id,
  type PersonActor,
  type PositionKind,
  type StaffRole,
} from '@guildhall/kernel';
import type { Pseudonym } from '../src/sealing/sealing.js';
import type { CaseViewer } from '../src/sealing/viewer.js';

/** A department of pure tests. */
export const housing: Id<'Department'> = toId('0196f000-0000-7000-8000-000000000001');
const library: Id<'Department'> = toId('0196f000-0000-7000-8000-000000000002');

/** The pseudonym of the student in pure tests. */
export const student = 'pseudonym-of-ada' as Pseudonym;

type Rights = {
  readonly roles?: readonly StaffRole[];
  readonly office?: PositionKind;
  readonly post?: PersonActor['departmentPosts'][number];
  readonly self?: string;
  /** Known from the register, but no active member. */
  readonly isSuspended?: boolean;
};

function person(subject: string, { roles = [], office, post, self, isSuspended = false }: Rights): CaseViewer {
  const actor: PersonActor = {
    kind: 'person',
    subject,
    clientId: 'portal',
    scopes: [],
    memberId: self === undefined || isSuspended ? undefined : toId('0196f000-0000-7000-8000-00000000000a'),
    groupIds: [],
    constituencies: [],
    appointments: roles,
    mandates: office === undefined ? [] : [{ kind: office, groupId: undefined }],
    departmentPosts: post === undefined ? [] : [post],
  };
  return { actor, self: self as Pseudonym | undefined };
}

const platform = (actor: Actor): CaseViewer => ({ actor, self: undefined });
const machine = (departmentId: Id<'Department'> | undefined, ...scopes: readonly string[]): CaseViewer =>
  platform({ kind: 'machine', clientId: 'client', scopes, departmentId });

/** Everybody who may ask, by the name that says what they are. */
export const viewers = {
  student: person('ada', { self: student }),
  'suspended student': person('ada', { self: student, isSuspended: true }),
  'another student': person('bea', { self: 'pseudonym-of-bea' }),
  'group officer': person('omar', { office: 'PRESIDENT', self: 'pseudonym-of-omar' }),
  'union officer': person('uma', { office: 'UNION_OFFICER', self: 'pseudonym-of-uma' }),
  'course rep': person('rosa', { office: 'COURSE_REP', self: 'pseudonym-of-rosa' }),
  'assigned worker': person('carl', { roles: ['CASE_WORKER'] }),
  'assigned worker who left office': person('carl', {}),
  'assigned worker who was elected': person('carl', { roles: ['CASE_WORKER'], office: 'UNION_OFFICER' }),
  'assigned worker who is the student': person('carl', { roles: ['CASE_WORKER'], self: student }),
  'second worker': person('simo', { roles: ['CASE_WORKER'] }),
  'another worker': person('cora', { roles: ['CASE_WORKER'] }),
  'advice manager': person('amira', { roles: ['ADVICE_MANAGER'] }),
  'advice manager who is the student': person('amira', { roles: ['ADVICE_MANAGER'], self: student }),
  'advice manager who was elected': person('amira', { roles: ['ADVICE_MANAGER'], office: 'UNION_OFFICER' }),
  mediator: person('milo', { roles: ['MEDIATOR'] }),
  'department staff': person('dana', { post: { departmentId: housing, role: 'STAFF' } }),
  'department lead': person('dirk', { post: { departmentId: housing, role: 'LEAD' } }),
  'lead of another department': person('lena', { post: { departmentId: library, role: 'LEAD' } }),
  'returning officer': person('otto', { roles: ['RETURNING_OFFICER'] }),
  analyst: person('nina', { roles: ['ANALYST'] }),
  admin: person('sys', { roles: ['ADMIN'] }),
  'department client': machine(housing, 'referrals:read', 'referrals:answer'),
  'department client that only reads': machine(housing, 'referrals:read'),
  'client of another department': machine(library, 'referrals:read', 'referrals:answer'),
  'analysts’ client': machine(undefined, 'insights:read'),
  anonymous: platform(anonymous),
  'another service': platform(systemActor('service:membership')),
  'dormancy task': platform(systemActor('fall-dormant')),
  'settling task': platform(systemActor('settle-case')),
} as const;

/** The name of a viewer in {@link viewers}. */
export type ViewerName = keyof typeof viewers;
