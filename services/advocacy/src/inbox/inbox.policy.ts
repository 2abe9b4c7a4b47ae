import { hasAppointment, isUnionOfficer, type Id } from '@guildhall/kernel';
import type { CaseViewer } from '../sealing/viewer.js';
import type { Recipient } from './notice.js';

/** What can be done with an inbox. */
export type InboxAction = 'READ' | 'CHANGE_SETTINGS';

const adviceRoles = ['CASE_WORKER', 'ADVICE_MANAGER', 'MEDIATOR'] as const;

/** The inboxes of a viewer: their own as a member, their own as staff of the advice service or guardian, those of their departments. */
export function inboxesOf({ actor, self }: CaseViewer, isGuardian: boolean): readonly Recipient[] {
  if (actor.kind !== 'person') return [];
  const isStaff = (isGuardian || adviceRoles.some((role) => hasAppointment(actor, role))) && !isUnionOfficer(actor);
  return [
    ...(self === undefined ? [] : [{ kind: 'STUDENT', pseudonym: self } as const]),
    ...(isStaff ? [{ kind: 'STAFF', subject: actor.subject } as const] : []),
    ...actor.departmentPosts.map(({ departmentId }) => ({ kind: 'DEPARTMENT', departmentId }) as const),
  ];
}

function leads({ actor }: CaseViewer, departmentId: Id<'Department'>): boolean {
  return (
    actor.kind === 'person' &&
    actor.departmentPosts.some((post) => post.departmentId === departmentId && post.role === 'LEAD')
  );
}

/** Who may do what with an inbox that is theirs: everything with their own; a department's settings are its lead's. */
export const inboxPolicy = {
  can: (viewer: CaseViewer, action: InboxAction, inbox: Recipient): boolean =>
    action === 'READ' || inbox.kind !== 'DEPARTMENT' || leads(viewer, inbox.departmentId),
};

/** How a viewer names one of their inboxes; it tells nobody else anything. */
export function inboxIdOf(inbox: Recipient): string {
  return inbox.kind === 'DEPARTMENT' ? inbox.departmentId : inbox.kind.toLowerCase();
}
