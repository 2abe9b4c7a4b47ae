/*
 * Somebody who offers voluntary service: an organisation with a contact among the members, or a group of the union.
 * Life: active until union officers close it. Owner: activities.
 */
import {
  defineLifecycle,
  FieldChecks,
  type Id,
  type IllegalTransitionError,
  type Result,
  type ValidationError,
} from '@guildhall/kernel';
import type { GroupId } from '../references/group.js';
import type { MemberId } from '../references/member.js';

/** The id of a host. */
export type HostId = Id<'ServiceHost'>;

/** Whether service can be offered under a host's name. */
export type HostStatus = 'ACTIVE' | 'CLOSED';

/** What union officers write about a host. At least one of `groupId` and `contactId` is there. */
export type HostPlan = {
  readonly name: string;
  readonly about: string;
  readonly link: string | undefined;
  readonly groupId: GroupId | undefined;
  readonly contactId: MemberId | undefined;
};

/** A host as stored. */
export type Host = HostPlan & { readonly id: HostId; readonly status: HostStatus; readonly version: number };

/** What can happen to a host. */
export type HostAction = 'EDIT' | 'CLOSE' | 'REOPEN' | 'DRAFT_OPPORTUNITY' | 'READ_CLAIMS';

/** The life of a host. */
export const hostLifecycle = defineLifecycle<Host, HostStatus, HostAction>(
  {
    name: 'ServiceHost',
    initial: ['ACTIVE'],
    states: ['ACTIVE', 'CLOSED'],
    transitions: {
      EDIT: { from: ['ACTIVE'], to: ['ACTIVE'] },
      CLOSE: { from: ['ACTIVE'], to: ['CLOSED'] },
      REOPEN: { from: ['CLOSED'], to: ['ACTIVE'] },
      DRAFT_OPPORTUNITY: { from: ['ACTIVE'], to: ['ACTIVE'] },
      READ_CLAIMS: { from: ['ACTIVE', 'CLOSED'], to: ['ACTIVE', 'CLOSED'] },
    },
  },
  ({ status }) => status,
);

/** A new host, when its fields keep the rules. */
export function addHost(id: HostId, plan: HostPlan): Result<Host, ValidationError> {
  return checkPlan(plan, '').finish({ ...tidy(plan), id, status: 'ACTIVE', version: 1 });
}

/** A host with other words or other people; what is not in `changes` stays. */
export function editHost(
  host: Host,
  changes: Partial<HostPlan>,
  now: Date,
): Result<Host, ValidationError | IllegalTransitionError> {
  const status = hostLifecycle.next('EDIT', host, now);
  if (!status.ok) return status;
  const edited = { ...host, ...changes };
  return checkPlan(edited, 'changes.').finish({ ...edited, ...tidy(edited) });
}

/** Closes a host or opens it again. */
export function moveHost(
  host: Host,
  action: 'CLOSE' | 'REOPEN',
  now: Date,
): Result<Host, ValidationError | IllegalTransitionError> {
  const status = hostLifecycle.next(action, host, now);
  if (!status.ok) return status;
  const moved = { ...host, status: status.value };
  // Whoever was the contact may have been erased meanwhile: then somebody is named first.
  return checkSomebody(new FieldChecks(), moved, action === 'CLOSE').finish(moved);
}

/** Whether a link is one that a browser opens safely. */
export function isWebLink(link: string): boolean {
  return URL.canParse(link) && ['https:', 'http:'].includes(new URL(link).protocol);
}

function tidy(plan: HostPlan): HostPlan {
  const { groupId, contactId } = plan;
  return { name: plan.name.trim(), about: plan.about.trim(), link: plan.link?.trim() || undefined, groupId, contactId };
}

function checkPlan(plan: HostPlan, at: string): FieldChecks {
  const checks = new FieldChecks()
    .text(`${at}name`, plan.name, { max: 120 })
    .text(`${at}about`, plan.about, { min: 10, max: 2000 });
  if (plan.link?.trim())
    checks
      .text(`${at}link`, plan.link, { max: 500 })
      .that(isWebLink(plan.link.trim()), `${at}link`, 'BAD_FORMAT', 'Give a link that begins with https://.');
  return checkSomebody(checks, plan, false, at);
}

function checkSomebody(
  checks: FieldChecks,
  { groupId, contactId }: Pick<HostPlan, 'groupId' | 'contactId'>,
  isExempt: boolean,
  at = '',
): FieldChecks {
  const hasSomebody = groupId !== undefined || contactId !== undefined;
  return checks.that(
    isExempt || hasSomebody,
    `${at}contactId`,
    'REQUIRED',
    'Name a contact among the members, or a group.',
  );
}
