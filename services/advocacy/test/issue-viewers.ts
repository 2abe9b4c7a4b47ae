import { anonymous, systemActor, toId, type Actor, type Id, type PersonActor } from '@guildhall/kernel';
import type { Issue } from '../src/issue/issue.js';

const idOf = <Kind extends string>(digit: string): Id<Kind> => toId(`0196f000-0000-7000-8000-0000000000${digit}`);

/** The course of pure tests, and another one. */
export const [physics, history] = [idOf<'Constituency'>('11'), idOf<'Constituency'>('12')];
/** The department of pure tests, and another one. */
export const [estates, library] = [idOf<'Department'>('21'), idOf<'Department'>('22')];
/** Who wrote the issue of pure tests. */
export const author = idOf<'Member'>('31');

const person = (subject: string, rights: Partial<PersonActor>): PersonActor => ({
  kind: 'person',
  subject,
  clientId: 'portal',
  scopes: [],
  memberId: undefined,
  groupIds: [],
  constituencies: [],
  mandates: [],
  appointments: [],
  departmentPosts: [],
  ...rights,
});
const repOf = (constituencyId: Id<'Constituency'>) =>
  [{ kind: 'COURSE_REP', groupId: undefined, constituencyId }] as const;
const officer = [{ kind: 'UNION_OFFICER', groupId: undefined }] as const;

/** Everybody who may ask, by the name that says what they are. */
export const issueActors = {
  author: person('ada', { memberId: author, constituencies: [physics] }),
  'author who moved on': person('ada', { memberId: author, constituencies: [history] }),
  'author who is suspended': person('ada', {}),
  'author who represents the course': person('ada', {
    memberId: author,
    constituencies: [physics],
    mandates: repOf(physics),
  }),
  'student of the course': person('bea', { memberId: idOf('32'), constituencies: [physics] }),
  'student of another course': person('omar', { memberId: idOf('33'), constituencies: [history] }),
  'course rep': person('rosa', { memberId: idOf('34'), constituencies: [physics], mandates: repOf(physics) }),
  'rep who studies elsewhere': person('rosa', {
    memberId: idOf('34'),
    constituencies: [history],
    mandates: repOf(physics),
  }),
  'rep of another course': person('rob', { memberId: idOf('35'), constituencies: [history], mandates: repOf(history) }),
  'rep who was suspended': person('rosa', { constituencies: [physics], mandates: repOf(physics) }),
  'rep from before constituencies': person('rik', {
    memberId: idOf('36'),
    mandates: [{ kind: 'COURSE_REP', groupId: undefined }],
  }),
  'union officer': person('uma', { memberId: idOf('37'), constituencies: [history], mandates: officer }),
  'union officer of the course': person('una', { memberId: idOf('38'), constituencies: [physics], mandates: officer }),
  'advice manager': person('amira', { appointments: ['ADVICE_MANAGER'] }),
  'case worker': person('carl', { appointments: ['CASE_WORKER'] }),
  'department staff': person('dana', { departmentPosts: [{ departmentId: estates, role: 'STAFF' }] }),
  'department lead': person('dirk', { departmentPosts: [{ departmentId: estates, role: 'LEAD' }] }),
  'lead of another department': person('lena', { departmentPosts: [{ departmentId: library, role: 'LEAD' }] }),
  analyst: person('nina', { appointments: ['ANALYST'] }),
  admin: person('sys', { appointments: ['ADMIN'] }),
  'department client': { kind: 'machine', clientId: 'c', scopes: ['referrals:answer'], departmentId: estates },
  anonymous,
  'another service': systemActor('service:membership'),
  'raising task': systemActor('raise-issue'),
  'rules task': systemActor('issue-rules'),
} as const satisfies Record<string, Actor>;

/** The name of one of {@link issueActors}. */
export type IssueActorName = keyof typeof issueActors;

/** An issue of the physics course for the estates department, as it was posted. */
export const postedIssue: Issue = {
  id: idOf('41'),
  constituencyId: physics,
  departmentId: estates,
  type: 'ISSUE',
  title: 'The lab is too cold',
  body: 'We sit there in coats every morning.',
  language: 'en',
  authorId: author,
  namedToCourse: false,
  namedToDepartment: false,
  status: 'PRIVATE',
  postState: 'VISIBLE',
  postedAt: new Date('2026-10-05T09:00:00Z'),
  autoRaiseAt: new Date('2026-10-12T22:59:59Z'),
  raisedAt: undefined,
  raisedBy: undefined,
  reopenedAt: undefined,
  round: 1,
  proposalSuggestedAt: undefined,
  proposalId: undefined,
  ruleVersion: 1,
  version: 1,
};
